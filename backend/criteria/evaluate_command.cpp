#include "criteria/evaluate_command.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "criteria/set_yaml.hpp"
#include "criteria/values_csv.hpp"

namespace cs::criteria {
namespace {

constexpr int done = 0, refused = 1, wrong_usage = 2, environment = 3;

std::optional<std::string> file_bytes(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return std::nullopt;
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return in.bad() ? std::nullopt : std::optional(std::move(bytes).str());
}

class Command {
public:
    Command(const EvaluateOptions& options, const Say& say, std::ostream& out, std::ostream& err)
        : options_(options), say_(say), out_(out), err_(err) {}

    int run() {
        if (options_.year < 1900 || options_.year > 9999)
            return stop(wrong_usage, "", {"criteria.not_a_year", {{"found", std::to_string(options_.year)}}, {}, 0});
        const auto yaml = file_bytes(options_.criteria), csv = file_bytes(options_.values);
        for (const auto& [bytes, path] : {std::pair(&yaml, &options_.criteria), std::pair(&csv, &options_.values)})
            if (!*bytes) return stop(environment, "", {"criteria.file_unreadable", {{"file", *path}}, {}, 0});
        const auto set = read_evaluable_set(*yaml);
        if (!set) return stop(refused, options_.criteria, set.error());
        if (!set->knows_region(options_.region)) return stop(wrong_usage, "", unknown_region(*set));
        if (const int code = look_beside(*set); code != done) return code;
        const auto plan = compile(Ground{&*set}, grounds(), options_.region, options_.year, options_.assume_confirmed);
        if (!plan) return stop(refused, options_.criteria, plan.error());
        const auto units = read_values(*plan, *csv);
        if (!units) return stop(refused, options_.values, units.error());
        print(*plan, *units);
        return done;
    }

private:
    // Formulas name other sets by id; the file beside this one that carries the id is the set.
    int look_beside(const CriteriaSet& set) {
        const auto folder = std::filesystem::absolute(options_.criteria).parent_path();
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().extension() == ".yaml" || entry.path().extension() == ".yml") files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const std::string& id : sets_needed(set)) {
            for (const auto& file : files) {
                const auto bytes = file_bytes(file);
                if (!bytes || bytes->find(id) == std::string::npos || id_of(*bytes) != id) continue;
                auto other = read_evaluable_set(*bytes);
                if (!other) return stop(refused, file.string(), other.error());
                others_.emplace(id, *std::move(other));
                break;
            }
        }
        return done;
    }

    std::map<std::string, Ground> grounds() const {
        std::map<std::string, Ground> all;
        for (const auto& [id, set] : others_) all.emplace(id, Ground{&set});
        return all;
    }

    Fault unknown_region(const CriteriaSet& set) const {
        std::string known;
        for (const Region& region : set.regions) known += (known.empty() ? "" : ", ") + region.code;
        for (const std::string& code : national_regions())
            if (set.regions.empty()) known += (known.empty() ? "" : ", ") + code;
        return {"criteria.region_unknown_code", {{"found", options_.region}, {"known", known}}, {}, 0};
    }

    void print(const Plan& plan, const std::vector<UnitValues>& units) {
        std::string text;
        options_.table ? table_begin(plan, say_, text) : json_begin(plan, text);
        for (std::size_t i = 0; i < units.size(); ++i) {
            const UnitVerdict verdict = judge(plan, units[i]);
            if (!options_.table && i > 0) text += ',';
            options_.table ? table_unit(verdict, say_, text) : json_unit(verdict, text);
            if (text.size() > 1 << 20) out_ << text, text.clear();
        }
        if (!options_.table) json_end(text);
        out_ << text << std::flush;
    }

    int stop(int code, const std::string& file, const Refusal& refusal) {
        for (const Fault& fault : refusal.faults) stop(code, file, fault);
        return code;
    }

    int stop(int code, const std::string& file, const Fault& fault) {
        if (!file.empty()) err_ << file << ':';
        if (fault.line > 0) err_ << fault.line << ':';
        if (!file.empty()) err_ << ' ';
        if (!fault.where.empty()) err_ << fault.where << ": ";
        err_ << say_("fault." + fault.code, fault.args) << '\n';
        return code;
    }

    const EvaluateOptions& options_;
    const Say& say_;
    std::ostream& out_;
    std::ostream& err_;
    std::map<std::string, CriteriaSet> others_;
};

}    // namespace

int evaluate_command(const EvaluateOptions& options, const Say& say, std::ostream& out, std::ostream& err) {
    return Command(options, say, out, err).run();
}

}    // namespace cs::criteria
