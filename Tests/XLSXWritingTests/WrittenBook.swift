import FoundationEssentials
public import SpreadsheetML
import Testing
internal import XLSXReading
import XLSXWriting

/// A folder of its own for one test, gone with it.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/writing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }

  func bytes(of name: String) -> [UInt8] { FileManager.default.contents(atPath: file(name)).map(Array.init) ?? [] }
}

/// The parts of a workbook that a test wrote.
struct WrittenBook {
  private let archive: ArchiveReader
  private let bytes: [UInt8]

  /// Writes a workbook with one sheet.
  init(
    options: WorkbookOptions = WorkbookOptions(), sheet name: String = "表",
    _ write: (borrowing WorkbookWriter, WorksheetWriter) throws -> Void
  ) throws {
    let folder = try Folder()
    let path = folder.file("book.xlsx")
    let book = try WorkbookWriter(path: path, properties: .sample, options: options)
    let sheet = try book.addWorksheet(name)
    try write(book, sheet)
    try book.close()
    try self.init(bytes: folder.bytes(of: "book.xlsx"))
  }

  /// A workbook that lies there.
  init(bytes: [UInt8]) throws {
    self.bytes = bytes
    archive = try ArchiveReader(bytes: bytes)
  }

  /// The texts of the first sheet as the reader finds them.
  func texts() throws -> [String] {
    let workbook = try Workbook(bytes: bytes)
    var texts: [String] = []
    try workbook.worksheets[0].forEachRow { row, cells in
      for index in cells.indices { if let text = row.text(of: cells[index]) { texts.append(text) } }
    }
    return texts
  }

  /// The text of a part, empty where there is none.
  func part(_ name: String) -> String {
    guard let entry = archive.entries.first(where: { $0.name == name }), let bytes = try? archive.read(entry) else {
      return ""
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  var sheet: String { part("xl/worksheets/sheet1.xml") }
  var strings: String { part("xl/sharedStrings.xml") }
  var styles: String { part("xl/styles.xml") }
  var workbook: String { part("xl/workbook.xml") }
}

extension DocumentProperties {
  static let sample = DocumentProperties(
    title: "汇总", created: CalendarDay(year: 2024, month: 6, day: 30).map { CalendarMoment(day: $0) })
}

extension CellReference: ExpressibleByStringLiteral {
  /// For tests alone: a text that is no reference is A1.
  public init(stringLiteral value: String) { self = CellReference(a1: value) ?? CellReference(row: 0, column: 0) }
}

extension CellRange: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self = CellRange(a1: value) ?? CellRange("A1", "A1") }
}

/// The code of the error that `body` throws, `nil` if it throws none.
func refusal(_ body: () throws -> Void) -> XLSXWriteError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? XLSXWriteError)?.code
  }
}
