internal import FoundationEssentials
internal import SpreadsheetML
internal import XLSXWriting

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Processor time of writing a list of cells by `XLSXWriting`, as `scripts/bench/cells.py` makes it of a workbook and
/// `bare_writer.c` writes it by the library alone.
struct CellsWriting {
  struct Unreadable: Error, CustomStringConvertible {
    let line: String
    var description: String { "no operation of cells.py: \(line)" }
  }

  private enum Operation {
    case sheet(String)
    case columns(ClosedRange<Int>, Double)
    case row(Int, Double)
    case merge(CellRange, CellFormat)
    case cell(CellReference, CellContent, CellFormat)
    case link(CellReference, CellContent, CellFormat, LinkTarget)
  }

  private let operations: [Operation]
  let output: String
  let times: Int

  init(list path: String, output: String, times: Int) throws {
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    var formats: [CellFormat] = []
    var operations: [Operation] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        String($0).replacing("\u{2028}", with: "\n")
      }
      if fields[0] == "X" {
        formats.append(try Self.format(fields))
      } else {
        operations.append(try Self.operation(fields, formats))
      }
    }
    self.operations = operations
    self.output = output
    self.times = times
  }

  /// - Returns: a line of JSON: writings, microseconds of processor time of one.
  func run() throws -> String {
    let start = clock()
    for _ in 0..<times { try write() }
    let microseconds = (clock() - start) * 1_000_000 / Int(CLOCKS_PER_SEC) / times
    return #"{"writings":\#(times),"microseconds":\#(microseconds)}"#
  }

  private func write() throws {
    let book = try WorkbookWriter(path: output, properties: DocumentProperties())
    var current: WorksheetWriter?
    for operation in operations {
      if case .sheet(let name) = operation { current = try book.addWorksheet(name) }
      guard let sheet = current else { continue }
      switch operation {
      case .sheet: continue
      case .columns(let columns, let width): try sheet.setColumns(columns, width: .characters(width))
      case .row(let row, let height): try sheet.setRow(row, height: height)
      case .merge(let range, let format): try sheet.merge(range, format: format)
      case .cell(let cell, let content, let format): try sheet.write(content, at: cell, format: format)
      case .link(let cell, let content, let format, let target):
        try sheet.write(content, at: cell, format: format, link: target)
      }
    }
    try book.close()
  }

  // MARK: Reading the list

  private static func number(_ fields: [String], _ index: Int) throws -> Int {
    guard index < fields.count, let number = Int(fields[index]) else {
      throw Unreadable(line: fields.joined(separator: " "))
    }
    return number
  }

  private static func decimal(_ fields: [String], _ index: Int) throws -> Double {
    guard index < fields.count, let number = Double(fields[index]) else {
      throw Unreadable(line: fields.joined(separator: " "))
    }
    return number
  }

  private static func format(_ fields: [String]) throws -> CellFormat {
    guard fields.count == 15 else { throw Unreadable(line: fields.joined(separator: " ")) }
    func border(_ index: Int) throws -> CellBorder {
      CellBorder(CellBorder.Style(rawValue: UInt8(try number(fields, index))) ?? .none)
    }
    let font = CellFont(
      fields[1], size: try decimal(fields, 2), bold: fields[3] == "1",
      color: UInt32(fields[4], radix: 16).map { RGBColor($0) })
    return CellFormat(
      font: font, fill: UInt32(fields[5], radix: 16).map { RGBColor($0) },
      borders: CellBorders(left: try border(6), right: try border(7), top: try border(8), bottom: try border(9)),
      alignment: CellAlignment(
        CellAlignment.Horizontal(rawValue: UInt8(try number(fields, 10))) ?? .general,
        fields[11] == "10" ? .center : fields[11] == "8" ? .top : .bottom, wraps: fields[12] == "1",
        indent: try number(fields, 13)),
      numberFormat: fields[14])
  }

  private static func operation(_ fields: [String], _ formats: [CellFormat]) throws -> Operation {
    func format(_ index: Int) throws -> CellFormat {
      let number = try number(fields, index)
      guard formats.indices.contains(number) else { throw Unreadable(line: fields.joined(separator: " ")) }
      return formats[number]
    }
    func place(_ index: Int) throws -> CellReference {
      CellReference(row: try number(fields, index), column: try number(fields, index + 1))
    }
    switch fields[0] {
    case "W" where fields.count == 2: return .sheet(fields[1])
    case "C": return .columns(try number(fields, 1)...(try number(fields, 2)), try decimal(fields, 3))
    case "R": return .row(try number(fields, 1), try decimal(fields, 2))
    case "M": return .merge(CellRange(try place(1), try place(3)), try format(5))
    case "L" where fields.count == 6:
      return .link(try place(1), .text(fields[4]), try format(3), try target(fields[5]))
    default: return .cell(try place(1), try content(fields, formats), try format(3))
    }
  }

  private static func content(_ fields: [String], _ formats: [CellFormat]) throws -> CellContent {
    switch (fields[0], fields.count) {
    case ("B", 4): return .blank
    case ("S", 5): return .text(fields[4])
    case ("N", 5): return .number(try decimal(fields, 4))
    case ("F", 6): return .formula(fields[5], .number(try decimal(fields, 4)))
    case ("G", 6): return .formula(fields[5], .text(fields[4]))
    case ("T", 6...):
      return .richText(
        try stride(from: 4, to: fields.count - 1, by: 2).map { index in
          let number = try number(fields, index)
          return TextRun(fields[index + 1], font: formats.indices.contains(number) ? formats[number].font : nil)
        })
    default: throw Unreadable(line: fields.joined(separator: " "))
    }
  }

  /// Returns the target of a link such as `internal:'总览'!A1`.
  private static func target(_ address: String) throws -> LinkTarget {
    guard let mark = address.lastIndex(of: "!"),
      let cell = CellReference(a1: String(address[address.index(after: mark)...]))
    else { throw Unreadable(line: address) }
    let sheet = address[..<mark].dropFirst("internal:".count).filter { $0 != "'" }
    return .cell(sheet: String(sheet), cell)
  }
}
