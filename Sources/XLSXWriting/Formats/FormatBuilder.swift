internal import CXlsxWriter

/// Writes our formats into the library's.
enum FormatBuilder {
  static func apply(_ format: CellFormat, to target: UnsafeMutablePointer<lxw_format>) {
    unsafe apply(format.font, to: target)
    if let fill = format.fill { unsafe format_set_bg_color(target, fill.library) }
    unsafe apply(format.borders, to: target)
    unsafe apply(format.alignment, to: target)
    if let code = format.numberFormat { unsafe format_set_num_format(target, code) }
    if !format.isLocked { unsafe format_set_unlocked(target) }
    if format.hidesFormula { unsafe format_set_hidden(target) }
  }

  static func apply(_ font: CellFont, to target: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(target, font.name)
    unsafe format_set_font_size(target, font.size)
    unsafe format_set_font_family(target, font.family.rawValue)
    if font.isBold { unsafe format_set_bold(target) }
    if font.isItalic { unsafe format_set_italic(target) }
    if font.underline != .none { unsafe format_set_underline(target, font.underline.rawValue) }
    if let color = font.color { unsafe format_set_font_color(target, color.library) }
  }

  private static func apply(_ borders: CellBorders, to target: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_left(target, borders.left.style.rawValue)
    unsafe format_set_right(target, borders.right.style.rawValue)
    unsafe format_set_top(target, borders.top.style.rawValue)
    unsafe format_set_bottom(target, borders.bottom.style.rawValue)
    if let color = borders.left.color { unsafe format_set_left_color(target, color.library) }
    if let color = borders.right.color { unsafe format_set_right_color(target, color.library) }
    if let color = borders.top.color { unsafe format_set_top_color(target, color.library) }
    if let color = borders.bottom.color { unsafe format_set_bottom_color(target, color.library) }
  }

  private static func apply(_ alignment: CellAlignment, to target: UnsafeMutablePointer<lxw_format>) {
    // The library numbers the horizontal alignments as our enumeration does, and goes on with the vertical ones.
    if alignment.horizontal != .general { unsafe format_set_align(target, alignment.horizontal.rawValue) }
    if let vertical = number(alignment.vertical) { unsafe format_set_align(target, vertical) }
    if alignment.wraps { unsafe format_set_text_wrap(target) }
    if alignment.shrinks { unsafe format_set_shrink(target) }
    if alignment.indent > 0 { unsafe format_set_indent(target, UInt8(alignment.indent)) }
    if alignment.rotation != 0 { unsafe format_set_rotation(target, Int16(alignment.rotation)) }
  }

  private static func number(_ vertical: CellAlignment.Vertical) -> UInt8? {
    switch vertical {
    case .bottom: nil
    case .top: UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    case .center: UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)
    case .justify: UInt8(LXW_ALIGN_VERTICAL_JUSTIFY.rawValue)
    case .distributed: UInt8(LXW_ALIGN_VERTICAL_DISTRIBUTED.rawValue)
    }
  }
}
