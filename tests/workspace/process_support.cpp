#include "process_support.hpp"

#include "workspace_support.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>

namespace salient::workspace::testing {

namespace {

struct Running {
    pid_t process = -1;
    int output = -1;
};

Running start(const std::vector<std::string>& arguments) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        std::abort();
    }
    const std::string program = victim().string();
    std::vector<char*> words = {const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) {
        words.push_back(const_cast<char*>(argument.c_str()));
    }
    words.push_back(nullptr);
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execv(program.c_str(), words.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    return {process, ends[0]};
}

Outcome finish(const Running& running, std::string output) {
    std::array<char, 4096> bytes{};
    for (ssize_t got = 0; (got = ::read(running.output, bytes.data(), bytes.size())) > 0;) {
        output.append(bytes.data(), static_cast<std::size_t>(got));
    }
    ::close(running.output);
    int status = 0;
    ::waitpid(running.process, &status, 0);
    return {WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status), std::move(output)};
}

/// Waits for output, at most so long. @return false when the program has ended
bool read_until(int file, std::chrono::nanoseconds left, std::string& output) {
    pollfd ready = {file, POLLIN, 0};
    const timespec wait = {left.count() / 1'000'000'000, left.count() % 1'000'000'000};
    if (::ppoll(&ready, 1, &wait, nullptr) <= 0) {
        return true;
    }
    std::array<char, 4096> bytes{};
    const ssize_t got = ::read(file, bytes.data(), bytes.size());
    if (got > 0) {
        output.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return got > 0;
}

}  // namespace

Outcome run_victim(const std::vector<std::string>& arguments) {
    return finish(start(arguments), "");
}

Outcome kill_victim(const std::vector<std::string>& arguments, Moment moment) {
    using std::chrono::steady_clock;
    const Running running = start(arguments);
    std::string output;
    // A program that stops printing is killed all the same.
    auto end = steady_clock::now() + std::chrono::seconds(10);
    bool is_set = false;
    while (true) {
        const auto lines = static_cast<std::size_t>(std::count(output.begin(), output.end(), '\n'));
        if (!is_set && lines >= moment.lines) {
            end = steady_clock::now() + std::chrono::microseconds(moment.microseconds);
            is_set = true;
        }
        const auto left =
            std::chrono::duration_cast<std::chrono::nanoseconds>(end - steady_clock::now());
        if (left.count() <= 0 || !read_until(running.output, left, output)) {
            break;
        }
    }
    ::kill(running.process, SIGKILL);
    return finish(running, std::move(output));
}

}  // namespace salient::workspace::testing
