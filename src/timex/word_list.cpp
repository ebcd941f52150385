#include "timex/word_list.hpp"

namespace salient::timex {

bool WordList::holds(std::string_view word) const {
    if (word.empty()) {
        return false;
    }
    for (std::size_t at = words_.find(word); at != std::string_view::npos;
         at = words_.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool opens = at == 0 || words_[at - 1] == ' ';
        const bool closes = end == words_.size() || words_[end] == ' ';
        if (opens && closes) {
            return true;
        }
    }
    return false;
}

}  // namespace salient::timex
