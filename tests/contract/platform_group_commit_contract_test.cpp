// What is acknowledged is on disk, although those who write at the same time share one wait for it.
#include <fmt/core.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "contract/probe.hpp"
#include "platform/sql/flusher.hpp"
#include "platform/sql/shared_writer.hpp"

using namespace cs;
using namespace cs::sql;
using namespace cs::test;

namespace {

constexpr const char* cells = "create table cell (id bigint primary key, t text) /*strict*/";

void put(Tx& tx, std::int64_t id) { run(tx, "insert into cell (id, t) values ($1, 'x')", id); }

std::int64_t cells_in(Tx& tx) { return query(tx, "select count(*) as n from cell")->front().integer("n"); }

std::string path_of(const FreshDatabase& fresh) { return fresh.url().substr(std::string("sqlite:").size()); }

// Three callers in one group: each begins when the one before has left, and the first does not leave before two wait.
class Trio {
public:
    using Work = std::function<void(Tx&)>;    // throws to be taken back
    explicit Trio(const std::string& path) : writer_([path] { return connect_sqlite(path, true); }) {}

    // How each of them ended: "", or the name of what was thrown.
    std::array<std::string, 3> run(const Work& first, const Work& second, const Work& third) {
        std::array<std::string, 3> ended;
        std::thread others[2];
        const auto call = [&](std::size_t who, const Work& work) { ended[who] = outcome(work); };
        call(0, [&](Tx& tx) {
            others[0] = std::thread(call, 1, second);
            while (writer_.waiting() < 1) std::this_thread::yield();
            others[1] = std::thread(call, 2, third);
            while (writer_.waiting() < 2) std::this_thread::yield();
            first(tx);
        });
        for (std::thread& other : others) other.join();
        return ended;
    }
    std::string outcome(const Work& work) {
        try {
            const auto turn = writer_.begin();
            work(turn->tx());
            turn->commit();
            return "";
        } catch (const Interrupted&) {
            return "interrupted";
        } catch (const ConstraintViolation& violation) {
            return violation.constraint();
        } catch (const std::exception&) {
            return "exception";
        }
    }

private:
    SharedWriter writer_;
};

using Ends = std::array<std::string, 3>;

// No file may grow beyond `bytes` while this lives: what a full disk looks like to SQLite.
struct FullDisk {
    rlimit before{};
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit now{bytes, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before); }
};

}    // namespace

TEST_CASE("of many who write at once each keeps exactly what he was told is kept") {
    for_each_empty_database([](Database& db) {
        script(db, std::string(cells) +
                       "; create table total (n bigint not null) /*strict*/; insert into total values (0)");
        std::atomic<std::int64_t> kept = 0, wrong = 0;
        const auto one = [&](std::int64_t id) {
            const auto work = [&](Tx& tx) -> Done {
                put(tx, id);
                tx.lock("total");
                run(tx, "update total set n = n + 1");
                if (id % 5 == 1) return refuse(Problem::stale, "test.refused");
                if (id % 5 == 2) throw std::out_of_range("test");
                if (id % 5 == 3) put(tx, id);    // twice the same key
                return {};
            };
            bool told = false;
            try {
                told = db.write(work).has_value();
            } catch (const std::out_of_range&) {
            } catch (const ConstraintViolation&) {
            }
            const bool there =
                db.read([&](Tx& tx) { return !query(tx, "select id from cell where id = $1", id)->empty(); });
            wrong += there != told || told != (id % 5 == 0 || id % 5 == 4);
            kept += told;
        };
        std::vector<std::thread> all;
        for (std::int64_t who = 0; who < 8; ++who)
            all.emplace_back([&, who] {
                for (std::int64_t i = 0; i < 50; ++i) one(who * 50 + i);
            });
        for (std::thread& each : all) each.join();
        CHECK(wrong == 0);
        CHECK(kept == 160);
        CHECK(count(db, "cell") == 160);
        CHECK(number(db, "select n from total") == 160);
    });
}

TEST_CASE("when a write returns, PostgreSQL's log is on disk beyond its commit") {
    FreshDatabase fresh(Engine::postgres, false);
    script(fresh.db(), cells);
    for (std::int64_t id = 0; id < 20; ++id) {
        std::string end;
        write(fresh.db(), [&](Tx& tx) {
            put(tx, id);
            CHECK(query(tx, "show synchronous_commit")->front().text("synchronous_commit") == "off");
            end = query(tx, "select cast(pg_current_wal_insert_lsn() as text) as at")->front().text("at");
        });
        CHECK(number(fresh.db(), fmt::format("select pg_current_wal_flush_lsn() > '{}' as n", end)) == 1);
    }
}

TEST_CASE("when a write returns, SQLite has waited for the disk") {
    FreshDatabase fresh(Engine::sqlite, false);
    write(fresh.db(), [](Tx& tx) { CHECK(query(tx, "pragma synchronous")->front().integer("synchronous") == 2); });
}

TEST_CASE("a flush reaches everybody who waits for it, and so does its failure") {
    FreshDatabase fresh(Engine::postgres, false);
    Flusher flusher(connect_postgres(fresh.url()));
    std::atomic<int> answered = 0, interrupted = 0;
    const auto together = [&] {
        std::vector<std::thread> all;
        for (int i = 0; i < 8; ++i)
            all.emplace_back([&] {
                try {
                    flusher.wait();
                    ++answered;
                } catch (const Interrupted&) {
                    ++interrupted;
                }
            });
        for (std::thread& each : all) each.join();
    };
    together();
    CHECK(answered == 8);
    CHECK(flusher.usable());
    number(fresh.db(),
           "select count(pg_terminate_backend(pid, 5000)) as n from pg_stat_activity "
           "where datname = current_database() and pid <> pg_backend_pid()");
    CHECK_FALSE(flusher.usable());
    together();
    CHECK(answered == 8);
    CHECK(interrupted == 8);
}

