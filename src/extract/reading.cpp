#include "extract/reading.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace salient::extract {

namespace {

constexpr std::size_t kMaxPassageTokens = 240;

bool is_body(page::BlockKind kind) {
    return kind == page::BlockKind::Paragraph || kind == page::BlockKind::ListItem
           || kind == page::BlockKind::Quote;
}

/// Tokens that share bytes with [begin, end), from `from` on.
template <class Mark>
Mark mark_of(
    const std::vector<prose::Token>& tokens,
    std::size_t begin,
    std::size_t end,
    std::uint32_t index) {
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const auto& token) {
        return token.end <= begin;
    });
    const auto last = std::partition_point(first, tokens.end(), [&](const auto& token) {
        return token.begin < end;
    });
    return {
        static_cast<std::uint32_t>(first - tokens.begin()),
        static_cast<std::uint32_t>(last - tokens.begin()),
        index};
}

void add_marks(Reading& reading, const std::vector<Hit>& hits) {
    std::size_t hit = 0;
    std::size_t place = 0;
    std::size_t time = 0;
    for (Passage& passage : reading.passages) {
        const prose::Sentence& sentence = passage.sentence;
        while (hit < hits.size() && hits[hit].first < sentence.first_token) {
            ++hit;
        }
        for (; hit < hits.size() && hits[hit].end <= sentence.end_token; ++hit) {
            passage.hits.push_back(hits[hit]);
        }
        while (place < reading.toponyms.size() && reading.toponyms[place].begin < sentence.begin) {
            ++place;
        }
        for (; place < reading.toponyms.size() && reading.toponyms[place].end <= sentence.end;
             ++place) {
            passage.places.push_back(mark_of<PlaceMark>(
                reading.tokens,
                reading.toponyms[place].begin,
                reading.toponyms[place].end,
                static_cast<std::uint32_t>(place)));
        }
        while (time < reading.timexes.size() && reading.timexes[time].begin < sentence.begin) {
            ++time;
        }
        for (; time < reading.timexes.size() && reading.timexes[time].end <= sentence.end; ++time) {
            passage.times.push_back(mark_of<TimeMark>(
                reading.tokens,
                reading.timexes[time].begin,
                reading.timexes[time].end,
                static_cast<std::uint32_t>(time)));
        }
    }
}

/// What goes on without a full stop is cut, so that looking at every pair of words in a passage stays cheap.
void add_pieces(
    const std::vector<prose::Token>& tokens,
    std::size_t begin,
    std::size_t end,
    std::uint32_t paragraph,
    std::vector<Passage>& passages) {
    for (std::size_t first = begin; first < end; first += kMaxPassageTokens) {
        Passage passage;
        passage.sentence.first_token = first;
        passage.sentence.end_token = std::min(first + kMaxPassageTokens, end);
        passage.sentence.begin = tokens[first].begin;
        passage.sentence.end = tokens[passage.sentence.end_token - 1].end;
        passage.paragraph = paragraph;
        passage.number = static_cast<std::uint32_t>(passages.size());
        passages.push_back(std::move(passage));
    }
}

std::vector<Passage> body_passages(
    const std::vector<prose::Token>& tokens,
    const std::vector<prose::Sentence>& sentences,
    const std::vector<page::Block>& blocks) {
    std::vector<Passage> passages;
    std::size_t block = 0;
    for (const prose::Sentence& sentence : sentences) {
        if (blocks.empty()) {
            add_pieces(tokens, sentence.first_token, sentence.end_token, 0, passages);
            continue;
        }
        while (block < blocks.size() && blocks[block].end <= sentence.begin) {
            ++block;
        }
        // A sentence may run over the border of two blocks: each has its part.
        for (std::size_t b = block; b < blocks.size() && blocks[b].begin < sentence.end; ++b) {
            if (!is_body(blocks[b].kind)) {
                continue;
            }
            std::size_t first = sentence.first_token;
            std::size_t end = sentence.end_token;
            while (first < end && tokens[first].begin < blocks[b].begin) {
                ++first;
            }
            while (end > first && tokens[end - 1].end > blocks[b].end) {
                --end;
            }
            add_pieces(tokens, first, end, static_cast<std::uint32_t>(b), passages);
        }
    }
    return passages;
}

}  // namespace

Reading read_text(
    std::string_view text,
    const std::vector<page::Block>& blocks,
    const Lexicon& lexicon,
    const toponym::Finder& finder,
    const ReadingOptions& options) {
    std::vector<prose::Token> tokens = prose::tokenize(text);
    Words words = options.with_passages ? Words(text, tokens) : Words({}, {});
    Reading
        reading{text, {}, std::move(words), {}, {}, {}, {}, options.published, options.language};
    const std::vector<prose::Sentence> sentences = prose::split_sentences(text, tokens);
    std::vector<Hit> hits;
    lexicon.mark(reading.words, reading.cues, hits);

    timex::Options time_options;
    time_options.doc_date = options.published;
    time_options.language = std::string(options.language);
    time_options.domain = options.domain;
    reading.timexes = timex::find_timexes(text, tokens, time_options);

    toponym::Options place_options;
    place_options.language = std::string(options.language);
    place_options.publisher_host = std::string(options.publisher_host);
    place_options.theatre_bias = options.theatre_bias;
    reading.toponyms = finder.find(text, tokens, sentences, place_options);

    if (options.with_passages) {
        reading.passages = body_passages(tokens, sentences, blocks);
    }
    reading.tokens = std::move(tokens);
    add_marks(reading, hits);
    return reading;
}

}  // namespace salient::extract
