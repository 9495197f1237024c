#pragma once
// tests/mail/server.py beside a test: a real mail server on a free port, ended by its own id.
#include <sys/wait.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <csignal>

#include "contract/databases.hpp"
#include "platform/mail/smtp.hpp"

namespace cs::test {

class MailServer {
public:
    explicit MailServer(const std::vector<std::string>& arguments = {}) {
        int in[2], out[2];
        REQUIRE((pipe(in) == 0 && pipe(out) == 0));
        std::vector<std::string> words = {"/usr/bin/python3", "tests/mail/server.py"};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> argv;
        for (std::string& word : words) argv.push_back(word.data());
        argv.push_back(nullptr);
        pid_ = fork();
        if (pid_ == 0) {
            dup2(in[0], 0), dup2(out[1], 1);
            for (const int fd : {in[0], in[1], out[0], out[1]}) close(fd);
            execv(argv[0], argv.data());
            _exit(127);
        }
        close(in[0]), close(out[1]);
        to_ = in[1];
        from_ = fdopen(out[0], "r");
        const std::string first = line();
        REQUIRE_MESSAGE(!first.empty(), "the mail server did not start: is python3-aiosmtpd installed?");
        port_ = std::stoi(first);
    }
    ~MailServer() {
        close(to_);    // its word to end
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
        fclose(from_);
    }
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;

    mail::Server server() const { return {"127.0.0.1", port_, mail::Tls::none, "", "", "", std::chrono::seconds(10)}; }
    // The next letter it took; blocks until there is one.
    boost::json::object letter() { return boost::json::parse(line()).as_object(); }

private:
    std::string line() {
        std::string text;
        for (int c; (c = fgetc(from_)) != EOF && c != '\n';) text += static_cast<char>(c);
        return text;
    }
    pid_t pid_ = -1;
    int to_ = -1, port_ = 0;
    FILE* from_ = nullptr;
};

inline std::string text_of(const boost::json::object& letter, const char* field) { return std::string(letter.at(field).as_string()); }

}    // namespace cs::test
