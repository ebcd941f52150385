"""Reads the PNGs that Salient writes: 8 bits a channel, not interlaced."""
import struct
import zlib


class Picture:
    def __init__(self, path):
        data = path.read_bytes()
        if data[:8] != b"\x89PNG\r\n\x1a\n":
            raise ValueError(f"{path} is not a PNG")
        self.texts = {}
        packed = b""
        at = 8
        while at < len(data):
            (length,) = struct.unpack(">I", data[at:at + 4])
            kind = data[at + 4:at + 8]
            body = data[at + 8:at + 8 + length]
            at += 12 + length
            if kind == b"IHDR":
                self.width, self.height, _, color, *_ = struct.unpack(">IIBBBBB", body)
                self.channels = {2: 3, 6: 4}[color]
            elif kind == b"IDAT":
                packed += body
            elif kind == b"iTXt":
                key, rest = body.split(b"\0", 1)
                self.texts[key.decode()] = rest[2:].split(b"\0", 2)[2].decode()
        self.rows = self._rows(zlib.decompress(packed))

    def _rows(self, raw):
        stride = self.width * self.channels
        before = bytes(stride)
        rows = []
        for y in range(self.height):
            start = y * (stride + 1)
            filter_type = raw[start]
            row = raw[start + 1:start + 1 + stride]
            if filter_type == 2:
                row = bytes((a + b) & 255 for a, b in zip(row, before))
            elif filter_type != 0:
                raise ValueError(f"filter {filter_type} is not what Salient writes")
            rows.append(row)
            before = row
        return rows

    def pixel(self, x, y):
        at = x * self.channels
        return tuple(self.rows[y][at:at + 3])

    def colors(self, step=7):
        """Distinct colours on a grid of pixels."""
        return {self.pixel(x, y) for y in range(0, self.height, step) for x in range(0, self.width, step)}
