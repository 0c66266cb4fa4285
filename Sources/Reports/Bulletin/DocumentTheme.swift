import OfficeStyle
import SpreadsheetML
import XLSXWriting

/// The theme part that word processors expect in a document.
/// - Source: ECMA-376 Part 1, 20.1.6.
enum DocumentTheme {
  private static let colors: [(String, RGBColor)] = [
    ("dk1", Palette.ink), ("lt1", .white), ("dk2", Palette.accent), ("lt2", Palette.tint), ("accent1", Palette.accent),
    ("accent2", Palette.brick), ("accent3", Palette.tileOnPace), ("accent4", Palette.tileBehind),
    ("accent5", Palette.bar), ("accent6", Palette.grey), ("hlink", Palette.accent), ("folHlink", Palette.grey),
  ]

  static func text(heading: String, body: String) -> Markup {
    let scheme: Markup = colors.map { "<a:\($0.0)><a:srgbClr val=\"\($0.1.css.dropFirst())\"/></a:\($0.0)>" }.joined()
    func font(_ name: String, _ element: String) -> Markup {
      "<a:\(element)><a:latin typeface=\"Times New Roman\"/><a:ea typeface=\"\(name)\"/><a:cs typeface=\"\"/></a:\(element)>"
    }
    let fill: Markup = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let line: Markup = "<a:ln w=\"9525\">\(fill)<a:prstDash val=\"solid\"/></a:ln>"
    let effect: Markup = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    func thrice(_ text: Markup) -> Markup { text + text + text }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\"><a:themeElements>"
      + "<a:clrScheme name=\"Office\">\(scheme)</a:clrScheme>"
      + "<a:fontScheme name=\"Office\">\(font(heading, "majorFont"))\(font(body, "minorFont"))</a:fontScheme>"
      + "<a:fmtScheme name=\"Office\"><a:fillStyleLst>\(thrice(fill))</a:fillStyleLst>"
      + "<a:lnStyleLst>\(thrice(line))</a:lnStyleLst><a:effectStyleLst>\(thrice(effect))</a:effectStyleLst>"
      + "<a:bgFillStyleLst>\(thrice(fill))</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
  }
}
