#include "events/packed_event.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <type_traits>

namespace salient::events {

namespace {

// Which optional parts follow.
constexpr std::uint8_t kTime = 1;
constexpr std::uint8_t kLocation = 2;
constexpr std::uint8_t kConfidence = 4;
constexpr std::uint8_t kLists = 8;  // quantities, sources or evidence
constexpr std::uint8_t kActors = 16;

// Of a span.
constexpr std::uint8_t kOpenBegin = 1;
constexpr std::uint8_t kOpenEnd = 2;
constexpr std::uint8_t kApproximate = 4;

// A row of a hundred thousand columns is not searched for each of its texts.
constexpr std::size_t kReferredColumns = 128;

class Writer {
public:
    Writer(const Event& event, std::string& out) : event_(event), out_(out) {}

    template <class Number>
    void raw(Number value) {
        static_assert(std::is_trivially_copyable_v<Number>);
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        out_.append(bytes, sizeof value);
    }
    // Seven bits a byte.
    void count(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) {
            out_.push_back(static_cast<char>(value | 0x80U));
        }
        out_.push_back(static_cast<char>(value));
    }
    void plain(std::string_view text) {
        count(text.size());
        out_.append(text);
    }
    // Odd: where in the first columns it stands; even: its length, then itself.
    void text(std::string_view text) {
        if (!text.empty()) {
            const std::size_t searched = std::min(event_.extras.size(), kReferredColumns);
            for (std::size_t i = 0; i < searched; ++i) {
                if (event_.extras[i].second == text) {
                    count(i << 1U | 1U);
                    return;
                }
            }
        }
        count(std::uint64_t{text.size()} << 1U);
        out_.append(text);
    }

private:
    const Event& event_;
    std::string& out_;
};

class Reader {
public:
    explicit Reader(const char* at) : at_(at) {}

    template <class Number>
    Number raw() {
        Number value;
        std::memcpy(&value, at_, sizeof value);
        at_ += sizeof value;
        return value;
    }
    std::uint64_t count() {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*at_++);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80) {
                return value;
            }
        }
    }
    std::string_view plain() {
        const std::size_t size = count();
        const std::string_view text(at_, size);
        at_ += size;
        return text;
    }
    // Remembers where the columns start, for references to them.
    std::size_t begin_columns() {
        const std::size_t size = count();
        columns_ = at_;
        return size;
    }
    std::string_view text() {
        const std::uint64_t code = count();
        if ((code & 1U) != 0) {
            return column(code >> 1U);
        }
        const std::string_view text(at_, code >> 1U);
        at_ += text.size();
        return text;
    }

private:
    const char* at_;
    const char* columns_ = nullptr;

    [[nodiscard]] std::string_view column(std::uint64_t index) const {
        Reader reader(columns_);
        while (true) {
            (void)reader.count();
            const std::string_view value = reader.plain();
            if (index-- == 0) {
                return value;
            }
        }
    }
};

struct Head {
    EventGlance glance;
    std::uint8_t parts = 0;
    double confidence = 1;
};

void write_time(Writer& out, const time::Span& span) {
    out.raw(span.begin);
    out.raw(span.end);
    out.raw(static_cast<std::uint8_t>(span.precision));
    out.raw(static_cast<std::uint8_t>(span.zone));
    out.raw(span.offset_minutes);
    out.raw(static_cast<std::uint8_t>(
        (span.open_begin ? kOpenBegin : 0) | (span.open_end ? kOpenEnd : 0)
        | (span.approximate ? kApproximate : 0)));
}

time::Span read_time(Reader& in) {
    time::Span span;
    span.begin = in.raw<time::UnixSeconds>();
    span.end = in.raw<time::UnixSeconds>();
    span.precision = static_cast<time::Precision>(in.raw<std::uint8_t>());
    span.zone = static_cast<time::ZoneKind>(in.raw<std::uint8_t>());
    span.offset_minutes = in.raw<std::int16_t>();
    const auto flags = in.raw<std::uint8_t>();
    span.open_begin = (flags & kOpenBegin) != 0;
    span.open_end = (flags & kOpenEnd) != 0;
    span.approximate = (flags & kApproximate) != 0;
    return span;
}

bool has_lists(const Event& event) {
    return !event.quantities.empty() || !event.sources.empty() || !event.evidence.empty();
}

// The id comes first: it is asked for most.
void write_head(Writer& out, const Event& event) {
    out.plain(event.id);
    out.raw(static_cast<std::uint8_t>(
        (event.time ? kTime : 0) | (event.location ? kLocation : 0)
        | (event.confidence != 1 ? kConfidence : 0) | (has_lists(event) ? kLists : 0)
        | (event.actors.empty() ? 0 : kActors)));
    out.raw(event.type);
    out.raw(event.status);
    out.raw(event.assertion);
    if (event.time) {
        write_time(out, *event.time);
    }
    if (event.location) {
        out.raw(event.location->point.lon_deg);
        out.raw(event.location->point.lat_deg);
        out.raw(event.location->precision);
        out.raw(event.location->radius_m);
    }
    if (event.confidence != 1) {
        out.raw(event.confidence);
    }
}

