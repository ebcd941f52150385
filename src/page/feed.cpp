#include "page/feed.hpp"

#include "page/entities.hpp"

#include <algorithm>
#include <array>

namespace salient::page {

namespace {

constexpr std::size_t kHeadBytes = 1024;

struct Piece {
    std::string_view attributes;
    std::string_view content;
    std::size_t end = 0;  // behind the element
};

/// The element `name` that starts at or behind `from`, without looking into elements of the same name.
std::optional<Piece> find_element(std::string_view text, std::string_view name, std::size_t from) {
    const std::string open = "<" + std::string(name);
    for (std::size_t at = text.find(open, from); at != std::string_view::npos;
         at = text.find(open, at + 1)) {
        const std::size_t behind = at + open.size();
        const char next = behind < text.size() ? text[behind] : '\0';
        if (next != '>' && next != ' ' && next != '\n' && next != '\t' && next != '\r'
            && next != '/') {
            continue;
        }
        const std::size_t close = text.find('>', behind);
        if (close == std::string_view::npos) {
            return std::nullopt;
        }
        Piece piece;
        piece.attributes = text.substr(behind, close - behind);
        if (text[close - 1] == '/') {
            piece.end = close + 1;
            return piece;
        }
        const std::size_t end = text.find("</" + std::string(name) + ">", close);
        if (end == std::string_view::npos) {
            return std::nullopt;
        }
        piece.content = text.substr(close + 1, end - close - 1);
        piece.end = end + name.size() + 3;
        return piece;
    }
    return std::nullopt;
}

std::string_view trim(std::string_view text) {
    static constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kSpace);
    return begin == std::string_view::npos
               ? std::string_view()
               : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

/// The inside of `<![CDATA[…]]>`, when the content is that alone.
std::optional<std::string_view> cdata(std::string_view content) {
    static constexpr std::string_view kOpen = "<![CDATA[";
    content = trim(content);
    if (content.substr(0, kOpen.size()) != kOpen || content.size() < kOpen.size() + 3
        || content.substr(content.size() - 3) != "]]>") {
        return std::nullopt;
    }
    return content.substr(kOpen.size(), content.size() - kOpen.size() - 3);
}

template <std::size_t N>
std::optional<Piece> first_of(std::string_view item, const std::array<std::string_view, N>& names) {
    for (const std::string_view name : names) {
        if (auto piece = find_element(item, name, 0); piece && !trim(piece->content).empty()) {
            return piece;
        }
    }
    return std::nullopt;
}

template <std::size_t N>
std::string text_of(std::string_view item, const std::array<std::string_view, N>& names) {
    const auto piece = first_of(item, names);
    if (!piece) {
        return {};
    }
    if (const auto inside = cdata(piece->content)) {
        return std::string(trim(*inside));
    }
    // Atom's <author><name>…</name></author>
    if (const auto name = find_element(piece->content, "name", 0)) {
        return decode_entities(trim(name->content));
    }
    return decode_entities(trim(piece->content));
}

/// RSS has the address inside, Atom in `href`.
std::string link_of(std::string_view item) {
    for (auto piece = find_element(item, "link", 0); piece;
         piece = find_element(item, "link", piece->end)) {
        if (!trim(piece->content).empty()) {
            return decode_entities(trim(piece->content));
        }
        const std::size_t href = piece->attributes.find("href=\"");
        if (href != std::string_view::npos
            && piece->attributes.find("rel=\"self\"") == std::string_view::npos) {
            const std::string_view rest = piece->attributes.substr(href + 6);
            return decode_entities(rest.substr(0, rest.find('"')));
        }
    }
    return {};
}

FeedItem read_item(std::string_view item, std::string_view feed) {
    FeedItem out;
    out.title = text_of(item, std::to_array<std::string_view>({"title"}));
    out.link = link_of(item);
    out.author = text_of(item, std::to_array<std::string_view>({"dc:creator", "author"}));
    out.date = text_of(
        item,
        std::to_array<std::string_view>({"pubDate", "published", "dc:date", "updated"}));
    const auto content = first_of(
        item,
        std::to_array<std::string_view>(
            {"content:encoded", "content", "yandex:full-text", "description", "summary"}));
    if (!content) {
        return out;
    }
    if (const auto inside = cdata(content->content)) {
        out.html = std::string(*inside);
        out.html_begin = static_cast<std::size_t>(inside->data() - feed.data());
    } else {
        const bool xhtml = content->attributes.find("xhtml") != std::string_view::npos;
        out.html = xhtml ? std::string(content->content) : decode_entities(content->content);
    }
    return out;
}

}  // namespace

bool is_feed(std::string_view text) {
    const std::string_view head = text.substr(0, kHeadBytes);
    return head.find("<rss") != std::string_view::npos
           || head.find("<feed") != std::string_view::npos
           || head.find("<rdf:RDF") != std::string_view::npos;
}

Feed read_feed(std::string_view text) {
    Feed feed;
    const bool atom = text.find("<entry") != std::string_view::npos
                      && text.substr(0, kHeadBytes).find("<feed") != std::string_view::npos;
    const std::string_view name = atom ? "entry" : "item";
    const auto first = find_element(text, name, 0);
    const std::string_view head =
        first ? text.substr(0, static_cast<std::size_t>(first->content.data() - text.data()))
              : text;
    if (const auto title = find_element(head, "title", 0)) {
        const auto inside = cdata(title->content);
        feed.title = inside ? std::string(*inside) : decode_entities(trim(title->content));
    }
    for (auto item = first; item; item = find_element(text, name, item->end)) {
        feed.items.push_back(read_item(item->content, text));
    }
    return feed;
}

}  // namespace salient::page
