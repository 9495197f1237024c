#include "base/result.hpp"

#include <stdexcept>

namespace cs {

void broken(const char* what, const char* file, int line) {
    throw std::logic_error(std::string("broken promise: ") + what + " at " + file + ":" + std::to_string(line));
}

}    // namespace cs
