#include <doctest/doctest.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/digest.hpp"
#include "platform/blobs/folder.hpp"
#include "platform/testing_folder.hpp"

using namespace cs;
namespace fs = std::filesystem;

namespace {

std::string read(const std::string& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

struct House : TestFolder {
    blobs::Folder kept{path + "/kept"};
    Drafts drafts{path + "/drafts"};

    std::string keep(const std::string& bytes) {
        REQUIRE(drafts.write("a", 0, bytes));
        const std::string sum = file_digest(drafts.path("a"));
        REQUIRE(kept.put(drafts.path("a"), sum));
        return sum;
    }
    std::size_t files() const {
        std::size_t n = 0;
        for (const auto& entry : fs::recursive_directory_iterator(path)) n += entry.is_regular_file();
        return n;
    }
};

// The kernel refuses to let a file grow above the limit, as it refuses on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit small{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

}    // namespace

TEST_CASE("a file is found by the digest of its bytes, is kept once, and leaves its draft") {
    House house;
    const std::string sum = house.keep("biên bản");
    CHECK(sum == digest("biên bản"));
    CHECK(house.kept.size(sum) == 11);
    CHECK(read(house.kept.path(sum)) == "biên bản");
    CHECK(house.drafts.names().empty());
    CHECK(house.keep("biên bản") == sum);
    CHECK(house.files() == 1);
    CHECK(house.kept.size(digest("khác")) == std::nullopt);
}

TEST_CASE("a file that was damaged in the store is mended when it comes again") {
    House house;
    const std::string sum = house.keep("biên bản");
    fs::resize_file(house.kept.path(sum), 3);
    house.keep("biên bản");
    CHECK(read(house.kept.path(sum)) == "biên bản");
}

TEST_CASE("what is removed is gone, and removing it again is no fault") {
    House house;
    const std::string sum = house.keep("tải nhầm");
    house.kept.remove(sum);
    house.kept.remove(sum);
    CHECK(house.kept.size(sum) == std::nullopt);
    CHECK(house.files() == 0);
}

TEST_CASE("a draft grows piece by piece; what was not acknowledged is written over") {
    House house;
    REQUIRE(house.drafts.write("a", 0, "minh "));
    REQUIRE(house.drafts.write("a", 5, "chứng cũ, dài hơn"));
    REQUIRE(house.drafts.write("a", 5, "chứng"));
    CHECK(read(house.drafts.path("a")) == "minh chứng");
    CHECK(house.drafts.size("a") == 12);
    CHECK(house.drafts.size("b") == 0);
    const Done beyond = house.drafts.write("a", 13, "x");
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().code == "blobs.draft_lost");
    CHECK(house.drafts.names() == std::vector<std::string>{"a"});
}

TEST_CASE("a full disk is refused in one sentence, and the draft stays as it was") {
    House house;
    REQUIRE(house.drafts.write("a", 0, std::string(60'000, 'x')));
    const SmallDisk small(100'000);
    const Done refused = house.drafts.write("a", 60'000, std::string(60'000, 'y'));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "blobs.full");
    CHECK(house.drafts.size("a") == 60'000);
    CHECK(house.drafts.write("a", 60'000, std::string(30'000, 'z')));
    CHECK(house.drafts.size("a") == 90'000);
}

TEST_CASE("a file that cannot be written for another reason is a fault of the machine") {
    House house;
    fs::create_directory(house.path + "/drafts/a");
    CHECK_THROWS_AS(static_cast<void>(house.drafts.write("a", 0, "x")), std::system_error);
}
