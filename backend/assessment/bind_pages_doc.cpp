#include <filesystem>
#include <fstream>
#include <sstream>

#include "assessment/evidence_keep.hpp"
#include "assessment/evidence_sight.hpp"
#include "assessment/file_kinds.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "org/store.hpp"
#include "platform/document/pages.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

struct Page {
    std::string path;
    Instant declared_at;
};

std::string bytes_of(const std::string& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

tl::unexpected<Refusal> no_page(std::size_t n, const char* code) {
    return refuse(Problem::bad_input, code, {{"page", std::to_string(n + 1)}});
}

struct Binder {
    Database& db;
    EvidenceFiles& files;
    Instant now;
    const access::Actor& actor;
    const TreeOf& tree;
    const NewBinding& binding;
    Day today() const { return legal_day(now); }

    Result<Page> uploaded(std::size_t n, const UploadId& id) const {
        CS_TRY(const Upload upload, upload_of(db, files, now, actor, id));
        if (!upload.complete()) return no_page(n, "evidence.page_unfinished");
        const FileKind* kind = kind_of_ending(upload.file_name);
        if (kind == nullptr || !kind->page) return no_page(n, "evidence.page_no_picture");
        CS_TRY_DONE(check_content(files.drafts.path(id.text()), upload.file_name, today()));
        return Page{files.drafts.path(id.text()), upload.declared_at};
    }

    Result<Page> kept(std::size_t n, const EvidenceId& id) const {
        CS_TRY(const Evidence evidence, db.read([&](Tx& tx) { return visible(tx, today(), actor, *tree(tx), id); }));
        CS_TRY_DONE(still_there(evidence));
        const FileKind* kind = kind_of_ending(evidence.file_name);
        if (kind == nullptr || !kind->page) return no_page(n, "evidence.page_no_picture");
        return Page{files.kept.path(evidence.digest), evidence.declared_at};
    }

    Result<std::vector<Page>> pages() const {
        CS_TRY(const std::int64_t most, law::law().parameters.whole_on("evidence.pages", today()));
        if (static_cast<std::int64_t>(binding.pages.size()) > most)
            return refuse(Problem::bad_input, "evidence.too_many_pages", {{"most", std::to_string(most)}});
        std::vector<Page> all;
        for (std::size_t n = 0; n < binding.pages.size(); ++n) {
            const PageSource& source = binding.pages[n];
            if (source.upload.has_value() == source.evidence.has_value()) return no_page(n, "evidence.page_source");
            CS_TRY(const Page page, source.upload ? uploaded(n, *source.upload) : kept(n, *source.evidence));
            all.push_back(page);
        }
        return all;
    }

    Result<std::string> bound(const std::vector<Page>& all) const {
        CS_TRY(const std::int64_t megapixels, law::law().parameters.whole_on("evidence.png_megapixels", today()));
        return document::bind_pages(all.size(), [&](std::size_t n) { return bytes_of(all[n].path); },
                                    {binding.title, now, files.limit, megapixels});
    }

    // The uploads are used up; their drafts go once that is committed.
    Result<Evidence> keep_bound(const std::string& draft, const std::string& pdf, Instant declared_at) const {
        return db.write([&](Tx& tx) -> Result<Evidence> {
            CS_TRY_DONE(org::UnitStore(tx).state(binding.unit, today()));
            CS_TRY(const access::Role role, may(actor, Operation::bind_pages, binding.unit, today(), *tree(tx)));
            const Evidence made{EvidenceId::born(now), binding.unit, binding.title, binding.title + ".pdf", "application/pdf",
                                static_cast<std::int64_t>(pdf.size()), digest(pdf), static_cast<int>(binding.pages.size()),
                                binding.evidence_expires_on, declared_at, now, actor.person};
            for (const PageSource& source : binding.pages)
                if (source.upload) UploadStore(tx).drop(*source.upload);
            CS_TRY_DONE(keep(tx, files, now, actor.by(role), draft, made));
            return *EvidenceStore(tx).find(made.id);
        });
    }
};

}    // namespace

Result<Evidence> bind_pages(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const TreeOf& tree,
                            const NewBinding& binding) {
    if (trim(binding.title).empty() || binding.title.size() > 500) return refuse(Problem::bad_input, "evidence.title_missing");
    const Binder binder{db, files, now, actor, tree, binding};
    CS_TRY(const std::vector<Page> pages, binder.pages());
    CS_TRY(const std::string pdf, binder.bound(pages));
    Instant declared_at = pages.front().declared_at;
    for (const Page& page : pages) declared_at = std::max(declared_at, page.declared_at);
    const std::string draft = new_uuid(now);
    const Done written = files.drafts.write(draft, 0, pdf);
    auto made = written ? binder.keep_bound(draft, pdf, declared_at) : Result<Evidence>(tl::unexpected<Refusal>(written.error()));
    if (!made) return files.drafts.remove(draft), made;
    for (const PageSource& source : binding.pages)
        if (source.upload) files.drafts.remove(source.upload->text());
    return made;
}

}    // namespace cs::assessment
