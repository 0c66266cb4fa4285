public import SpreadsheetML
public import XLSXWriting

/// Which fonts a workbook names. A cell stores one name, so the fall-back is chosen when writing.
public enum FontSet: Hashable, Sendable {
  /// What official documents ask for: 方正小标宋简体, 黑体, 仿宋.
  case official
  /// What every office computer has: 宋体 bold, SimHei, 华文仿宋.
  case common

  /// Returns the font of titles of sheets.
  public func title(_ size: Double = 22) -> CellFont {
    switch self {
    case .official: CellFont("方正小标宋简体", size: size, family: .roman, color: Palette.ink)
    case .common: CellFont("宋体", size: size, family: .roman, bold: true, color: Palette.ink)
    }
  }

  /// Returns the font of section heads, table headers and lights.
  public func heading(_ size: Double = 10.5, color: RGBColor = Palette.ink) -> CellFont {
    CellFont(self == .official ? "黑体" : "SimHei", size: size, family: .swiss, color: color)
  }

  /// Returns the font of running text, the units' own words and notes.
  public func body(_ size: Double = 10.5, bold: Bool = false, color: RGBColor = Palette.ink) -> CellFont {
    CellFont(self == .official ? "仿宋" : "华文仿宋", size: size, family: .roman, bold: bold, color: color)
  }

  /// Returns the font of figures, dates and codes, with digits of one width.
  public func figures(_ size: Double = 10.5, bold: Bool = false, color: RGBColor = Palette.ink) -> CellFont {
    CellFont("Times New Roman", size: size, family: .roman, bold: bold, color: color)
  }

  /// Returns the font of digests.
  public func digest(_ size: Double = 9, color: RGBColor = Palette.ink) -> CellFont {
    CellFont("Consolas", size: size, family: .modern, color: color)
  }

  /// Name of the font of page numbers.
  public var pageNumberName: String { "宋体" }
}
