#pragma once
// The invented March in a real database, on the real units of 2022, through the stores of the program.
#include <memory>
#include <string>

#include "country.hpp"
#include "ranking/ranking.hpp"

namespace bench {

class Stored {
public:
    // `url` names an empty database. Ends the program when something is refused.
    Stored(const std::string& url, const Country& country);
    ~Stored();
    cs::ranking::Ranking whole_country() const;     // what a screen asks: read the sheets that count, rank them
    cs::ranking::Ranking one_province() const;      // a round of its own with the communes of one province of average size

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}    // namespace bench
