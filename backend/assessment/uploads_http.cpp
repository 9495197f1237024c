// Resumable uploads by the tus protocol, version 1.0.0 (tus.io), with its extensions creation, checksum, expiration and
// termination. A refusal of the gate (session, token, role) comes before tus and does not carry its headers.
#include <fmt/chrono.h>

#include <charconv>
#include <map>

#include "assessment/evidence_http.hpp"
#include "assessment/evidence_wire_http.hpp"
#include "base/base64.hpp"
#include "base/checksum.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

using access::Call;
using access::Operation;
using http::Method;
using http::Reply;

constexpr auto version = "1.0.0";
constexpr auto declaration = "no_state_secret";

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

// What tus asks of every request and every reply, refusals too.
template <class Handler>
Result<Reply> tus(const Call& call, Handler handler) {
    if (call.request.header("tus-resumable") != version) {
        Reply reply = http::problem(412, "evidence.protocol_version");
        reply.headers = {{"tus-resumable", version}, {"tus-version", version}};
        return reply;
    }
    Result<Reply> answer = handler();
    Reply reply = answer ? *std::move(answer) : http::problem(answer.error());
    reply.headers.emplace_back("tus-resumable", version);
    return reply;
}

Reply progress(int status, const Upload& upload) {
    Reply reply{status, "text/plain", {}, {}, {}};
    const auto expires = std::chrono::floor<std::chrono::seconds>(upload.expires_at);
    reply.headers = {{"upload-offset", std::to_string(upload.received)},
                     {"upload-length", std::to_string(upload.size)},
                     {"upload-expires", fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(expires))}};
    return reply;
}

tl::unexpected<Refusal> bad_metadata(const std::string& field) {
    return refuse(Problem::bad_input, "evidence.metadata_bad", {{"field", field}});
}

// "key base64,key base64": an empty value may be left out.
Result<std::map<std::string, std::string>> read_metadata(std::string_view text) {
    std::map<std::string, std::string> all;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view pair = trim(text.substr(0, comma));
        const std::size_t blank = std::min(pair.find(' '), pair.size());
        const std::string key(pair.substr(0, blank));
        const auto bytes = from_base64(trim(pair.substr(blank)));
        const auto value = bytes ? nfc(*bytes) : std::nullopt;
        const bool clean = value && std::none_of(value->begin(), value->end(), [](unsigned char c) { return c < ' '; });
        if (key.empty() || !clean || !all.emplace(key, *value).second) return bad_metadata(key);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return all;
}

Result<NewUpload> read_new(const Call& call) {
    CS_TRY(const auto said, read_metadata(call.request.header("upload-metadata")));
    const auto field = [&](const char* name) { return said.contains(name) ? said.at(name) : std::string(); };
    const auto size = whole(call.request.header("upload-length"));
    if (!size) return refuse(Problem::bad_input, "evidence.length_bad");
    const auto unit = UnitId::parse(field("unit_id"));
    if (!unit) return bad_metadata("unit_id");
    const std::optional<Day> expires = parse_day(field("expires_on"));
    if (!expires && !field("expires_on").empty()) return bad_metadata("expires_on");
    return NewUpload{*unit, field("filename"), field("title"), expires, *size, field("declaration") == declaration};
}

Result<UploadId> upload_id(const Call& call) {
    auto id = UploadId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "evidence.upload_unknown");
    return *std::move(id);
}

Result<Reply> start(access::Api& api, EvidenceFiles& files, Call& call) {
    CS_TRY(const NewUpload wanted, read_new(call));
    CS_TRY(const Upload started, start_upload(call.db, files, call.clock.now(), call.actor, [&](Tx& tx) { return api.tree(tx); }, wanted));
    Reply reply = progress(201, started);
    reply.headers.emplace_back("location", "/api/uploads/" + started.id.text());
    return reply;
}

Result<Reply> resume(EvidenceFiles& files, Call& call) {
    CS_TRY(const UploadId id, upload_id(call));
    CS_TRY(const Upload upload, upload_of(call.db, files, call.clock.now(), call.actor, id));
    return progress(204, upload);
}

// Nothing: no checksum was sent, or it is right.
std::optional<Reply> wrong_checksum(const http::Request& request) {
    const std::string_view sent = request.header("upload-checksum");
    if (sent.empty()) return std::nullopt;
    const std::size_t blank = std::min(sent.find(' '), sent.size());
    const auto sum = checksum(sent.substr(0, blank), request.body);
    if (!sum) return http::problem(400, "evidence.checksum_algorithm", {{"known", std::string(checksum_algorithms)}});
    if (from_base64(trim(sent.substr(blank))) != sum) return http::problem(460, "evidence.checksum_wrong");
    return std::nullopt;
}

