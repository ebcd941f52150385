"""Opens a workspace as a QGIS user does and looks at the attribute table."""
import os
import sqlite3
import sys

from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsWkbTypes

path = sys.argv[1]
app = QgsApplication([], False)
app.initQgis()

layer = QgsVectorLayer(path + "|layername=events", "events", "ogr")
assert layer.isValid(), "QGIS refuses the layer"
assert layer.wkbType() == QgsWkbTypes.Point, layer.wkbType()
assert layer.crs().authid() == "EPSG:4326", layer.crs().authid()
assert layer.featureCount() == 200, layer.featureCount()
names = [field.name() for field in layer.fields()]
for name in ("id", "title", "type", "date", "begin_at", "end_at", "place", "status", "confidence", "source_url"):
    assert name in names, name + " is not among " + ", ".join(names)
assert layer.fields().field("begin_at").typeName() == "DateTime", layer.fields().field("begin_at").typeName()

features = list(layer.getFeatures())
filled = {name: sum(1 for feature in features if feature[name] not in (None, "") and str(feature[name]) != "NULL") for name in names}
assert filled["id"] == 200 and filled["type"] == 200 and filled["status"] == 200, filled
assert filled["begin_at"] > 100 and filled["title"] > 100 and filled["place"] > 50, filled
box = QgsRectangle(0, 0, 90, 60)
inside = [f for f in layer.getFeatures(QgsFeatureRequest().setFilterRect(box))]
expected = [f for f in features if f.hasGeometry() and box.contains(f.geometry().asPoint())]
assert len(inside) == len(expected) > 3, (len(inside), len(expected))

articles = QgsVectorLayer(path + "|layername=salient_articles", "articles", "ogr")
assert articles.isValid() and articles.featureCount() == 2

def last_change():
    with sqlite3.connect(path) as database:
        return database.execute("SELECT last_change FROM gpkg_contents WHERE table_name='events'").fetchone()


before = last_change()
layer.startEditing()
first = features[0].id()
layer.changeAttributeValue(first, layer.fields().indexOf("status"), "rejected")
assert layer.commitChanges(), layer.commitErrors()
del layer, articles
assert last_change() != before, "Salient would not notice the change"
print("QGIS", Qgis.QGIS_VERSION, "shows", len(features), "events; filled cells:", filled)
sys.stdout.flush()
os._exit(0)  # QGIS may crash when Python takes it down
