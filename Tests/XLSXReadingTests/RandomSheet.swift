import SpreadsheetML
import TestSupport

/// Worksheets as many programs write them, with now and then something that none of them would.
struct RandomSheet {
  private var random: SplitMix
  private let prefix: String
  private let rowTail: String
  private let oddness: Int
  private let gap: String

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
    prefix = ["", "", "", "", "", "x:"].randomElement(using: &random) ?? ""
    rowTail =
      [
        "", " spans=\"1:20\"", " spans=\"1:3\" ht=\"12.8\" customHeight=\"1\" x14ac:dyDescent=\"0.25\"",
        " customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\"",
        " hidden=\"1\"", " hidden='true' ",
      ].randomElement(using: &random) ?? ""
    oddness = [0, 3, 20, 50].randomElement(using: &random) ?? 0
    gap = ["", "", "\n", "\r\n    ", String(repeating: " ", count: 70)].randomElement(using: &random) ?? ""
  }

  mutating func markup(rows count: Int? = nil) -> String {
    let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    var rows = ""
    var row = 0
    for _ in 0..<(count ?? Int.random(in: 1...12, using: &random)) {
      row += isOdd() ? Int.random(in: -1...900_000, using: &random) : 1
      rows += gap + self.row(row)
    }
    return
      "<\(prefix)worksheet \(name)=\"\(WorkbookParts.main)\"><\(prefix)sheetData>\(rows)\(gap)</\(prefix)sheetData></\(prefix)worksheet>"
  }

  private mutating func isOdd() -> Bool { Int.random(in: 0..<100, using: &random) < oddness }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }

  private mutating func row(_ row: Int) -> String {
    var cells = ""
    var column = -1
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      column += isOdd() ? Int.random(in: -3...17_000, using: &random) : 1
      cells += gap + cell(row, column)
    }
    var number = " r=\"\(row)\""
    if isOdd() {
      number = pick(["", " r=\"\"", " r='\(row)'", " r=\"0\(row)\"", " r=\"x\"", " xmlns=\"urn:x\" r=\"\(row)\""])
    }
    if isOdd() { return "<\(prefix)row\(number)\(rowTail)/>" }
    return
      "<\(prefix)row\(number)\(isOdd() ? pick([" hidden=\"1\"", " s=\"1\""]) : rowTail)>\(cells)\(gap)</\(prefix)row>"
  }

  private mutating func cell(_ row: Int, _ column: Int) -> String {
    let letters = column < 0 ? "" : CellReference.columnLetters(column)
    var reference = " r=\"\(letters)\(row)\""
    if isOdd() {
      reference = pick([
        "", " r=\"\(letters.lowercased())\(row)\"", " r=\"B\(row + 1)\"", " r='\(letters)\(row)'", " r=\"\"",
      ])
    }
    var style = pick(["", " s=\"0\"", " s=\"1\"", " s=\"3\""])
    if isOdd() {
      style = pick([" s=\"\"", " s=\"99\"", " s=\"01\"", " s=\"-1\"", " s=\"12345\"", " cm=\"1\"", " s=\"1\" s=\"2\""])
    }
    let (type, content) = body()
    let attributes = Bool.random(using: &random) ? style + type : type + style
    if content.isEmpty { return "<\(prefix)c\(reference)\(attributes)\(isOdd() ? " " : "")/>" }
    return "<\(prefix)c\(reference)\(attributes)>\(content)</\(prefix)c>"
  }

  private mutating func body() -> (type: String, content: String) {
    var formula = ""
    if Int.random(in: 0..<4, using: &random) == 0 {
      formula = pick([
        "<f>A1+1</f>", "<f>A1&amp;\"x\"</f>", "<f></f>", "<f t=\"shared\" si=\"0\"/>",
        "<f aca=\"false\">SUM(A1:B2)</f>",
        "<f t=\"shared\" ref=\"A1:A3\" si=\"0\">B1</f>", "<f/>", "<f><![CDATA[1]]></f>", "<f>a\r\nb</f>",
      ])
    }
    switch Int.random(in: 0..<(isOdd() ? 9 : 6), using: &random) {
    case 0: return (" t=\"s\"", named("\(formula)<v>\(Int.random(in: 0..<(isOdd() ? 300 : 9), using: &random))</v>"))
    case 1: return (pick(["", " t=\"n\""]), named("\(formula)<v>\(Self.number(&random))</v>"))
    case 2: return (" t=\"str\"", named("\(formula)<v>\(text())</v>"))
    case 3:
      return (" t=\"inlineStr\"", named("\(formula)<is><t\(pick(["", " xml:space=\"preserve\""]))>\(text())</t></is>"))
    case 4: return (" t=\"b\"", named("\(formula)<v>\(pick(["0", "1", "true", "2"]))</v>"))
    case 5: return (pick(["", " t=\"str\""]), named("\(formula)\(pick(["", "<v></v>", "<v/>", "<v />"]))"))
    case 6:
      return (
        pick([" t=\"e\"", " t=\"d\"", " t=\"z\"", " t=\"\""]), named("<v>\(pick(["#N/A", "2024-01-31", "1"]))</v>")
      )
    case 7:
      return (" t=\"inlineStr\"", named("<is><r><t>a</t></r><rPh><t>x</t></rPh><t/></is>\(pick(["", "<v>1</v>"]))"))
    default:
      return (
        "", named("<v>1<!-- x -->2</v><v>\(pick([" 3 ", "abc", "1e999", "+5", ".5", "5."]))</v><extLst><ext/></extLst>")
      )
    }
  }

  /// Gives the elements the sheet's prefix.
  private func named(_ markup: String) -> String {
    guard !prefix.isEmpty else { return markup }
    return ["f", "v", "is", "t", "r", "rPh", "extLst", "ext"].reduce(markup) { text, name in
      [">", "/>", " "].reduce(text) { text, end in
        text.replacing("<\(name)\(end)", with: "<\(prefix)\(name)\(end)")
      }.replacing("</\(name)>", with: "</\(prefix)\(name)>")
    }
  }

  private mutating func text() -> String {
    pick([
      "", "汇总", " a ", "甲_乙", "_x000D_", "_x41_", "a&amp;b", "a\r\nb", "\u{3000}", "x_",
      String(repeating: "长", count: 40), "<![CDATA[<]]>",
    ])
  }

  static func number(_ random: inout SplitMix) -> String {
    let sign = Int.random(in: 0..<4, using: &random) == 0 ? "-" : ""
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return sign + String(Int.random(in: 0..<100_000, using: &random))
    case 1: return "\(sign)\(Int.random(in: 0..<100_000, using: &random)).\(Int.random(in: 0..<100, using: &random))"
    case 2: return sign + "\(Double.random(in: 0..<1, using: &random))"
    case 3: return sign + "\(Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &random)))"
    case 4: return sign + String(UInt64.random(in: 0...UInt64.max, using: &random))
    case 5: return "\(sign)0.000\(UInt64.random(in: 0...UInt64.max, using: &random))"
    case 6:
      // Halfway between two doubles, or next to it.
      let near = UInt64.random(in: 1 << 53..<1 << 54, using: &random) | 1
      return "\(sign)\(near)\(Bool.random(using: &random) ? ".5" : "")"
    default:
      let digits = UInt64.random(in: 0..<1 << UInt64.random(in: 1...63, using: &random), using: &random)
      return "\(sign)\(digits)E\(Int.random(in: -30...30, using: &random))"
    }
  }
}
