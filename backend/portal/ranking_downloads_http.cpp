#include "portal/rankings.hpp"
#include "ranking/ranking_view_http.hpp"

namespace cs::portal {

Result<std::string> ranking_json(Tx& tx, const ranking::ClosingId& id) {
    CS_TRY(const ranking::Closing closing, ranking::ClosingStore(tx).find(id));
    if (closing.state != ranking::ClosingState::published) return refuse(Problem::not_found, "ranking.closing_unknown");
    CS_TRY(const auto view, ranking::public_view(tx, closing, closing.shown, closing.publication));
    return json::to_pretty(json::write(view));
}

}    // namespace cs::portal
