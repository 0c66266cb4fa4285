internal import CXlsxWriter
import SpreadsheetML

extension RGBColor {
  /// The library's number for this colour: zero means "none" there, so black has a bit of its own.
  var library: lxw_color_t {
    hex == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : hex
  }
}
