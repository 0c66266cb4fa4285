import Forms
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// A form's workbook under a clerk's hand: the markup of its parts, changed cell by cell.
struct FormEditor {
  enum Entry: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    case number(String)
    case text(String)
    case error(String)
    case blank
    /// Markup as it is to stand, such as a formula's.
    case raw(attributes: String, content: String)

    init(stringLiteral value: String) { self = value.isEmpty ? .blank : .text(value) }
    init(integerLiteral value: Int) { self = .number(String(value)) }
    init(floatLiteral value: Double) { self = .number("\(value)") }

    /// The number of a day as a spreadsheet has it.
    static func day(_ text: String) -> Entry {
      let day = CivilDate(text)!
      return .number(String(day.dayNumber - CivilDate("1899-12-30")!.dayNumber))
    }

    /// Attributes and content of the cell.
    var markup: (attributes: String, content: String) {
      switch self {
      case .number(let digits): ("", "<v>\(digits)</v>")
      case .text(let text): (" t=\"inlineStr\"", "<is><t xml:space=\"preserve\">\(text)</t></is>")
      case .error(let name): (" t=\"e\"", "<v>\(name)</v>")
      case .blank: ("", "")
      case .raw(let attributes, let content): (attributes, content)
      }
    }
  }

  static let guide = "xl/worksheets/sheet1.xml"
  static let form = "xl/worksheets/sheet2.xml"
  /// The row of the column heads, and of the first indicator.
  static let headerRow = 4

  var parts: WorkbookParts
  /// Parts of sheets by name: a return has one more in front.
  private var sheets: [String: String]
  private let rows: [String: Int]
  private let columns: [String: Int]
  private let labels: [String: CellReference]
  /// Where 截至2024年6月30日 and 填报单位（盖章）： stand on the form.
  let closingDay: CellReference
  let unitName: CellReference

  init(_ bytes: [UInt8]) throws {
    let archive = try ArchiveReader(bytes: bytes)
    parts = WorkbookParts()
    parts.parts = try archive.entries.filter { !$0.isFolder }.map { ($0.name, try archive.read($0)) }
    let workbook = try Workbook(bytes: bytes)
    sheets = Dictionary(
      uniqueKeysWithValues: zip(workbook.worksheets, 1...).map { ($0.name, "xl/worksheets/sheet\($1).xml") })
    let form = try #require(workbook.worksheets.first { $0.name == "填报表" }).snapshot()
    let texts = form.cells.compactMap { cell in cell.value.flatMap(Self.text).map { (cell.reference, $0) } }
    rows = Dictionary(
      texts.filter { $0.0.column == 0 && $0.1.contains("-") }.map { ($0.1, $0.0.row) }, uniquingKeysWith: { a, _ in a })
    columns = Dictionary(
      texts.filter { $0.0.row == Self.headerRow }.map { ($0.1, $0.0.column) }, uniquingKeysWith: { a, _ in a })
    closingDay = try #require(texts.first { $0.1.hasPrefix("截至") }).0
    unitName = try #require(texts.first { $0.1.hasPrefix("填报单位") }).0
    let signing = try #require(workbook.worksheets.first { $0.name == "签署" }).snapshot()
    labels = Dictionary(
      signing.cells.compactMap { cell in cell.value.flatMap(Self.text).map { ($0, cell.reference) } },
      uniquingKeysWith: { a, _ in a })
  }

  private static func text(_ value: CellValue) -> String? { if case .string(let text) = value { text } else { nil } }

  /// The part of a sheet.
  func part(of sheet: String) -> String? { sheets[sheet] }

  func reference(_ code: String, _ column: FormColumn) -> CellReference {
    CellReference(row: rows["1.1-" + code]!, column: columns[column.chinese]!)
  }

  /// One-based, as the markup counts.
  func row(_ code: String) -> Int { rows["1.1-" + code]! + 1 }

  mutating func set(_ code: String, _ column: FormColumn, _ entry: Entry) {
    set(reference(code, column), entry)
  }

  mutating func sign(_ label: String, _ entry: Entry) {
    let place = labels[label]!
    set(CellReference(row: place.row, column: place.column + 1), entry, in: "签署")
  }

  /// Fills the rows of 明细表: object, state, day, note.
  mutating func list(_ rows: [[Entry]]) {
    for (index, row) in rows.enumerated() {
      for (column, entry) in zip([2, 4, 5, 6], row) {
        set(CellReference(row: Self.headerRow + 1 + index, column: column), entry, in: "明细表")
      }
    }
  }

  /// Fills 本条线进展 of a task on 条线复核, counted from 0.
  mutating func review(task index: Int, _ progress: Entry) {
    set(CellReference(row: Self.headerRow + 2 + index, column: 3), progress, in: "条线复核")
  }

  /// Says what the department finds of a figure on 条线复核, counted from 0, below its only task.
  mutating func review(figure index: Int, _ verdict: Entry, _ remark: Entry = .blank) {
    let row = Self.headerRow + 5 + index
    set(CellReference(row: row, column: 9), verdict, in: "条线复核")
    set(CellReference(row: row, column: 10), remark, in: "条线复核")
  }

  /// Puts a comment beside a cell of the form.
  mutating func comment(_ reference: CellReference, _ text: String) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/comments9.xml"] =
      "<comments xmlns=\"\(main)\"><authors><author>甲</author></authors><commentList><comment ref=\"\(reference.a1)\" authorId=\"0\">"
      + "<text><r><t>\(text)</t></r></text></comment></commentList></comments>"
    let link =
      "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\""
      + " Target=\"../comments9.xml\"/>"
    let part = sheets["填报表"]!.replacing("worksheets/", with: "worksheets/_rels/") + ".rels"
    let kind = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts[part] = (parts[part] ?? "<Relationships xmlns=\"\(kind)\"></Relationships>").replacing(
      "</Relationships>", with: "\(link)</Relationships>")
  }

  /// Puts an entry into a cell that is there, its style kept.
  mutating func set(_ reference: CellReference, _ entry: Entry, in sheet: String = "填报表") {
    let part = sheets[sheet]!
    var markup = parts[part]!
    let range = Self.cell(reference, in: markup)
    let old = markup[range]
    let style = old.firstRange(of: " s=\"").map { old[$0.upperBound...].prefix { $0 != "\"" } }
    let (attributes, content) = entry.markup
    markup.replaceSubrange(
      range, with: "<c r=\"\(reference.a1)\"\(style.map { " s=\"\($0)\"" } ?? "")\(attributes)>\(content)</c>")
    parts[part] = markup
  }

  /// Where a cell stands in the markup of its sheet.
  private static func cell(_ reference: CellReference, in markup: String) -> Range<String.Index> {
    let start = markup.firstRange(of: "<c r=\"\(reference.a1)\"")!.lowerBound
    let close = markup[start...].firstIndex(of: ">")!
    if markup[markup.index(before: close)] == "/" { return start..<markup.index(after: close) }
    return start..<markup[close...].firstRange(of: "</c>")!.upperBound
  }

  /// Puts other markup in the place of the first of its kind, which has to be there.
  mutating func replace(_ old: String, _ new: String, in part: String = Self.form) {
    var markup = parts[part]!
    let range = markup.firstRange(of: old)
    #expect(range != nil, "\(old) is not in \(part)")
    if let range { markup.replaceSubrange(range, with: new) }
    parts[part] = markup
  }

  /// The markup of a row, from its first character to its last.
  func markup(ofRow code: String) -> String {
    let markup = parts[Self.form]!
    let start = markup.firstRange(of: "<row r=\"\(row(code))\"")!.lowerBound
    return String(markup[start..<markup[start...].firstRange(of: "</row>")!.upperBound])
  }

  /// Adds a row of texts and numbers below all others.
  mutating func addRow(_ entries: [(FormColumn, Entry)]) {
    let number = rows.values.max()! + 21
    let cells = entries.map { column, entry in
      let place = CellReference(row: number - 1, column: columns[column.chinese]!).a1
      return "<c r=\"\(place)\"\(entry.markup.attributes)>\(entry.markup.content)</c>"
    }
    replace("</sheetData>", "<row r=\"\(number)\">\(cells.joined())</row></sheetData>")
  }

  /// Adds cells to a row of a sheet, behind its last cell, or as a row below all others.
  mutating func add(_ entries: [(column: Int, entry: Entry)], toRow row: Int, of sheet: String) {
    let cells = entries.map { column, entry in
      let place = CellReference(row: row, column: column).a1
      return "<c r=\"\(place)\"\(entry.markup.attributes)>\(entry.markup.content)</c>"
    }.joined()
    let part = sheets[sheet]!
    var markup = parts[part]!
    if let start = markup.firstRange(of: "<row r=\"\(row + 1)\"")?.lowerBound,
      let end = markup[start...].firstRange(of: "</row>")
    {
      markup.insert(contentsOf: cells, at: end.lowerBound)
    } else {
      markup = markup.replacing("</sheetData>", with: "<row r=\"\(row + 1)\">\(cells)</row></sheetData>")
    }
    parts[part] = markup
  }

  /// Puts a copy of a sheet behind all others.
  mutating func copySheet(_ name: String, as copy: String, hidingFirst isHidden: Bool) {
    let part = "xl/worksheets/copy.xml"
    parts[part] = parts[sheets[name]!]
    sheets[copy] = part
    replace(
      "</sheets>", "<sheet name=\"\(copy)\" sheetId=\"99\" r:id=\"rIdCopy\"/></sheets>", in: "xl/workbook.xml")
    replace(
      "</Relationships>", WorkbookParts.link("rIdCopy", "worksheet", "worksheets/copy.xml") + "</Relationships>",
      in: "xl/_rels/workbook.xml.rels")
    if isHidden { replace("name=\"\(name)\"", "name=\"\(name)\" state=\"hidden\"", in: "xl/workbook.xml") }
  }

  /// The form without everything that it is known by.
  mutating func dropStamp() {
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"]?.replacing("huizong.", with: "other.")
    parts[sheets["_huizong"]!] = WorkbookParts.sheet()
  }
}
