#pragma once
// The data that ships with the program, as a forest: the units of 01/10/2022 and the reorganisations since.
#include "org/draft.hpp"
#include "org/forest.hpp"

namespace cs::org {

// law/units_2022.csv with the regions of law/regions_2022.tsv. Throws std::runtime_error when a file is broken: it was
// compiled in, so that is a fault of the build.
Forest country_of_2022();
std::string country_digest();    // of the bytes of law/units_2022.csv

// law/reorganisations.yaml, in the order they take effect.
DraftFile shipped_reorganisations();

}  // namespace cs::org
