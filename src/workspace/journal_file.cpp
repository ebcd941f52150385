#include "workspace/journal_file.hpp"

#include "workspace/json_codec.hpp"

#include <array>
#include <charconv>
#include <iterator>
#include <optional>

namespace salient::workspace {

namespace {

constexpr std::string_view kAnyJournal = "salient-journal ";

constexpr std::array<std::uint32_t, 256> crc_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
        }
        table[i] = value;
    }
    return table;
}

template <class T>
std::optional<T> take_number(std::string_view& text) {
    T number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto length = static_cast<std::size_t>(end - text.data());
    if (error != std::errc() || length >= text.size() || text[length] != ' ') {
        return std::nullopt;
    }
    text.remove_prefix(length + 1);
    return number;
}

/// Takes the next whole record off the text; nullopt, at its end or where it is torn.
std::optional<std::string_view> take_record(std::string_view& text) {
    std::string_view rest = text;
    const auto length = take_number<std::size_t>(rest);
    const auto sum = length ? take_number<std::uint32_t>(rest) : std::nullopt;
    if (!sum || rest.size() <= *length || rest[*length] != '\n') {
        return std::nullopt;
    }
    const std::string_view json = rest.substr(0, *length);
    if (checksum(json) != *sum) {
        return std::nullopt;
    }
    text = rest.substr(*length + 1);
    return json;
}

/// Goes on behind the next line's end: records after a damaged one are still good.
void skip_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
}

}  // namespace

std::uint32_t checksum(std::string_view bytes) {
    static constexpr std::array<std::uint32_t, 256> kTable = crc_table();
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum = kTable[(sum ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (sum >> 8U);
    }
    return ~sum;
}

std::string record(std::string_view json) {
    std::string text = std::to_string(json.size()) + " " + std::to_string(checksum(json)) + " ";
    text += json;
    text += '\n';
    return text;
}

std::string base_record(const Base& base) {
    const auto& [workspace, files] = base;
    return record(json_text({{"workspace", workspace}, {"files", files}}));
}

std::string gesture_record(const std::vector<Edit>& gesture) {
    Json json = Json::array();
    for (const Edit& edit : gesture) {
        json.push_back(encode(edit));
    }
    return record(json_text(json));
}

base::Result<JournalText> read_journal(std::string_view bytes) {
    if (!bytes.starts_with(kJournalName)) {
        if (bytes.starts_with(kAnyJournal)) {
            return base::Error{
                base::ErrorCode::Unsupported,
                "A newer Salient wrote this journal; recover it with that version",
                ""};
        }
        return base::Error{base::ErrorCode::BadFormat, "Expected a journal of Salient", ""};
    }
    bytes.remove_prefix(kJournalName.size());
    JournalText result;
    const auto base_json = take_record(bytes);
    if (!base_json || !decoded(*base_json, result.base)) {
        return base::Error{base::ErrorCode::BadFormat, "The journal's beginning is damaged", ""};
    }
    while (!bytes.empty()) {
        const auto json = take_record(bytes);
        std::vector<Edit> gesture;
        if (!json) {
            skip_line(bytes);
        }
        if (!json || !decoded(*json, gesture)) {
            ++result.damaged;
            continue;
        }
        result.edits.insert(
            result.edits.end(),
            std::make_move_iterator(gesture.begin()),
            std::make_move_iterator(gesture.end()));
    }
    return result;
}

}  // namespace salient::workspace
