#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "base/text.hpp"
#include "platform/i18n.hpp"
#include "server/commands.hpp"
#include "server/printed.hpp"

namespace cs::server {
namespace {

// Everything the flags may fill in; one command uses its part of it.
struct Flags {
    std::string db, config, evidence, log_level;
    std::vector<std::string> set, listen;
    bool plan = false, dry_run = false;
    std::string world, what, from, file, note, unit;
    EvaluateChoice evaluate;
    RankChoice rank;
    OrgShowChoice show;
    UserChoice user;
};

Result<Settings> settings_of(const Flags& flags) {
    Settings settings;
    if (!flags.config.empty()) CS_TRY_DONE(settings.read_file(flags.config));
    for (const std::string& pair : flags.set) CS_TRY_DONE(settings.set_pair(pair));
    if (!flags.db.empty()) CS_TRY_DONE(settings.set("db.url", flags.db));
    if (!flags.evidence.empty()) CS_TRY_DONE(settings.set("evidence.folder", flags.evidence));
    std::string listen;
    for (const std::string& address : flags.listen) listen += (listen.empty() ? "" : ",") + address;
    if (!listen.empty()) CS_TRY_DONE(settings.set("http.listen", listen));
    return settings;
}

std::vector<std::string> page_names() {
    std::vector<std::string> names = {"pages"};
    for (const PrintedPage& page : printed_pages()) names.emplace_back(page.name);
    return names;
}

class CommandLine {
public:
    explicit CommandLine(Streams io)
        : io_(io),
          app_("Chung Sức runs an emulation movement from the first pledge to the certificate on the wall.",
               "chungsuc") {
        app_.require_subcommand(1);
        app_.footer(
            "Exit codes: 0 done, 1 refused or faults found, 2 wrong usage, 3 environment (file, port, database).");
        add_database_commands();
        add_describe();
        add_evaluate();
        add_rank();
        add_org();
        add_criteria();
        add_scoring();
        add_user();
    }

    int run(int argc, char** argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            if (error.get_exit_code() == 0) return app_.exit(error, io_.out, io_.err);
            return explain(error);
        }
        return code_;
    }

private:
    // A command that reads settings: they are put together first, and a bad one stops here.
    void on_run(CLI::App* command, std::function<int(const Settings&)> act) {
        command->callback([this, act = std::move(act)] {
            const Result<Settings> settings = settings_of(flags_);
            code_ = settings ? act(*settings) : (report(settings.error(), io_), wrong_usage);
        });
    }

    CLI::App* with_database(CLI::App* command) {
        command->add_option("--db", flags_.db, "sqlite:PATH or postgresql://… (default sqlite:var/chungsuc.db)");
        command->add_option("--config", flags_.config, "a TOML file of settings")->check(CLI::ExistingFile);
        command->add_option("--set", flags_.set, "one setting: key=value; see `describe settings`");
        return command;
    }

    void add_database_commands() {
        CLI::App* serve_app = with_database(app_.add_subcommand("serve", "Serves the office and the portal."));
        serve_app->add_option("--listen", flags_.listen, "ADDR:PORT, may be repeated; port 0 takes a free one");
        serve_app->add_option("--evidence", flags_.evidence, "the folder of evidence (default: `evidence` beside the SQLite file)");
        on_run(serve_app, [this](const Settings& s) { return serve(s, io_); });

        CLI::App* migrate_app = with_database(app_.add_subcommand("migrate", "Brings the schema up to date."));
        migrate_app->add_flag("--plan", flags_.plan, "print what would be applied and stop");
        on_run(migrate_app, [this](const Settings& s) { return migrate(s, flags_.plan, io_); });

        CLI::App* seed_app = with_database(app_.add_subcommand("seed", "Fills an empty database."));
        seed_app
            ->add_option("--world", flags_.world, "demo: invented people on real units; empty: units and criteria only")
            ->required()
            ->check(CLI::IsMember({"demo", "empty"}));
        on_run(seed_app, [this](const Settings& s) { return seed(s, flags_.world, io_); });

        CLI::App* verify_app =
            with_database(app_.add_subcommand("verify", "Proves the journal's chain and every invariant."));
        verify_app->add_option("--evidence", flags_.evidence, "the folder of evidence (default: `evidence` beside the SQLite file)");
        verify_app->add_option("--from", flags_.from, "begin the chain at this day (2025-06-30)");
        on_run(verify_app, [this](const Settings& s) { return verify(s, flags_.from, io_); });
    }

