#include "stored.hpp"

#include <sqlite3.h>

#include "pq.hpp"

namespace bench {

using namespace cs;
using namespace cs::criteria;

namespace {

constexpr Fixed one = 1'000'000;

// Rows come in any order; a verdict belongs at its sheet's place.
std::size_t index_of(int place, int set, int year) {
    return static_cast<std::size_t>((place * 2 + set) * years + (year - first_year));
}

FlatVerdict judge_text(const Nation& nation, std::size_t at, const char* text, std::vector<Fixed>& row) {
    const Sheet& sheet = nation.sheets[at];
    read_sheet_text(text, sheet.flat->slots(), row);
    return sheet.flat->judge(row.data());
}

class InSqlite final : public Stored {
public:
    explicit InSqlite(const std::string& path) {
        CS_CHECK(sqlite3_open(path.c_str(), &db_) == SQLITE_OK);
        run("pragma journal_mode = wal");
        run("create table sheet (place integer not null, criteria_set integer not null, year integer not null, cells text not null,"
            " primary key (place, criteria_set, year)) strict, without rowid");
    }
    ~InSqlite() override { sqlite3_close(db_); }
    InSqlite(const InSqlite&) = delete;
    InSqlite& operator=(const InSqlite&) = delete;

    void load(const Nation& nation) override {
        run("begin");
        sqlite3_stmt* insert = prepared("insert into sheet values (?, ?, ?, ?)");
        for (const Sheet& sheet : nation.sheets) {
            const std::string text = sheet_text(nation, sheet);
            sqlite3_bind_int(insert, 1, sheet.place);
            sqlite3_bind_int(insert, 2, sheet.set);
            sqlite3_bind_int(insert, 3, sheet.year);
            sqlite3_bind_text(insert, 4, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
            CS_CHECK(sqlite3_step(insert) == SQLITE_DONE);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        run("commit");
    }

    Verdicts judge(const Nation& nation) override {
        Verdicts verdicts(nation.sheets.size());
        std::vector<Fixed> row;
        sqlite3_stmt* select = prepared("select place, criteria_set, year, cells from sheet");
        std::size_t seen = 0;
        for (; sqlite3_step(select) == SQLITE_ROW; ++seen) {
            const std::size_t at =
                index_of(sqlite3_column_int(select, 0), sqlite3_column_int(select, 1), sqlite3_column_int(select, 2));
            const unsigned char* text = sqlite3_column_text(select, 3);
            verdicts[at] = judge_text(nation, at, reinterpret_cast<const char*>(text), row);
        }
        sqlite3_finalize(select);
        CS_CHECK(seen == nation.sheets.size());
        return verdicts;
    }

private:
    void run(const char* sql) { CS_CHECK(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK); }
    sqlite3_stmt* prepared(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        CS_CHECK(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) == SQLITE_OK);
        return statement;
    }
    sqlite3* db_ = nullptr;
};

class InPostgres final : public Stored {
public:
    explicit InPostgres(const std::string& url) : pq_(url) {
        pq_.run("create table sheet (place integer not null, criteria_set smallint not null, year smallint not null,"
                " cells text not null, primary key (place, criteria_set, year))");
    }
    void load(const Nation& nation) override {
        pq_.copy_in("copy sheet from stdin", [&](const Pq::Line& line) {
            for (const Sheet& sheet : nation.sheets)
                line(fmt::format("{}\t{}\t{}\t{}\n", sheet.place, sheet.set, sheet.year, sheet_text(nation, sheet)));
        });
        pq_.run("analyze sheet");
    }
    Verdicts judge(const Nation& nation) override {
        Verdicts verdicts(nation.sheets.size());
        std::vector<Fixed> row;
        std::size_t seen = 0;
        pq_.copy_out("copy sheet to stdout", [&](const char* line) {
            const char* at = line;
            const int place = Pq::number(at), set = Pq::number(at), year = Pq::number(at);
            const std::size_t index = index_of(place, set, year);
            verdicts[index] = judge_text(nation, index, at, row);
            ++seen;
        });
        CS_CHECK(seen == nation.sheets.size());
        return verdicts;
    }

private:
    Pq pq_;
};

}    // namespace

std::string sheet_text(const Nation& nation, const Sheet& sheet) {
    std::string text;
    for (std::size_t i = 0; i < sheet.flat->slots(); ++i) {
        const Fixed value = nation.cells[sheet.first + i];
        if (i > 0) text += ';';
        if (value == left_out) text += '-';
        if (value > left_out) text += Decimal(value, 6).text();
    }
    return text;
}

void read_sheet_text(const char* text, std::size_t slots, std::vector<Fixed>& row) {
    row.resize(slots);
    for (Fixed& cell : row) {
        cell = missing;
        if (*text == '-') {
            cell = left_out;
            ++text;
        } else if (*text >= '0' && *text <= '9') {
            Fixed value = 0, unit = one;
            for (; *text >= '0' && *text <= '9'; ++text) value = value * 10 + (*text - '0');
            value *= one;
            if (*text == '.')
                for (++text; *text >= '0' && *text <= '9'; ++text) value += (*text - '0') * (unit /= 10);
            cell = value;
        }
        if (*text == ';') ++text;
    }
}

std::unique_ptr<Stored> stored_in_sqlite(const std::string& path) { return std::make_unique<InSqlite>(path); }
std::unique_ptr<Stored> stored_in_postgres(const std::string& url) { return std::make_unique<InPostgres>(url); }

}    // namespace bench