TEST_CASE("a commit whose flush nobody confirmed is not acknowledged, and the next write works") {
    FreshDatabase fresh(Engine::postgres, false);
    script(fresh.db(), cells);
    script(fresh.db(), R"(
        create function lose_the_flusher() returns trigger language plpgsql as $$
        begin
            perform pg_terminate_backend(pid, 5000) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid();
            return null;
        end $$;
        create constraint trigger at_commit after insert on cell deferrable initially deferred
            for each row when (new.id = 1) execute function lose_the_flusher())");
    write(fresh.db(), [](Tx& tx) { put(tx, 0); });
    CHECK_THROWS_AS(write(fresh.db(), [](Tx& tx) { put(tx, 1); }), Interrupted);
    write(fresh.db(), [](Tx& tx) { put(tx, 2); });
    CHECK(count(fresh.db(), "cell") == 3);    // the second is there: nobody could say so
}

TEST_CASE("on SQLite those who wait share one commit: nobody outside sees the first before the last is done") {
    FreshDatabase fresh(Engine::sqlite, false);
    script(fresh.db(), cells);
    Trio trio(path_of(fresh));
    std::atomic<std::int64_t> outside = 0;
    const auto look = [&](Tx& tx, std::int64_t inside, std::int64_t id) {
        CHECK(cells_in(tx) == inside);
        put(tx, id);
        outside += count(fresh.db(), "cell");
    };
    const Ends ended =
        trio.run([&](Tx& tx) { look(tx, 0, 1); }, [&](Tx& tx) { look(tx, 1, 2); }, [&](Tx& tx) { look(tx, 2, 3); });
    CHECK(ended == Ends{"", "", ""});
    CHECK(outside == 0);
    CHECK(count(fresh.db(), "cell") == 3);
}

TEST_CASE("on SQLite a violation, an exception or a debt of one in a group takes back his work and nobody else's") {
    FreshDatabase fresh(Engine::sqlite, false);
    script(fresh.db(), std::string(cells) + R"(;
        create table note (cell_id bigint references cell (id) deferrable initially deferred) /*strict*/)");
    Trio trio(path_of(fresh));
    const auto kept = [&](std::int64_t id) { return [id](Tx& tx) { put(tx, id); }; };
    CHECK(trio.run(
              kept(1), [](Tx& tx) { put(tx, 2), put(tx, 1); }, kept(3)) == Ends{"", "cell_pkey", ""});
    CHECK(trio.run(
              kept(4), [](Tx& tx) { put(tx, 5), throw std::out_of_range("x"); }, kept(6)) == Ends{"", "exception", ""});
    CHECK(trio.run([](Tx& tx) { put(tx, 7), throw std::out_of_range("x"); }, kept(8), kept(9)) ==
          Ends{"exception", "", ""});
    CHECK(trio.run(kept(10), kept(11), [](Tx& tx) { put(tx, 12), throw std::out_of_range("x"); }) ==
          Ends{"", "", "exception"});
    const auto owing = [](Tx& tx) { put(tx, 13), run(tx, "insert into note values (99)"); };
    CHECK(trio.run(kept(14), owing, kept(15)) == Ends{"", "foreign_key", ""});
    const auto refused = [](Tx&) { throw std::out_of_range("x"); };
    CHECK(trio.run(refused, refused, refused) == Ends{"exception", "exception", "exception"});
    CHECK(number(fresh.db(), "select count(*) as n from cell where id in (1, 3, 4, 6, 8, 9, 10, 11, 14, 15)") == 10);
    CHECK(count(fresh.db(), "cell") == 10);
}

TEST_CASE("on SQLite a commit that fails reaches everybody whose work was in it, and the next group is whole") {
    FreshDatabase fresh(Engine::sqlite, false);
    script(fresh.db(), cells);
    Trio trio(path_of(fresh));
    {
        const FullDisk full(4096);
        CHECK(trio.run([](Tx& tx) { put(tx, 1); }, [](Tx& tx) { put(tx, 2), throw std::out_of_range("x"); },
                       [](Tx& tx) { put(tx, 3); }) == Ends{"interrupted", "exception", "interrupted"});
    }
    CHECK(count(fresh.db(), "cell") == 0);
    const auto kept = [&](std::int64_t id) { return [id](Tx& tx) { put(tx, id); }; };
    CHECK(trio.run(kept(1), kept(2), kept(3)) == Ends{"", "", ""});
    CHECK(count(fresh.db(), "cell") == 3);
}

TEST_CASE("on SQLite a statement that makes the engine give up everything acknowledges nobody") {
    FreshDatabase fresh(Engine::sqlite, false);
    script(fresh.db(), cells);
    Trio trio(path_of(fresh));
    const auto fill = [](Tx& tx) {
        query(tx, "pragma max_page_count = 10");
        run(tx, "insert into cell (id, t) values (2, hex(zeroblob(100000)))");
    };
    const auto roomy = [](Tx& tx) { query(tx, "pragma max_page_count = 1000000"), put(tx, 3); };
    CHECK(trio.run([](Tx& tx) { put(tx, 1); }, fill, roomy) == Ends{"interrupted", "exception", ""});
    CHECK(number(fresh.db(), "select id as n from cell") == 3);
}
