#include "cli/run.hpp"

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
#ifdef SALIENT_CATCH_ALL
    try {
        return salient::cli::run(argc, argv);
    } catch (const std::exception& exception) {
        std::cerr << "salient: unexpected failure: " << exception.what() << '\n';
        return 1;
    }
#else
    return salient::cli::run(argc, argv);
#endif
}
