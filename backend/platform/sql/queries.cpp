#include "platform/sql/queries.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>

#include "base/result.hpp"
#include "base/text.hpp"
#include "platform/embedded.hpp"

namespace cs::sql {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string lower(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

// Where the quoted text or comment that begins at `at` ends; `at` itself when there is none.
std::size_t end_of_opaque(std::string_view sql, std::size_t at) {
    const auto after = [&](std::string_view mark, std::size_t from) {
        const std::size_t found = sql.find(mark, from);
        return found == sql.npos ? sql.size() : found + mark.size();
    };
    const std::string_view rest = sql.substr(at);
    if (rest.starts_with('\'')) return after("'", at + 1);
    if (rest.starts_with('"')) return after("\"", at + 1);
    if (rest.starts_with("--")) return after("\n", at);
    if (rest.starts_with("/*")) return after("*/", at + 2);
    return at;
}

std::string word_in_dialect(Engine engine, std::string_view word, bool names_collation) {
    const bool sqlite = engine == Engine::sqlite;
    const std::string plain = lower(word);
    if (names_collation && plain == "vietnamese") return sqlite ? "vi" : "\"vi-x-icu\"";
    if (sqlite && plain == "bigint") return "integer";
    return std::string(word);
}

}    // namespace

std::string in_dialect(Engine engine, std::string_view sql) {
    std::string out;
    bool after_collate = false;
    for (std::size_t at = 0; at < sql.size();) {
        std::size_t end = end_of_opaque(sql, at);
        if (end > at) {
            const std::string_view opaque = sql.substr(at, end - at);
            out += opaque != "/*strict*/" ? opaque : engine == Engine::sqlite ? "strict" : "";
        } else if (is_word(sql[at])) {
            while (end < sql.size() && is_word(sql[end])) ++end;
            const std::string_view word = sql.substr(at, end - at);
            out += word_in_dialect(engine, word, after_collate);
            after_collate = lower(word) == "collate";
        } else {
            out += sql[end++];
        }
        at = end;
    }
    return out;
}

namespace {

struct Block {
    std::string name;
    std::optional<Engine> only;
    int line = 0;
    std::string sql;
};

[[noreturn]] void fault(std::string_view path, int line, std::string_view what) {
    throw std::logic_error(fmt::format("{}:{}: {}", path, line, what));
}

Block heading(std::string_view path, int line, std::string_view text) {
    Block block;
    block.line = line;
    const std::size_t space = text.find(' ');
    block.name = text.substr(0, space);
    const std::string_view variant = space == text.npos ? "" : trim(text.substr(space));
    if (variant == "(sqlite)") block.only = Engine::sqlite;
    if (variant == "(postgres)") block.only = Engine::postgres;
    const bool named = !block.name.empty() && std::all_of(block.name.begin(), block.name.end(), is_word);
    if (!named || (!variant.empty() && !block.only))
        fault(path, line, "write -- name: word, or -- name: word (postgres)");
    return block;
}

std::vector<Block> blocks_of(std::string_view path, std::string_view bytes) {
    static constexpr std::string_view mark = "-- name:";
    std::vector<Block> blocks;
    for (int line = 1; !bytes.empty(); ++line) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view text = trim(bytes.substr(0, end));
        const std::string_view whole = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (text.starts_with(mark))
            blocks.push_back(heading(path, line, trim(text.substr(mark.size()))));
        else if (text.empty() || text.starts_with("--"))
            continue;
        else if (blocks.empty())
            fault(path, line, "a query needs a name: -- name: word");
        else
            blocks.back().sql.append(whole).append("\n");
    }
    for (Block& block : blocks) {
        std::string_view sql = trim(block.sql);
        if (sql.ends_with(';')) sql.remove_suffix(1);
        if (sql.empty()) fault(path, block.line, block.name + " is empty");
        block.sql = std::string(sql);
    }
    return blocks;
}

const Block* block_for(const std::vector<Block>& blocks, const std::string& name, Engine engine) {
    const Block* common = nullptr;
    for (const Block& block : blocks) {
        if (block.name != name) continue;
        if (block.only == engine) return &block;
        if (!block.only) common = &block;
    }
    return common;
}

}    // namespace

std::vector<NamedQuery> read_queries(std::string_view path, std::string_view bytes, Engine engine) {
    const std::size_t last = path.rfind('/'), before = path.rfind('/', last - 1);
    const std::string module(path.substr(before + 1, last - before - 1));
    const std::vector<Block> blocks = blocks_of(path, bytes);
    std::set<std::pair<std::string, std::optional<Engine>>> seen;
    std::vector<NamedQuery> found;
    for (const Block& block : blocks) {
        if (!seen.emplace(block.name, block.only).second) fault(path, block.line, block.name + " stands twice");
        for (const Engine each : {Engine::sqlite, Engine::postgres})
            if (!block_for(blocks, block.name, each))
                fault(path, block.line, block.name + " is missing for one engine");
        if (block_for(blocks, block.name, engine) == &block)
            found.push_back({module + "." + block.name, in_dialect(engine, block.sql)});
    }
    return found;
}

namespace {

std::vector<NamedQuery> read_all(Engine engine) {
    std::vector<NamedQuery> all;
    for (const EmbeddedFile& file : embedded_under("backend/")) {
        if (!file.path.ends_with(".sql")) continue;
        std::vector<NamedQuery> some = read_queries(file.path, file.bytes, engine);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    const auto by_name = [](const NamedQuery& a, const NamedQuery& b) { return a.name < b.name; };
    std::sort(all.begin(), all.end(), by_name);
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i - 1].name == all[i].name) throw std::logic_error("two *.sql files of one module name " + all[i].name);
    return all;
}

}    // namespace

const std::vector<NamedQuery>& named_queries(Engine engine) {
    static const std::vector<NamedQuery> sqlite = read_all(Engine::sqlite), postgres = read_all(Engine::postgres);
    return engine == Engine::sqlite ? sqlite : postgres;
}

const NamedQuery& find_query(Engine engine, std::string_view name) {
    const auto& all = named_queries(engine);
    const auto at =
        std::lower_bound(all.begin(), all.end(), name,
                         [](const NamedQuery& query, std::string_view wanted) { return query.name < wanted; });
    if (at == all.end() || at->name != name)
        broken(fmt::format("no query is named {}", name).c_str(), __FILE__, __LINE__);
    return *at;
}

}    // namespace cs::sql
