#include "page/stated_fields.hpp"

#include "page/line_marks.hpp"
#include "page/publication_date.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace salient::page {

namespace {

constexpr std::size_t kLongestKey = 28;
constexpr std::size_t kLongestValue = 400;

enum class Field { Unknown, Ignored, Title, Date, Author, Publisher, Url, Language };

struct Key {
    std::string_view name;
    Field field;
};

constexpr auto kKeys = std::to_array<Key>({
    {"title", Field::Title},
    {"headline", Field::Title},
    {"заголовок", Field::Title},
    {"date", Field::Date},
    {"published", Field::Date},
    {"published at", Field::Date},
    {"published on", Field::Date},
    {"publication date", Field::Date},
    {"publish date", Field::Date},
    {"pubdate", Field::Date},
    {"posted", Field::Date},
    {"timestamp", Field::Date},
    {"дата", Field::Date},
    {"дата публікації", Field::Date},
    {"дата публикации", Field::Date},
    {"опубліковано", Field::Date},
    {"опубликовано", Field::Date},
    {"author", Field::Author},
    {"authors", Field::Author},
    {"автор", Field::Author},
    {"source", Field::Publisher},
    {"publisher", Field::Publisher},
    {"domain", Field::Publisher},
    {"site", Field::Publisher},
    {"джерело", Field::Publisher},
    {"источник", Field::Publisher},
    {"url", Field::Url},
    {"link", Field::Url},
    {"permalink", Field::Url},
    {"canonical", Field::Url},
    {"lang", Field::Language},
    {"language", Field::Language},
    {"layout", Field::Ignored},
    {"categories", Field::Ignored},
    {"category", Field::Ignored},
    {"tags", Field::Ignored},
    {"keywords", Field::Ignored},
    {"excerpt", Field::Ignored},
    {"description", Field::Ignored},
    {"image", Field::Ignored},
    {"slug", Field::Ignored},
    {"draft", Field::Ignored},
    {"type", Field::Ignored},
    {"tool", Field::Ignored},
    {"status", Field::Ignored},
    {"http status", Field::Ignored},
    {"scraped at", Field::Ignored},
    {"fetched at", Field::Ignored},
    {"crawled at", Field::Ignored},
    {"retrieved", Field::Ignored},
    {"accessed", Field::Ignored},
    {"updated", Field::Ignored},
    {"last updated", Field::Ignored},
    {"modified", Field::Ignored},
    {"edited by", Field::Ignored},
    {"оновлено", Field::Ignored},
    {"обновлено", Field::Ignored},
});

std::string_view trim(std::string_view text) {
    static constexpr std::string_view kSpace = " \t\r\n\"'`*_";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

Field field_of(std::string_view key) {
    std::string name = lower_start(trim(key));
    std::replace(name.begin(), name.end(), '_', ' ');
    const auto* found = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& known) {
        return known.name == name;
    });
    if (found != kKeys.end()) {
        return found->field;
    }
    // "scraped_on", "url_extraction_mode", "fetcher tier": machine words that no sentence starts with.
    const bool machine = key.find('_') != std::string_view::npos
                         || name.compare(0, 7, "scraped") == 0 || name.compare(0, 5, "fetch") == 0;
    return machine ? Field::Ignored : Field::Unknown;
}

}  // namespace

void set_if_empty(std::string& field, std::string_view value) {
    if (field.empty()) {
        field = std::string(value);
    }
}

void set_published(Article& article, std::string_view text, std::string_view method) {
    if (article.published || text.empty()) {
        return;
    }
    if (auto span = parse_publication_date(text)) {
        article.published = *span;
        article.published_evidence = {std::string(text), std::string(method)};
    }
}

bool read_field(std::string_view line, Article& article) {
    if (line.substr(0, 2) == "- " || line.substr(0, 2) == "* ") {
        line.remove_prefix(2);
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > kLongestKey
        || line.size() > kLongestValue) {
        return false;
    }
    const std::string_view value = trim(line.substr(colon + 1));
    switch (field_of(line.substr(0, colon))) {
        case Field::Unknown:
            return false;
        case Field::Ignored:
            break;
        case Field::Title:
            set_if_empty(article.title, value);
            break;
        case Field::Date:
            set_published(article, value, "first lines");
            break;
        case Field::Author:
            set_if_empty(article.author, value);
            break;
        case Field::Publisher:
            set_if_empty(article.publisher, value);
            break;
        case Field::Url:
            set_if_empty(article.url, value);
            break;
        case Field::Language:
            set_if_empty(article.language, value.substr(0, 2));
            break;
    }
    return true;
}

void read_dateline(std::string_view paragraph, Article& article) {
    static constexpr std::size_t kLongestDateline = 90;
    static constexpr auto kDashes =
        std::to_array<std::string_view>({" — ", " – ", " - ", "—", "–", ". "});
    const std::string_view head = paragraph.substr(0, kLongestDateline);
    for (const std::string_view dash : kDashes) {
        const std::size_t at = head.find(dash);
        if (at != std::string_view::npos) {
            set_published(article, head.substr(0, at), "dateline");
        }
    }
}

}  // namespace salient::page
