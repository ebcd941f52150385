#include "fuzz.hpp"
#include "io/csv_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = salient::fuzz::text_of(data, size);
    salient::io::Tables tables;
    const auto status = salient::io::read_csv(text, {}, tables, nullptr, {});
    static_cast<void>(status.has_value());
    return 0;
}
