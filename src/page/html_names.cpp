#include "page/html_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace salient::page {

namespace {

// Patterns against name_words(): " word" is the start of a word, " word " a whole one.

constexpr auto kBody = std::to_array<std::string_view>(
    {" article body",   " articlebody",    " article content",   " article text",
     " articletext",    " articlecontent", " article main body", " body content",
     " content body",   " entry content",  " entry body",        " post content",
     " post body",      " post text",      " post entry",        " story body",
     " storybody",      " story content",  " story text",        " storytext",
     " news body",      " news content",   " news text",         " main text",
     " article inner",  " body copy",      " text body",         " td post content",
     " single content", " article story"});

constexpr auto kContainer = std::to_array<std::string_view>(
    {" article",
     " content",
     " entry",
     " main",
     " post ",
     " story",
     " body",
     " text ",
     " page ",
     " wrapper",
     " container",
     " column"});

constexpr auto kReactions = std::to_array<std::string_view>(
    {" comment ",
     " comments",
     " commentlist",
     " disqus",
     " respond ",
     " replies",
     " related",
     " recirc",
     " outbrain",
     " taboola",
     " zergnet",
     " most read",
     " most popular",
     " read next",
     " up next",
     " more stories",
     " also like",
     " jp relatedposts"});

constexpr auto kFurniture = std::to_array<std::string_view>(
    {" share ",        " sharing",        " shares",        " sharebar",       " sharedaddy",
     " addthis",       " social",         " sidebar",       " side bar",       " breadcrumb",
     " newsletter",    " subscri",        " promo",         " sponsor",        " advert",
     " ad ",           " ads ",           " adsense",       " adslot",         " cookie",
     " gdpr",          " consent",        " popup",         " modal",          " overlay",
     " lightbox",      " nav ",           " navbar",        " navigation",     " menu",
     " footer",        " masthead",       " pagination",    " pager",          " next prev",
     " prev next",     " signup",         " sign up",       " login",          " register",
     " trending",      " popular",        " recommend",     " read more",      " readmore",
     " read also",     " see also",       " widget",        " toolbar",        " byline",
     " author bio",    " author box",     " author info",   " author card",    " about author",
     " authorbox",     " contributor",    " tags",          " tag list",       " taglist",
     " post tags",     " entry meta",     " post meta",     " article meta",   " copyright",
     " skip ",         " banner",         " gallery",       " slideshow",      " carousel",
     " hidden",        " print only",     " screen reader", " sr only",        " visually hidden",
     " donat",         " paywall",        " teaser",        " rating",         " poll ",
     " timestamp",     " toc ",           " ticker",        " stock quote",    " hide print",
     " no print",      " noprint",        " follow us",     " call to action", " cta ",
     " inline link",   " read this next", " in read",       " story list",     " headline list",
     " topics",        " keywords",       " reply ",        " rollover",       " tooltip",
     " popover",       " dropdown",       " read time",     " reading time",   " jump link",
     " accessibility", " editorial note", " appeal ",       " cards ",         " most viewed",
     " latest news",   " listing "});

constexpr auto kCaption = std::to_array<std::string_view>(
    {" caption",
     " photo credit",
     " image credit",
     " credit ",
     " credits ",
     " photographer",
     " figcaption",
     " mediacaption",
     " wp caption"});

/// Names that tell what else the page has, on the element around everything.
constexpr auto kModifiers = std::to_array<std::string_view>(
    {"has",
     "with",
     "no",
     "without",
     "not",
     "hide",
     "show",
     "enable",
     "enabled",
     "disable",
     "js",
     "using"});

template <std::size_t N>
bool has_any(std::string_view words, const std::array<std::string_view, N>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view pattern) {
        return words.find(pattern) != std::string_view::npos;
    });
}

/// "RelatedLinks-list" is "related links list".
void append_words(std::string_view name, std::string& out) {
    const std::size_t start = out.size();
    out += ' ';
    char before = '-';
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool camel =
            std::isupper(byte) != 0 && std::islower(static_cast<unsigned char>(before)) != 0;
        const bool mark = byte < 0x80 && std::isalnum(byte) == 0;
        if ((camel || mark) && out.back() != ' ') {
            out += ' ';
        }
        if (!mark) {
            out += static_cast<char>(std::tolower(byte));
        }
        before = c;
    }
    if (out.back() != ' ') {
        out += ' ';
    }
    const std::string_view words = std::string_view(out).substr(start + 1);
    const std::string_view first = words.substr(0, words.find(' '));
    if (std::find(kModifiers.begin(), kModifiers.end(), first) != kModifiers.end()) {
        out.resize(start);
        return;
    }
    out += '|';
}

}  // namespace

std::string name_words(const HtmlTree& tree, std::size_t node) {
    std::string out = "|";
    for (const char* attribute : {"class", "id"}) {
        const std::string_view value = tree.attribute(node, attribute).substr(0, 1000);
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t end = std::min(value.find_first_of(" \t\n\r\f", at), value.size());
            if (end > at) {
                append_words(value.substr(at, end - at), out);
            }
            at = end + 1;
        }
    }
    return out;
}

NameHints name_hints(std::string_view words) {
    if (words.size() < 2) {
        return {};
    }
    return {
        has_any(words, kBody),
        has_any(words, kContainer),
        has_any(words, kFurniture),
        has_any(words, kReactions),
        has_any(words, kCaption)};
}

}  // namespace salient::page
