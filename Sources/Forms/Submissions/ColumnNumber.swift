import SpreadsheetML

/// What stands below the heads of a table and says nothing of them: the numbers of the columns, and how they are worked out.
enum ColumnNumber {
  private static let characters = Set(
    "0123456789０１２３４５６７８９一二三四五六七八九十甲乙丙丁戊己庚辛壬癸=＝+＋-－—–×*/÷（）()%ΣⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳.．、,， ")

  /// 次 and 项 by themselves are units of measure.
  private static let words = ["栏次", "行次", "列次", "第", "栏", "列"]

  /// Words that tell the clerk how to fill a column, not what stands in it.
  private static let guidance: Set<String> = [
    "必填", "选填", "填数", "填数字", "自动计算", "自动生成", "按计量单位", "见计量单位", "见单位列", "公式",
  ]

  /// Returns true for `3`, `第3栏`, `3=1+2`, `丙`, `E=C+D`, `①`, and for guidance such as 必填.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    if guidance.contains(text.filter { !$0.isWhitespace && !"（）()".contains($0) }) { return true }
    let rest = words.reduce(text) { $0.replacing($1, with: "") }
    // A, X1 and E=C+D are columns of a sheet; km, m and USD are units of measure.
    let isFormula = rest.contains { "=＝".contains($0) }
    var isBehindLetter = false
    for character in rest {
      let isLetter = character.isASCII && character.isLetter
      guard characters.contains(character) || isLetter && !isBehindLetter && (isFormula || character.isUppercase) else {
        return false
      }
      isBehindLetter = isLetter
    }
    return true
  }
}

extension ColumnNumber {
  /// What begins the row with the numbers of the columns.
  fileprivate static let beginnings: Set<String> = ["栏次", "甲", "#", "序号", "行次", "栏目"]
}

extension SourceSheet {
  /// How many rows of heads may stand above each other, the header among them.
  static let headRows = 4

  /// Returns the rows below a header that are heads still: of units of measure, of the numbers of columns. The first with a
  /// word in the columns of names is an indicator's.
  ///
  /// - Parameter nameColumn: the last column of codes and names; `nil` where the table has none.
  func subheads(below header: Int, names nameColumn: Int?) -> [Int] {
    Array(
      (header + 1..<header + Self.headRows).prefix { row in
        guard let first = cells(inRow: row).first(where: { $0.value != nil }) else { return true }
        return first.reference.column > nameColumn ?? Int.max
          || ColumnNumber.beginnings.contains(CellTextCleaner.trimmed(first.text))
      })
  }
}