Result<Reply> go_on(EvidenceFiles& files, Call& call) {
    CS_TRY(const UploadId id, upload_id(call));
    if (call.request.header("content-type") != "application/offset+octet-stream") return http::problem(415, "evidence.piece_type");
    const auto offset = whole(call.request.header("upload-offset"));
    if (!offset) return refuse(Problem::bad_input, "evidence.offset_bad");
    if (auto wrong = wrong_checksum(call.request)) return *std::move(wrong);
    CS_TRY(const Upload upload, continue_upload(call.db, files, call.clock.now(), call.actor, id, *offset, call.request.body));
    return progress(204, upload);
}

Result<Reply> drop(EvidenceFiles& files, Call& call) {
    CS_TRY(const UploadId id, upload_id(call));
    CS_TRY_DONE(drop_upload(call.db, files, call.clock.now(), call.actor, id));
    return Reply{204, "text/plain", {}, {}, {}};
}

Reply describe(const EvidenceFiles& files) {
    Reply reply{204, "text/plain", {}, {}, {}};
    reply.headers = {{"tus-resumable", version}, {"tus-version", version}, {"tus-extension", "creation,checksum,expiration,termination"},
                     {"tus-max-size", std::to_string(files.limit)}, {"tus-checksum-algorithm", std::string(checksum_algorithms)}};
    return reply;
}

Result<wire::EvidenceRow> finish(access::Api& api, EvidenceFiles& files, Call& call) {
    CS_TRY(const UploadId id, upload_id(call));
    CS_TRY(const Evidence made, finish_upload(call.db, files, call.clock.now(), call.actor, [&](Tx& tx) { return api.tree(tx); }, id));
    return wire::shown(made, call.today());
}

const http::HeaderParam speaks = {"Tus-Resumable", "1.0.0; another version is refused with 412", true};
const std::vector<http::HeaderParam> state = {{"Upload-Offset", "bytes that are durable"}, {"Upload-Length", "bytes of the whole file"},
                                              {"Upload-Expires", "when the upload is given up"}, {"Tus-Resumable", "1.0.0"}};

access::Endpoint start_endpoint() {
    access::Endpoint endpoint{Method::post, "/api/uploads", Operation::start_upload, "Announces a file (tus 1.0 creation); 413 above the limit.", {}, 201};
    endpoint.headers = {speaks,
                        {"Upload-Length", "bytes of the file", true},
                        {"Upload-Metadata", "pairs of key and base64: filename, unit_id and declaration (\"no_state_secret\") are needed; title, expires_on may be given", true}};
    endpoint.reply_headers = state;
    endpoint.reply_headers.push_back({"Location", "where the pieces go"});
    return endpoint;
}

access::Endpoint piece_endpoint() {
    access::Endpoint endpoint{Method::patch, "/api/uploads/{id}", Operation::continue_upload,
                              "One piece at the offset the server has; durable when answered. 409: another offset; 460: wrong checksum.", {}, 204};
    endpoint.headers = {speaks, {"Upload-Offset", "where the piece begins", true}, {"Upload-Checksum", "sha256 or sha1, a blank, base64 of the sum of the piece"}};
    endpoint.reply_headers = state;
    endpoint.request_type = "application/offset+octet-stream";
    return endpoint;
}

access::Endpoint with_state(access::Endpoint endpoint) {
    endpoint.headers = {speaks};
    endpoint.reply_headers = state;
    return endpoint;
}

}    // namespace

void add_upload_routes(access::Api& api, EvidenceFiles& files) {
    access::Endpoint options{Method::options, "/api/uploads", Operation::describe_uploads, "What tus 1.0 offers here.", {}, 204};
    options.reply_headers = {{"Tus-Version", "1.0.0"}, {"Tus-Extension", "extensions"}, {"Tus-Max-Size", "bytes"}, {"Tus-Checksum-Algorithm", "algorithms"}};
    api.raw(options, "text/plain", [&](Call&) -> Result<Reply> { return describe(files); });
    api.raw(start_endpoint(), "text/plain", [&](Call& call) { return tus(call, [&] { return start(api, files, call); }); });
    api.raw(with_state({Method::head, "/api/uploads/{id}", Operation::resume_upload, "How far an upload has come.", {}, 204}), "text/plain",
            [&](Call& call) { return tus(call, [&] { return resume(files, call); }); });
    api.raw(piece_endpoint(), "text/plain", [&](Call& call) { return tus(call, [&] { return go_on(files, call); }); });
    access::Endpoint end{Method::del, "/api/uploads/{id}", Operation::drop_upload, "Gives an upload up (tus 1.0 termination).", {}, 204};
    end.headers = {speaks};
    api.raw(end, "text/plain", [&](Call& call) { return tus(call, [&] { return drop(files, call); }); });
    api.write<access::Nothing, wire::EvidenceRow>(
        {Method::post, "/api/uploads/{id}/finish", Operation::finish_upload,
         "The complete file is looked at and becomes evidence of its unit; what is refused for its content leaves nothing behind.", {}, 201},
        [&](Call& call, const access::Nothing&) { return finish(api, files, call); });
}

}    // namespace cs::assessment