Head read_head(Reader& in) {
    Head head;
    head.glance.id = in.plain();
    head.parts = in.raw<std::uint8_t>();
    head.glance.type = in.raw<EventType>();
    head.glance.status = in.raw<ReviewStatus>();
    head.glance.assertion = in.raw<Assertion>();
    if ((head.parts & kTime) != 0) {
        head.glance.time = read_time(in);
    }
    if ((head.parts & kLocation) != 0) {
        geo::LonLat& point = head.glance.point.emplace();
        point.lon_deg = in.raw<double>();
        point.lat_deg = in.raw<double>();
        head.glance.precision = in.raw<LocationPrecision>();
        head.glance.radius_m = in.raw<double>();
    }
    if ((head.parts & kConfidence) != 0) {
        head.confidence = in.raw<double>();
    }
    return head;
}

void write_lists(Writer& out, const Event& event) {
    out.count(event.quantities.size());
    for (const Quantity& quantity : event.quantities) {
        out.raw(quantity.value);
        for (const std::string* text :
             {&quantity.role, &quantity.unit, &quantity.qualifier, &quantity.text}) {
            out.text(*text);
        }
    }
    out.count(event.sources.size());
    for (const Source& source : event.sources) {
        for (const std::string* text :
             {&source.title,
              &source.publisher,
              &source.url,
              &source.published,
              &source.text_hash}) {
            out.text(*text);
        }
    }
    out.count(event.evidence.size());
    for (const Evidence& evidence : event.evidence) {
        out.raw(evidence.confidence);
        out.count(evidence.begin);
        out.count(evidence.end);
        for (const std::string* text : {&evidence.field, &evidence.text, &evidence.rule}) {
            out.text(*text);
        }
    }
}

void read_lists(Reader& in, Event& event) {
    event.quantities.resize(in.count());
    for (Quantity& quantity : event.quantities) {
        quantity.value = in.raw<double>();
        for (std::string* text :
             {&quantity.role, &quantity.unit, &quantity.qualifier, &quantity.text}) {
            *text = in.text();
        }
    }
    event.sources.resize(in.count());
    for (Source& source : event.sources) {
        for (std::string* text :
             {&source.title,
              &source.publisher,
              &source.url,
              &source.published,
              &source.text_hash}) {
            *text = in.text();
        }
    }
    event.evidence.resize(in.count());
    for (Evidence& evidence : event.evidence) {
        evidence.confidence = in.raw<double>();
        evidence.begin = in.count();
        evidence.end = in.count();
        for (std::string* text : {&evidence.field, &evidence.text, &evidence.rule}) {
            *text = in.text();
        }
    }
}

}  // namespace

void pack_event(const Event& event, std::span<const std::uint32_t> names, std::string& out) {
    assert(names.size() == event.extras.size());
    Writer writer(event, out);
    write_head(writer, event);
    writer.count(event.extras.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        writer.count(names[i]);
        writer.plain(event.extras[i].second);
    }
    writer.text(event.title);
    writer.text(event.source_text);
    writer.text(event.location_text);
    if (event.location) {
        writer.text(event.location->name);
    }
    if (!event.actors.empty()) {
        writer.count(event.actors.size());
        for (const std::string& actor : event.actors) {
            writer.text(actor);
        }
    }
    if (event.location) {
        writer.text(event.location->place_id);
        writer.text(event.location->region_id);
        writer.text(event.location->country);
    }
    writer.text(event.subtype);
    writer.text(event.time_text);
    writer.text(event.claimed_by);
    writer.text(event.article_id);
    if (has_lists(event)) {
        write_lists(writer, event);
    }
}

Event unpack_event(const char* bytes, const NameTable& names) {
    Reader reader(bytes);
    const Head head = read_head(reader);
    Event event;
    event.id = head.glance.id;
    event.type = head.glance.type;
    event.status = head.glance.status;
    event.assertion = head.glance.assertion;
    event.time = head.glance.time;
    event.confidence = head.confidence;
    const std::size_t columns = reader.begin_columns();
    event.extras.reserve(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        const auto name = static_cast<std::uint32_t>(reader.count());
        event.extras.emplace_back(names.at(name), reader.plain());
    }
    event.title = reader.text();
    event.source_text = reader.text();
    event.location_text = reader.text();
    if (head.glance.point) {
        Location& location = event.location.emplace();
        location.point = *head.glance.point;
        location.precision = head.glance.precision;
        location.radius_m = head.glance.radius_m;
        location.name = reader.text();
    }
    if ((head.parts & kActors) != 0) {
        event.actors.resize(reader.count());
        for (std::string& actor : event.actors) {
            actor = reader.text();
        }
    }
    if (event.location) {
        event.location->place_id = reader.text();
        event.location->region_id = reader.text();
        event.location->country = reader.text();
    }
    event.subtype = reader.text();
    event.time_text = reader.text();
    event.claimed_by = reader.text();
    event.article_id = reader.text();
    if ((head.parts & kLists) != 0) {
        read_lists(reader, event);
    }
    return event;
}

std::string_view id_at(const char* bytes) {
    return Reader(bytes).plain();
}

EventGlance glance_at(const char* bytes) {
    Reader reader(bytes);
    return read_head(reader).glance;
}

void searched_texts(const char* bytes, std::vector<std::string_view>& out) {
    out.clear();
    Reader reader(bytes);
    const Head head = read_head(reader);
    for (std::size_t i = reader.begin_columns(); i > 0; --i) {
        (void)reader.count();
        (void)reader.plain();
    }
    for (int i = 0; i < (head.glance.point ? 4 : 3); ++i) {
        out.push_back(reader.text());
    }
    if ((head.parts & kActors) != 0) {
        for (std::size_t i = reader.count(); i > 0; --i) {
            out.push_back(reader.text());
        }
    }
}

}  // namespace salient::events