    void add_describe() {
        CLI::App* command =
            app_.add_subcommand("describe", "Prints what the program knows of itself, as committed in docs/ and api/.");
        command->add_option("what", flags_.what, "which page; `pages` lists them")
            ->required()
            ->check(CLI::IsMember(page_names()));
        command->callback([this] { code_ = describe(flags_.what, io_); });
    }

    void add_evaluate() {
        CLI::App* command =
            app_.add_subcommand("evaluate", "Judges a file of values by a criteria set; needs no database.");
        EvaluateChoice& e = flags_.evaluate;
        command->add_option("--criteria", e.criteria, "the criteria set (YAML)")->required();
        command->add_option("--values", e.values, "CSV: unit,indicator,value,value_male,value_female,applicable")
            ->required();
        command->add_option("--region", e.region, "region code of the set, such as DBSH")->required();
        command->add_option("--year", e.year, "the year judged")->required();
        command->add_flag("--assume-confirmed", e.assume_confirmed,
                          "take remembered thresholds as confirmed: lifts the provisional mark");
        command->add_option("--format", e.format, "json or table")
            ->check(CLI::IsMember({"json", "table"}))
            ->capture_default_str();
        command->callback([this] { code_ = evaluate(flags_.evaluate, io_); });
    }

    void add_rank() {
        CLI::App* command = app_.add_subcommand("rank", "Ranks score sheets by a scoring table, or recomputes a closed ranking; needs no database.");
        RankChoice& r = flags_.rank;
        command->add_option("--table", r.table, "the scoring table (YAML, docs/domain/scoring-table.md)");
        command->add_option("--sheets", r.sheets, "CSV: unit,cluster,item,stage,score,plan,actual,reason");
        command->add_option("--package", r.package, "the package of a closed ranking: recomputed and compared byte for byte");
        command->add_option("--format", r.format, "json or table")->check(CLI::IsMember({"json", "table"}))->capture_default_str();
        command->callback([this] { code_ = rank(flags_.rank, io_); });
    }

    void add_org() {
        CLI::App* org = app_.add_subcommand("org", "Units: list, import, reorganise.")->require_subcommand(1);
        CLI::App* show = with_database(org->add_subcommand("show", "Lists units as they were on a day."));
        show->add_option("--under", flags_.show.under, "code of the unit on that day")->required();
        show->add_option("--on", flags_.show.on, "the day, 2022-12-07")->required();
        show->add_option("--kind", flags_.show.kind, "one kind only: commune means xã");
        show->add_option("--format", flags_.show.format, "csv")->check(CLI::IsMember({"csv"}))->capture_default_str();
        on_run(show, [this](const Settings& s) { return org_show(s, flags_.show, io_); });

        CLI::App* import = with_database(org->add_subcommand("import", "Adds units from a CSV file, all or nothing."));
        import->add_option("file", flags_.file)->required();
        import->add_flag("--dry-run", flags_.dry_run, "check and show, write nothing");
        on_run(import, [this](const Settings& s) { return org_import(s, flags_.file, flags_.dry_run, io_); });

        CLI::App* reorganise =
            with_database(org->add_subcommand("reorganise", "Applies dated changes from a YAML file, all or nothing."));
        reorganise->add_option("file", flags_.file)->required();
        reorganise->add_flag("--dry-run", flags_.dry_run, "check and show, write nothing");
        on_run(reorganise, [this](const Settings& s) { return org_reorganise(s, flags_.file, flags_.dry_run, io_); });
    }

