#include "io/xml_parser.hpp"

#include "base/utf8.hpp"
#include "io/file_bytes.hpp"

#include <expat.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

namespace salient::io {

namespace {

constexpr int kMaxDepth = 200;
constexpr std::size_t kChunkBytes = std::size_t{1} << 20U;

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct ParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, ParserDeleter>;

/// Between expat's calls and the handler.
class Bridge {
public:
    Bridge(XML_Parser parser, XmlHandler& handler) : parser_(parser), handler_(handler) {
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetEntityDeclHandler(parser, on_entity);
        XML_SetXmlDeclHandler(parser, on_declaration);
        XML_SetUnknownEncodingHandler(parser, on_encoding, nullptr);
    }
    [[nodiscard]] const base::Status& status() const { return status_; }
    [[nodiscard]] const std::string& encoding() const { return encoding_; }

private:
    XML_Parser parser_;
    XmlHandler& handler_;
    XmlAttributes attributes_;
    base::Status status_ = base::Done{};
    std::string encoding_ = "UTF-8";
    int depth_ = 0;
    unsigned tags_ = 0;

    static Bridge& of(void* data) { return *static_cast<Bridge*>(data); }

    void stop(base::Error error) {
        if (status_) {
            status_ = std::move(error);
            XML_StopParser(parser_, XML_FALSE);
        }
    }

    void start(const XML_Char* name, const XML_Char** attributes) {
        if (++depth_ > kMaxDepth) {
            stop(
                {base::ErrorCode::LimitExceeded,
                 "Elements are nested deeper than " + std::to_string(kMaxDepth),
                 ""});
            return;
        }
        if (++tags_ % 4096 == 0) {
            if (base::Status status = handler_.may_go_on(); !status) {
                stop(status.error());
                return;
            }
        }
        attributes_.clear();
        for (; *attributes != nullptr; attributes += 2) {
            attributes_.emplace_back(local_name(attributes[0]), attributes[1]);
        }
        handler_.start(local_name(name), attributes_, XML_GetCurrentLineNumber(parser_));
    }

    static void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
        of(data).start(name, attributes);
    }
    static void XMLCALL on_end(void* data, const XML_Char* name) {
        --of(data).depth_;
        if (of(data).status_) {
            of(data).handler_.end(local_name(name));
        }
    }
    static void XMLCALL on_text(void* data, const XML_Char* text, int length) {
        if (of(data).status_) {
            of(data).handler_.text({text, static_cast<std::size_t>(length)});
        }
    }
    // NOLINTNEXTLINE(readability-function-size) -- the signature is expat's
    static void XMLCALL on_entity(
        void* data,
        const XML_Char* /*name*/,
        int /*is_parameter*/,
        const XML_Char* /*value*/,
        int /*length*/,
        const XML_Char* /*base*/,
        const XML_Char* /*system*/,
        const XML_Char* /*public_id*/,
        const XML_Char* /*notation*/) {
        of(data).stop(
            {base::ErrorCode::Unsupported,
             "The file declares XML entities, which are not followed; remove its DOCTYPE",
             ""});
    }
    static void XMLCALL on_declaration(
        void* data,
        const XML_Char* /*version*/,
        const XML_Char* encoding,
        int /*standalone*/) {
        if (encoding != nullptr) {
            of(data).encoding_ = encoding;
        }
    }
    /// Single-byte encodings by ICU's tables.
    static int XMLCALL on_encoding(void* /*data*/, const XML_Char* name, XML_Encoding* info) {
        UErrorCode error = U_ZERO_ERROR;
        UConverter* converter = ucnv_open(name, &error);
        if (U_FAILURE(error) != 0 || ucnv_getMaxCharSize(converter) != 1) {
            ucnv_close(converter);
            return XML_STATUS_ERROR;
        }
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const auto c = static_cast<char>(byte);
            UChar32 value = 0;
            const char* from = &c;
            error = U_ZERO_ERROR;
            value = ucnv_getNextUChar(converter, &from, &c + 1, &error);
            info->map[byte] = U_FAILURE(error) != 0 || value > 0xFFFF ? -1 : value;
        }
        ucnv_close(converter);
        info->data = nullptr;
        info->convert = nullptr;
        info->release = nullptr;
        return XML_STATUS_OK;
    }
};

bool feed(XML_Parser parser, std::string_view bytes) {
    while (true) {
        const std::string_view chunk = bytes.substr(0, kChunkBytes);
        bytes.remove_prefix(chunk.size());
        const auto size = static_cast<int>(chunk.size());
        if (XML_Parse(parser, chunk.data(), size, bytes.empty() ? 1 : 0) == XML_STATUS_ERROR) {
            return false;
        }
        if (bytes.empty()) {
            return true;
        }
    }
}

XmlOutcome parse_as(std::string_view bytes, const char* encoding, XmlHandler& handler) {
    const Parser parser(XML_ParserCreate(encoding));
    Bridge bridge(parser.get(), handler);
    XmlOutcome outcome;
    outcome.complete = feed(parser.get(), bytes);
    outcome.encoding = bridge.encoding();
    if (!outcome.complete) {
        outcome.line = XML_GetCurrentLineNumber(parser.get());
        outcome.error = bridge.status()
                            ? base::Error{
                                base::ErrorCode::BadFormat,
                                "Not well-formed XML in line " + std::to_string(outcome.line)
                                    + ": " + XML_ErrorString(XML_GetErrorCode(parser.get())),
                                ""}
                            : bridge.status().error();
    }
    return outcome;
}

/// The name behind `encoding=` in the declaration, in small letters.
std::string declared_encoding(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 200));
    const std::size_t at = head.find("encoding");
    if (!head.starts_with("<?xml") || at == std::string_view::npos) {
        return "utf-8";
    }
    const std::size_t open = head.find_first_of("\"'", at);
    const std::size_t close =
        head.find_first_of("\"'", open == std::string_view::npos ? at : open + 1);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return "utf-8";
    }
    std::string name(head.substr(open + 1, close - open - 1));
    std::transform(name.begin(), name.end(), name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
}

std::string_view without_lead(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : bytes.substr(first);
}

}  // namespace

XmlOutcome parse_xml(std::string_view bytes, XmlHandler& handler) {
    bytes = without_lead(bytes);
    const std::string encoding = declared_encoding(bytes);
    if ((encoding == "utf-8" || encoding == "utf8") && bytes.starts_with('<')
        && base::find_invalid_utf8(bytes)) {
        const DecodedText decoded = decode_text(bytes);
        XmlOutcome outcome = parse_as(decoded.text, "UTF-8", handler);
        outcome.encoding = decoded.encoding;
        outcome.repaired = true;
        return outcome;
    }
    return parse_as(bytes, nullptr, handler);
}

std::string root_element(std::string_view bytes) {
    const DecodedText decoded = decode_text(bytes.substr(0, std::size_t{1} << 16U));
    std::string_view text = without_lead(decoded.text);
    while (text.starts_with("<?") || text.starts_with("<!")) {
        const std::size_t end = text.starts_with("<!--") ? text.find("-->") : text.find('>');
        if (end == std::string_view::npos) {
            return {};
        }
        text = without_lead(text.substr(end + (text.starts_with("<!--") ? 3 : 1)));
        const std::size_t next = text.find('<');
        text = next == std::string_view::npos ? std::string_view() : text.substr(next);
    }
    if (!text.starts_with('<')) {
        return {};
    }
    const std::size_t end = text.find_first_of(" \t\r\n/>", 1);
    return std::string(local_name(text.substr(1, end == std::string_view::npos ? end : end - 1)));
}

}  // namespace salient::io
