#include "scoring/sampling.hpp"

#include <algorithm>

#include <tuple>

#include "base/digest.hpp"
#include "base/result.hpp"

namespace cs::scoring {
namespace {

// In hundredths of a percent: rules are typed with at most two decimals.
std::int64_t hundredths(const Decimal& percent) {
    const auto score = Score::from(percent);
    CS_CHECK(score.has_value());
    return score->hundredths();
}

}    // namespace

std::vector<Drawn> draw(const std::string& seed, const std::string& what, const std::vector<std::string>& names) {
    std::vector<Drawn> all;
    for (const std::string& name : names) all.push_back({name, digest(seed + "|" + what + "|" + name)});
    std::sort(all.begin(), all.end(), [](const Drawn& a, const Drawn& b) { return std::tie(a.digest, a.name) < std::tie(b.digest, b.name); });
    return all;
}

std::vector<std::string> pairs(const std::string& seed, const std::string& what, const std::vector<std::string>& names) {
    const auto order = draw(seed, what, names);
    std::vector<std::string> checks(names.size());
    if (names.size() < 2) return checks;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = std::find(names.begin(), names.end(), order[(i + 1) % order.size()].name) - names.begin();
        checks[static_cast<std::size_t>(at)] = order[i].name;
    }
    return checks;
}

Decimal honesty_gap(Score self, Score verified, Score scale) {
    if (self <= verified) return {};
    const Score gap = Score::hundredths(100 * 100).share((self - verified).decimal(), scale.decimal(), Score::hundredths(1));
    return gap.decimal();
}

int sample_size(const SampleRule& rule, const Decimal& gap, int population) {
    const std::int64_t more = hundredths(rule.each) * hundredths(gap) / 100;
    const std::int64_t percent = std::min(hundredths(rule.least) + more, hundredths(rule.most));
    const std::int64_t items = (percent * population + 9'999) / 10'000;
    return std::min(population, std::max(1, static_cast<int>(items)));
}

}    // namespace cs::scoring
