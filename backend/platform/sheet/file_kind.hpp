#pragma once
// What a file is by its content; its name proves nothing.
#include <string_view>

#include "base/result.hpp"

namespace cs::sheet {

// A zip, or the refusal that says what it is instead: sheet.empty_file, sheet.encrypted, sheet.old_format,
// sheet.is_web_page, sheet.is_text, sheet.wrong_type.
Done check_is_zip(std::string_view bytes);

}    // namespace cs::sheet
