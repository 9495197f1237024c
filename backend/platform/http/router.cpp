#include "platform/http/router.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <set>

namespace cs::http {
namespace {

std::vector<std::string> segments(std::string_view path) {
    std::vector<std::string> all;
    CS_CHECK(path.starts_with('/'));
    for (path.remove_prefix(1);; ) {
        const std::size_t slash = path.find('/');
        all.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return all;
        path.remove_prefix(slash + 1);
    }
}

using Params = std::map<std::string, std::string>;

}    // namespace

struct Router::Impl {
    struct Node {
        std::map<std::string, std::unique_ptr<Node>> literal;
        std::unique_ptr<Node> one;     // "{id}"
        std::unique_ptr<Node> rest;    // "{path...}"
        std::map<Method, std::size_t> routes;
    };

    Node root;
    std::vector<RouteInfo> infos;
    std::vector<Handler> handlers;
    std::set<std::string> operations;
    Handler fallback;
    json::SchemaBook schemas;

    Node& place(const std::vector<std::string>& path) {
        Node* node = &root;
        for (const std::string& segment : path) {
            std::unique_ptr<Node>& next = segment.ends_with("...}")    ? node->rest
                                          : segment.starts_with('{') ? node->one
                                                                     : node->literal[segment];
            if (!next) next = std::make_unique<Node>();
            node = next.get();
        }
        return *node;
    }

    // Depth first, literal before parameter; `found` holds the values of the parameters on the way.
    const Node* find(const Node& node, const std::vector<std::string>& path, std::size_t at,
                     std::vector<std::string>& found) const {
        if (at == path.size()) return node.routes.empty() ? nullptr : &node;
        if (const auto next = node.literal.find(path[at]); next != node.literal.end())
            if (const Node* end = find(*next->second, path, at + 1, found)) return end;
        if (node.one && !path[at].empty()) {
            found.push_back(path[at]);
            if (const Node* end = find(*node.one, path, at + 1, found)) return end;
            found.pop_back();
        }
        if (!node.rest) return nullptr;
        found.push_back(fmt::format("{}", fmt::join(path.begin() + static_cast<std::ptrdiff_t>(at), path.end(), "/")));
        return node.rest.get();
    }
};

namespace {

std::vector<std::string> names_of(const std::string& path) {
    std::vector<std::string> names;
    for (const std::string& segment : segments(path)) {
        if (!segment.starts_with('{')) continue;
        CS_CHECK(segment.ends_with('}'));
        const bool rest = segment.ends_with("...}");
        names.push_back(segment.substr(1, segment.size() - (rest ? 5 : 2)));
    }
    return names;
}

std::string allowed(const std::map<Method, std::size_t>& routes) {
    std::vector<std::string_view> methods;
    for (const auto& [method, at] : routes) methods.push_back(word(method));
    if (routes.contains(Method::get) && !routes.contains(Method::head)) methods.push_back(word(Method::head));
    if (!routes.contains(Method::options)) methods.push_back(word(Method::options));
    return fmt::format("{}", fmt::join(methods, ", "));
}

}    // namespace

Router::Router() : impl_(std::make_unique<Impl>()) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;

void Router::add(RouteInfo info, Handler handler) {
    CS_CHECK(impl_->operations.insert(info.operation).second);
    Impl::Node& node = impl_->place(segments(info.path));
    CS_CHECK(node.routes.emplace(info.method, impl_->infos.size()).second);
    impl_->infos.push_back(std::move(info));
    impl_->handlers.push_back(std::move(handler));
}

void Router::set_fallback(Handler handler) { impl_->fallback = std::move(handler); }

Reply Router::handle(Request request) const {
    std::vector<std::string> values;
    const Impl::Node* node = impl_->find(impl_->root, segments(request.path), 0, values);
    const Method asked = request.method;
    if (asked == Method::head && !(node && node->routes.contains(Method::head))) request.method = Method::get;
    if (!node) {
        const bool json = wants_json(request.path);
        if (impl_->fallback && !json && request.method == Method::get) return impl_->fallback(request);
        return json ? problem(404, "http.no_such_address", {{"path", request.path}}) : problem_page(404, "http.no_such_page");
    }
    if (asked == Method::options && !node->routes.contains(Method::options))
        return {204, "text/plain", {}, {{"allow", allowed(node->routes)}}, {}};
    const auto route = node->routes.find(request.method);
    if (route == node->routes.end()) {
        Reply reply = problem(405, "http.method_not_allowed", {{"method", std::string(word(asked))}});
        reply.headers.emplace_back("allow", allowed(node->routes));
        return reply;
    }
    const std::vector<std::string> names = names_of(impl_->infos[route->second].path);
    for (std::size_t i = 0; i < names.size(); ++i) request.params[names[i]] = values[i];
    return impl_->handlers[route->second](request);
}

const std::vector<RouteInfo>& Router::routes() const { return impl_->infos; }
json::SchemaBook& Router::schemas() { return impl_->schemas; }
const json::SchemaBook& Router::schemas() const { return impl_->schemas; }

}    // namespace cs::http