    void add_criteria() {
        CLI::App* criteria = app_.add_subcommand("criteria", "Criteria sets.")->require_subcommand(1);
        CLI::App* load = with_database(
            criteria->add_subcommand("load", "Loads a set, or a new version of one, and shows what changes."));
        load->add_option("file", flags_.file, "the set (YAML)")->required();
        load->add_option("--note", flags_.note, "why: the paper it comes from");
        load->add_flag("--dry-run", flags_.dry_run, "check and show, write nothing");
        on_run(load,
               [this](const Settings& s) { return criteria_load(s, flags_.file, flags_.note, flags_.dry_run, io_); });
    }

    void add_scoring() {
        CLI::App* scoring = app_.add_subcommand("scoring", "Scoring tables.")->require_subcommand(1);
        CLI::App* load = with_database(scoring->add_subcommand("load", "Loads a scoring table, or a new version of one by a new paper."));
        load->add_option("file", flags_.file, "the table (YAML, docs/domain/scoring-table.md)")->required();
        load->add_option("--unit", flags_.unit, "code of the unit that holds the scoring, today; needed for a new table");
        load->add_option("--note", flags_.note, "why");
        load->add_flag("--dry-run", flags_.dry_run, "check and show, write nothing");
        on_run(load, [this](const Settings& s) { return scoring_load(s, {flags_.file, flags_.unit, flags_.note, flags_.dry_run}, io_); });
    }

    void add_user() {
        CLI::App* user = app_.add_subcommand("user", "People who sign in.")->require_subcommand(1);
        CLI::App* add = with_database(
            user->add_subcommand("add", "Adds a person with a role; the password is read from standard input."));
        UserChoice& u = flags_.user;
        add->add_option("--login", u.login)->required();
        add->add_option("--name", u.name, "full name")->required();
        add->add_option("--position", u.position, "as on paper: Chuyên viên …");
        add->add_option("--role", u.role, "a word of `describe permissions`")->required();
        add->add_option("--unit", u.unit, "code of the unit, today")->required();
        add->add_option("--scope", u.scope, "own, subtree or all")
            ->check(CLI::IsMember({"own", "subtree", "all"}))
            ->capture_default_str();
        add->add_option("--reason", u.reason,
                        "why a second person did not grant it; needed for all but the first administrator");
        on_run(add, [this](const Settings& s) { return user_add(s, flags_.user, io_); });
    }

    int explain(const CLI::ParseError& error) {
        io_.err << "chungsuc: " << error.what() << '\n';
        const CLI::App* command = &app_;
        while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
        std::vector<std::string> known;
        for (const CLI::Option* option : command->get_options())
            for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
        for (const CLI::App* sub : command->get_subcommands([](const CLI::App*) { return true; }))
            known.push_back(sub->get_name());
        for (const std::string& word : command->remaining(true))
            if (const auto near = nearest(word.substr(0, word.find('=')), known))
                io_.err << "chungsuc: did you mean " << *near << "?\n";
        io_.err << "chungsuc: see `" << command->get_display_name() << " --help`\n";
        return wrong_usage;
    }

    Streams io_;
    CLI::App app_;
    Flags flags_;
    int code_ = done;
};

}    // namespace

std::optional<std::string> read_file(const std::string& path, Streams io) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file && bytes << file.rdbuf()) return bytes.str();
    io.err << "chungsuc: cannot read " << path << '\n';
    return std::nullopt;
}

int report(const Refusal& refusal, Streams io) {
    io.err << sentence(refusal) << '\n';
    for (const Fault& fault : refusal.faults) {
        if (!fault.where.empty()) io.err << fault.where << ": ";
        if (fault.line > 0) io.err << "dòng " << fault.line << ": ";
        io.err << sentence(fault) << '\n';
    }
    return refused;
}

int run_command_line(int argc, char** argv, Streams io) {
    try {
        return CommandLine(io).run(argc, argv);
    } catch (const std::exception& fault) {
        io.err << "chungsuc: " << fault.what() << '\n';
        return environment;
    }
}

}    // namespace cs::server
