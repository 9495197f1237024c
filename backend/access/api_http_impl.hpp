#pragma once
// The templates of access/api_http.hpp; include that one.

namespace cs::access {

template <class Answer>
http::Reply reply_of(const Answer& answer, int status) {
    http::Reply reply;
    if constexpr (std::is_same_v<Answer, Nothing>) {
        static_cast<void>(status);
        reply.status = 204;
    } else {
        reply.status = status;
        reply.body = json::to_text(json::write(answer));
    }
    return reply;
}

template <class Body>
Result<Body> body_of(const http::Request& request) {
    if constexpr (std::is_same_v<Body, Nothing>) {
        if (!request.body.empty()) return refuse(Problem::bad_input, "access.no_body_expected");
        return Nothing{};
    } else {
        const std::string_view type = request.header("content-type");
        if (type.substr(0, type.find(';')) != "application/json")
            return refuse(Problem::bad_input, "access.not_json", {{"type", std::string(type)}});
        return json::read_text<Body>(request.body);
    }
}

template <class T>
json::Json schema_of(http::Router& router, bool for_reply) {
    if constexpr (std::is_same_v<T, Nothing>)
        return nullptr;
    else
        return router.schemas().template schema<T>(for_reply);
}

template <class Answer, class Handler>
void Api::read(Endpoint endpoint, Handler handler) {
    static_assert(std::is_invocable_r_v<Result<Answer>, Handler, Call&>, "a read is Result<Answer>(Call&)");
    CS_CHECK(endpoint.method == http::Method::get);
    const int status = endpoint.status;
    add(std::move(endpoint), nullptr, schema_of<Answer>(router_, true), "application/json",
        [handler = std::move(handler), status](Call& call) -> Result<http::Reply> {
            CS_TRY(const Answer answer, handler(call));
            return reply_of<Answer>(answer, status);
        });
}

template <class Body, class Answer, class Handler>
void Api::write(Endpoint endpoint, Handler handler) {
    static_assert(std::is_invocable_r_v<Result<Answer>, Handler, Call&, const Body&>,
                  "a write is Result<Answer>(Call&, const Body&)");
    CS_CHECK(endpoint.method != http::Method::get);
    if (std::is_same_v<Answer, Nothing>) endpoint.status = 204;
    const int status = endpoint.status;
    add(std::move(endpoint), schema_of<Body>(router_, false), schema_of<Answer>(router_, true), "application/json",
        [handler = std::move(handler), status](Call& call) -> Result<http::Reply> {
            CS_TRY(const Body body, body_of<Body>(call.request));
            CS_TRY(const Answer answer, handler(call, body));
            return reply_of<Answer>(answer, status);
        });
}

template <class Handler>
void Api::raw(Endpoint endpoint, std::string reply_type, Handler handler) {
    static_assert(std::is_invocable_r_v<Result<http::Reply>, Handler, Call&>, "a raw route is Result<Reply>(Call&)");
    add(std::move(endpoint), nullptr, nullptr, std::move(reply_type), Inner(std::move(handler)));
}

}    // namespace cs::access
