#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// Name and value; names without their prefix.
using XmlAttributes = std::vector<std::pair<std::string_view, std::string_view>>;

/// Takes the pieces of an XML document. Names come without their prefix, so that undeclared ones do no harm.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    /// @param line  of the tag, from 1
    virtual void
    start(std::string_view name, const XmlAttributes& attributes, std::size_t line) = 0;
    virtual void end(std::string_view name) = 0;
    /// May come in several pieces.
    virtual void text(std::string_view piece) = 0;
    /// Asked from time to time; an Error stops the parser.
    [[nodiscard]] virtual base::Status may_go_on() = 0;

protected:
    XmlHandler() = default;
    XmlHandler(XmlHandler&&) = default;
    XmlHandler& operator=(XmlHandler&&) = default;
    XmlHandler(const XmlHandler&) = default;
    XmlHandler& operator=(const XmlHandler&) = default;
};

/// How a parse ended. What came before the fault has been handed on.
struct XmlOutcome {
    bool complete = true;
    base::Error error;      ///< unless complete
    std::size_t line = 0;   ///< of the fault
    std::string encoding;   ///< as declared, "UTF-8" when not
    bool repaired = false;  ///< the bytes were not of the declared encoding; another was found
};

/// Parses a document with entities off: a declaration of one stops it, external ones are never opened.
/// @errors in the outcome: BadFormat: not well-formed; Unsupported: entities; LimitExceeded: nested deeper than 200; Cancelled.
[[nodiscard]] XmlOutcome parse_xml(std::string_view bytes, XmlHandler& handler);

/// The name of the outermost element without its prefix, in the first bytes; empty when it is no XML.
[[nodiscard]] std::string root_element(std::string_view bytes);

}  // namespace salient::io
