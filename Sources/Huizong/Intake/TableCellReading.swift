import PlanModel
import SpreadsheetML
import XLSXReading

/// Why a cell of a table is not taken for what it seems to say.
enum CellFault: Hashable, Sendable, Error {
  /// A formula whose result nobody has stored.
  case noResult
  /// `#REF!` and the like.
  case error(String)
  /// All or part of it is struck through.
  case struck
  /// Part of it is raised or lowered.
  case raised
  /// A number that is shown as a day or a time.
  case date(shown: String, stored: String)
  /// A number that is shown as per cent, where none is wanted.
  case percentage(shown: String)
  /// A number of which another one is seen.
  case display(format: String, stored: String)
  /// A bare number below 1 where per cent is wanted: 0.95 may be 95% or 0.95%.
  case bareFraction(String)
  /// 1.2E4, typed or pasted as text.
  case scientific(String)
  /// TRUE or FALSE.
  case truth

  func words(in language: Language) -> String {
    switch self {
    case .noResult:
      language(
        "是公式，文件里没有存它的结果，没有取；请用 Excel 或 WPS 打开、重新计算后保存，或直接填数",
        "is a formula without a stored result and is not taken: open and save the file in Excel or WPS, or enter the number"
      )
    case .error(let code):
      language(
        "是错误值\(code)，没有取；请改正公式或直接填写", "is the error \(code) and is not taken: mend the formula, or enter the value")
    case .struck:
      language(
        "有删除线，不知道算不算，没有取；请删去作废的内容，留下的去掉删除线",
        "is struck through and is not taken: delete what is void, and unstrike the rest")
    case .raised:
      language("有上标或下标，不知道是不是数的一部分，没有取；请只留数字", "has raised or lowered signs and is not taken: leave the number alone")
    case .date(let shown, let stored):
      language(
        "设成了日期格式，显示为\(shown)，存的是\(stored)，没有取；请把单元格格式改为“常规”再核对",
        "has a date format: it shows \(shown) and holds \(stored), and is not taken: make its format General")
    case .percentage(let shown):
      language(
        "设成了百分比格式，显示为\(shown)，而这里的计量单位不是%，没有取；请把单元格格式改为“常规”再核对",
        "is shown as \(shown), though per cent is not its unit of measure, and is not taken: make its format General")
    case .display(let format, let stored):
      language(
        "的格式“\(format)”使显示的数与存的数（\(stored)）不同，没有取；请把单元格格式改为“常规”再核对",
        "has the format “\(format)”, under which another number is seen than \(stored), and is not taken: make its format General"
      )
    case .bareFraction(let text):
      language(
        "写着\(text)，计量单位是%，不知道是不是百分之一百乘以它，没有取；请带上百分号写，例如95%或0.6%",
        "holds \(text) where per cent is wanted, and may be a fraction: write it with its sign, such as 95% or 0.6%")
    case .scientific(let text):
      language("“\(text)”是科学记数的文字，没有取；请写成普通的数", "is “\(text)”, a text in scientific notation: write a plain number")
    case .truth: language("是 TRUE 或 FALSE，不是数，没有取", "is TRUE or FALSE and no number")
    }
  }
}

extension SnapshotCell {
  /// What keeps anything from being taken out of the cell, whatever is wanted.
  var fault: CellFault? {
    if hasFormulaWithoutCachedValue { return .noResult }
    if case .error(let code)? = value { return .error(code) }
    let isStruck = value != nil && (font.isStruck || runs.contains { $0.font.isStruck })
    return isStruck ? .struck : nil
  }

  /// Returns the text of a figure: of a number the number, of a text the text.
  ///
  /// - Parameter measure: the unit of measure; a figure in per cent may be written as one.
  func figureText(measure: String) throws(CellFault) -> String {
    if let fault { throw fault }
    let isPercent = measure.halfWidth == "%"
    switch value {
    case nil: return ""
    case .string(let text):
      if runs.contains(where: { $0.font.verticalAlignment != .baseline }) { throw .raised }
      let plain = text.halfWidth.filter { !$0.isWhitespace }
      if plain.wholeMatch(of: /[-+]?[0-9.,]+[eE][-+]?[0-9]+/) != nil { throw .scientific(plain) }
      if isPercent, let bare = FixedDecimal(plain), Self.isFraction(bare) { throw .bareFraction(plain) }
      let number = plain.hasSuffix("%") ? FixedDecimal(String(plain.dropLast())) : nil
      return isPercent ? number?.shortest ?? text : text
    case .boolean: throw .truth
    case .date(let moment): throw .date(shown: moment.isoText, stored: stored)
    case .time(let time): throw .date(shown: time.isoText, stored: stored)
    case .duration(let time): throw .date(shown: time.isoText, stored: stored)
    case .error(let code): throw .error(code)
    case .number(let number):
      guard let figure = FixedDecimal.fifteenDigits(number)?.value else {
        throw .display(format: numberFormat.code, stored: stored)
      }
      let display = numberFormat.display(of: number)
      if display.isPercentage, display.scale == 0, display.form == .number, display.prefix.isEmpty, !display.hidesSign {
        guard let shown = try? figure.multiplied(by: .hundred) else {
          throw .display(format: numberFormat.code, stored: stored)
        }
        guard isPercent else { throw .percentage(shown: "\(shown.shortest)%") }
        return shown.shortest
      }
      let suffix = display.suffix.halfWidth
      let isAsStored =
        display.form == .number && display.scale == 0 && !display.hidesSign && display.prefix.isEmpty
        && (suffix.isEmpty || suffix == measure.halfWidth)
      guard isAsStored else { throw .display(format: numberFormat.code, stored: stored) }
      // 0.6"%" shows its sign.
      if isPercent, suffix.isEmpty, Self.isFraction(figure) { throw .bareFraction(figure.shortest) }
      return figure.shortest
    }
  }

  private static func isFraction(_ number: FixedDecimal) -> Bool { number != 0 && number.magnitude < 1 }

  private var stored: String { rawNumber.flatMap { FixedDecimal(shortest: $0)?.shortest } ?? "" }
}
