#include "session/script.hpp"

#include "session/apply.hpp"
#include "session/script_reader.hpp"
#include "session/script_words.hpp"

#include <algorithm>
#include <utility>

namespace salient::session {

namespace {

constexpr std::size_t kQuotedLength = 80;

const LineReader* find_reader(std::string_view word) {
    for (const auto readers : {view_line_readers(), work_line_readers()}) {
        const auto found = std::find_if(readers.begin(), readers.end(), [word](const auto& each) {
            return each.word == word;
        });
        if (found != readers.end()) {
            return &*found;
        }
    }
    return nullptr;
}

}  // namespace

base::Result<std::vector<ScriptStep>>
parse_script(std::string_view text, std::string_view name, const State& start) {
    std::vector<ScriptStep> steps;
    State state = start;
    for (int line_number = 1; !text.empty(); ++line_number) {
        const std::size_t line_end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, line_end));
        text.remove_prefix(std::min(text.size(), line_end + 1));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::string_view rest = line;
        const LineReader* reader = find_reader(take_word(rest));
        Outcome outcome = reader == nullptr ? expected("a command such as 'at 2025-01-12'")
                                            : reader->read({rest, state});
        if (!outcome.step) {
            return base::Error{
                base::ErrorCode::BadValue,
                "Expected " + outcome.expected + ", found '"
                    + std::string(line.substr(0, kQuotedLength)) + "'",
                std::string(name) + ":" + std::to_string(line_number)};
        }
        if (const auto* command = std::get_if<Command>(&*outcome.step)) {
            session::apply(state, *command);
        }
        steps.push_back(std::move(*outcome.step));
    }
    return steps;
}

}  // namespace salient::session
