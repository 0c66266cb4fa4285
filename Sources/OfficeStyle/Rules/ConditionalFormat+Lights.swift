import SpreadsheetML
public import XLSXWriting

/// Conditional formats of the theme. The words are the caller's; the defaults are the usual ones. Add them to a sheet in
/// the order: lights, statuses, cells behind, data bar, returns, checks.
extension ConditionalFormat {
  /// Returns the formats of the column of lights.
  public static func lights(
    green: String = "绿", yellow: String = "黄", red: String = "红", grey: String = "灰"
  ) -> [ConditionalFormat] {
    [
      .text(green, .green), .text(yellow, .yellow), .text(red, .red),
      .text(grey, ConditionalStyle(textColor: Palette.pale)),
    ]
  }

  /// Returns the formats of the column of statuses: brick for what needs a hand, bold for what is behind, pale for what
  /// is not assessed.
  public static func statuses(
    alarming: [String] = ["逾期", "未报送"], behind: [String] = ["未达序时"], notAssessed: [String] = ["不考核"]
  ) -> [ConditionalFormat] {
    alarming.map { .text($0, .brickWord) } + behind.map { .text($0, ConditionalStyle(bold: true)) }
      + notAssessed.map { .text($0, ConditionalStyle(textColor: Palette.pale)) }
  }

  /// Returns the formats of the matrix of returns.
  public static func reporting(
    onTime: String = "按时", late: String = "迟报", returned: String = "退回", missing: String = "缺报"
  ) -> [ConditionalFormat] {
    [
      .text(onTime, ConditionalStyle(textColor: Palette.pale)), .text(late, .yellow),
      .text(returned, ConditionalStyle(textColor: Palette.brick, bold: true, fill: Palette.brickTint)),
      .text(missing, .red),
    ]
  }

  /// Returns the formats of the checks of a form.
  public static func checks(ok: String = "OK", missing: String = "缺", wrong: String = "不符") -> [ConditionalFormat] {
    [
      .text(ok, ConditionalStyle(textColor: Palette.greenText)),
      .text(missing, ConditionalStyle(textColor: Palette.yellowText, bold: true, fill: Palette.yellowFill)),
      .text(wrong, .red),
    ]
  }

  /// Returns the format of cells that a formula finds behind their pace, such as
  /// `AND(ISNUMBER(F19),ISNUMBER(F22),F19/F22*100<pace_year)`.
  public static func behind(_ formula: String) -> ConditionalFormat { .formula(formula, .brickWord) }

  /// The bar of a rate or a score: 0 to 100, fixed.
  public static let rateBar = ConditionalFormat.dataBar(DataBar(Palette.bar, from: 0, to: 100))
}

extension ConditionalStyle {
  /// 绿
  public static let green = ConditionalStyle(textColor: Palette.greenText, fill: Palette.greenFill)
  /// 黄
  public static let yellow = ConditionalStyle(textColor: Palette.yellowText, fill: Palette.yellowFill)
  /// 红
  public static let red = ConditionalStyle(textColor: .white, bold: true, fill: Palette.brick)
  /// Brick and bold, without fill.
  public static let brickWord = ConditionalStyle(textColor: Palette.brick, bold: true)
}
