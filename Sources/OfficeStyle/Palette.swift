public import SpreadsheetML

/// The colours of the theme. Each that says something is doubled by a word, a weight or a border, so that a grey copy
/// says the same. The lightness (CIE L*) of each stands behind it.
public enum Palette {
  /// Section heads, rules, key bars, links. 24
  public static let accent: RGBColor = 0x1F3A5F
  /// Header cells, total rows. 94
  public static let tint: RGBColor = 0xE9EEF4
  /// Tiles, section rows in tables. 97
  public static let paper: RGBColor = 0xF6F7F9
  /// Text. 9
  public static let ink: RGBColor = 0x1A1A1A
  /// Notes, parts of a total, earlier figures. 38
  public static let grey: RGBColor = 0x595959
  /// Dashes, what is not assessed. 45
  public static let pale: RGBColor = 0x6B6B6B
  /// Table grid. 62
  public static let line: RGBColor = 0x8C96A3
  /// Grid of the parts of a total, dotted rules of lists, gridlines of charts. 81
  public static let hair: RGBColor = 0xC4CAD2
  /// Data bars. 80
  public static let bar: RGBColor = 0xB9C7DA

  /// 绿. 92
  public static let greenFill: RGBColor = 0xDCEBE0
  public static let greenText: RGBColor = 0x1E5B3A
  /// 黄. 79
  public static let yellowFill: RGBColor = 0xEDBE55
  public static let yellowText: RGBColor = 0x3A2A00
  /// 红, and as the colour of words what needs a leader's hand. 37
  public static let brick: RGBColor = 0xA3281E
  /// 退回 in the matrix of returns.
  public static let brickTint: RGBColor = 0xF3DDD9

  /// Strips of the tiles: 已完成 34, 达序时 63, 未达 79, 逾期 37, 未报送 23.
  public static let tileDone: RGBColor = 0x1E5B3A
  public static let tileOnPace: RGBColor = 0x6FA583
  public static let tileBehind: RGBColor = 0xEDBE55
  public static let tileOverdue: RGBColor = 0xA3281E
  public static let tileMissing: RGBColor = 0x6B1A13

  /// Only what a clerk may fill. 98, 93
  public static let entryCell: RGBColor = 0xFFF8DF
  public static let entryHeader: RGBColor = 0xFBE9B7

  /// Marks in a return: 强制性 87, 核实性 92, 提示 94.
  public static let requiredFill: RGBColor = 0xF4D3CD
  public static let verifyFill: RGBColor = 0xFBE6B4
  public static let verifyLine: RGBColor = 0x8A5A00
  public static let verifyText: RGBColor = 0x5A3A00
}
