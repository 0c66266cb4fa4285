import PlanModel

/// A cell as the ledger keeps it: `["12.50", 0, "J7", "12.50户", [["unit-in-cell", "12.50户", "12.50"]]]`, that is figure,
/// number of the sheet, cell, text as found where it differs, normalisations. What is missing at the end says nothing.
struct EntryRecord: Hashable, Codable {
  var figure: String
  /// Index in the submission's list of sheets; `nil` where the file has no such cell.
  var sheet: Int?
  var cell = ""
  /// `nil` where it is the figure's own.
  var text: String?
  var normalizations: [[String]] = []

  struct Unreadable: Error {}

  /// A cell that a form has not.
  static let nothing = EntryRecord()

  private init() { figure = "" }

  init(_ entry: Submission.Entry, sheets: inout SheetList) {
    figure = FigureCode.text(entry.figure)
    guard let origin = entry.origin else { return }
    sheet = sheets.index(of: origin.sheet)
    cell = origin.cell
    if origin.text != figure { text = origin.text }
    normalizations = origin.normalizations.map { [$0.rule, $0.from, $0.to] }
  }

  /// Returns the cell, on the sheet of its number among these.
  func entry(on sheets: [FigureOrigin.Source]) throws -> Submission.Entry {
    guard let value = FigureCode.figure(figure) else { throw Unreadable() }
    guard let sheet else { return Submission.Entry(figure: value, origin: nil) }
    guard sheets.indices.contains(sheet) else { throw Unreadable() }
    return Submission.Entry(
      figure: value,
      origin: FigureOrigin(
        source: sheets[sheet], cell: cell, text: text ?? figure,
        normalizations: try normalizations.map { parts in
          guard parts.count == 3 else { throw Unreadable() }
          return .init(rule: parts[0], from: parts[1], to: parts[2])
        }))
  }

  // MARK: Codable

  init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    figure = try values.decode(String.self)
    guard !values.isAtEnd else { return }
    sheet = try values.decode(Int.self)
    cell = try values.decode(String.self)
    guard !values.isAtEnd else { return }
    text = try values.decodeIfPresent(String.self)
    guard !values.isAtEnd else { return }
    normalizations = try values.decode([[String]].self)
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.unkeyedContainer()
    try values.encode(figure)
    guard let sheet else { return }
    try values.encode(sheet)
    try values.encode(cell)
    guard text != nil || !normalizations.isEmpty else { return }
    if let text { try values.encode(text) } else { try values.encodeNil() }
    if !normalizations.isEmpty { try values.encode(normalizations) }
  }
}

/// The names of a submission's sheets, each once.
struct SheetList {
  private(set) var names: [String] = []

  mutating func index(of name: String) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    names.append(name)
    return names.count - 1
  }
}
