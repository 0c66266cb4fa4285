import Huizong
import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct CellDumpTests {
  /// The text that a dump prints, and the codes of the failures.
  private func dump(_ parts: WorkbookParts, _ format: CellDump.Format) throws -> (text: String, failures: [String]) {
    let collected = Collected()
    var dump = CellDump(format) { collected.bytes += $0 }
    let failures = dump.print(try Workbook(bytes: parts.bytes))
    return (String(decoding: collected.bytes, as: UTF8.self), failures.map { "\($0.sheet) \($0.error.code.rawValue)" })
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }

  private static let parts = WorkbookParts(
    rows: """
      <row r="1"><c r="A1"><v>-0</v></c><c r="B1"><v>999999999999999</v></c><c r="C1"><v>1e15</v></c><c r="D1"><v>0.1</v></c>\
      <c r="E1"><v>1e300</v></c></row><row r="2"><c r="A2" t="str"><v>a"b\\,\n_x0001_</v></c><c r="B2" t="b"><v>0</v></c>\
      <c r="C2" s="1"><v>45322.5</v></c><c r="D2" t="e"><v>#N/A</v></c></row>
      """, styles: WorkbookParts.styles(ids: [22]))

  @Test func `JSON lines have one cell each`() throws {
    let expected = """
      {"sheet":"S","state":"visible"}
      {"sheet":"S","ref":"A1","type":"number","value":0}
      {"sheet":"S","ref":"B1","type":"number","value":999999999999999}
      {"sheet":"S","ref":"C1","type":"number","value":1000000000000000.0}
      {"sheet":"S","ref":"D1","type":"number","value":0.1}
      {"sheet":"S","ref":"E1","type":"number","value":1e+300}
      {"sheet":"S","ref":"A2","type":"string","value":"a\\"b\\\\,\\n\\u0001"}
      {"sheet":"S","ref":"B2","type":"bool","value":false}
      {"sheet":"S","ref":"C2","type":"date","value":"2024-01-31T12:00:00"}
      {"sheet":"S","ref":"D2","type":"error","value":"#N/A"}

      """
    #expect(try dump(Self.parts, .jsonl).text == expected)
  }

  @Test func `CSV quotes what needs it`() throws {
    let lines = try dump(Self.parts, .csv).text.split(separator: "\r\n")
    #expect(lines[0] == "sheet,state,ref,type,value")
    #expect(lines[1] == "S,visible,A1,number,0")
    #expect(lines[6] == "S,visible,A2,string,\"a\"\"b\\,\n\u{1}\"")
  }

  @Test func `cells that are lost are counted, and the others printed`() throws {
    let parts = WorkbookParts(
      rows: """
        <row r="1"><c r="A1"><v>1</v></c><c r="XFE1"><v>2</v></c><c r="B1" t="s"><v>9</v></c><c r="?"><v>3</v></c></row>\
        <row r="x"><c><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>
        """)
    let collected = Collected()
    var dump = CellDump(.csv) { collected.bytes += $0 }
    #expect(dump.print(try Workbook(bytes: parts.bytes)).isEmpty)
    #expect(dump.lostCells == 3)
    let lines = String(decoding: collected.bytes, as: UTF8.self).split(separator: "\r\n").dropFirst()
    #expect(lines == ["S,visible,A1,number,1", "S,visible,C1,number,3", "S,visible,A3,number,5"])
  }

  @Test func `a row that stands twice is warned about where it differs`() throws {
    func warnings(_ second: String) throws -> [String] {
      let parts = WorkbookParts(
        rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\">\(second)</row>")
      let workbook = try Workbook(bytes: parts.bytes)
      var dump = CellDump(.csv) { _ in }
      #expect(dump.print(workbook).isEmpty)
      #expect(dump.lostCells == 0)
      return workbook.warnings.map { "\($0.code.rawValue) \($0.cell?.a1 ?? "")" }
    }
    #expect(try warnings("<c r=\"A1\"><v>2</v></c>") == ["repeated-cell A1"])
    #expect(try warnings("<c r=\"B1\"><v>2</v></c>") == ["repeated-row B1"])
    #expect(try warnings("<c r=\"A1\"><v>1.0</v></c>") == [])
  }

  @Test func `rows out of order and cells repeated are sorted, the last counting`() throws {
    let parts = WorkbookParts(
      rows: "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row><row r=\"2\"><c><v>3</v></c></row>")
    let lines = try dump(parts, .csv).text.split(separator: "\r\n").dropFirst()
    #expect(lines == ["S,visible,A1,number,2", "S,visible,A2,number,3"])
  }

  @Test func `a sheet that breaks off is printed up to there, a missing one not at all`() throws {
    let sheet = WorkbookParts.sheet(rows: "<row><c><v>1</v></c></row>")
    var parts = WorkbookParts(sheets: [("A", String(sheet.dropLast(15))), ("B", sheet), ("C", sheet)])
    parts["xl/worksheets/sheet2.xml"] = nil
    let printed = try dump(parts, .jsonl)
    #expect(printed.failures == ["A malformed-markup", "B missing-part"])
    #expect(
      printed.text.split(separator: "\n") == [
        #"{"sheet":"A","state":"visible"}"#, #"{"sheet":"A","ref":"A1","type":"number","value":1}"#,
        #"{"sheet":"C","state":"visible"}"#, #"{"sheet":"C","ref":"A1","type":"number","value":1}"#,
      ])
  }

  @Test func `many warnings of a kind become one message`() throws {
    let parts = WorkbookParts(rows: "<row><c><v>x</v></c><c><v>y</v></c></row>")
    let workbook = try Workbook(bytes: parts.bytes)
    try workbook.worksheets[0].forEachRow { _, _ in }
    #expect(
      WarningDigest.messages(workbook.warnings, in: .english) == [
        "S!A1: not a number in a numeric cell; read as text (x), 2 of this kind"
      ])
  }

  @Test func `a string that many cells share is one in memory`() throws {
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 10_000)
    let text = String(repeating: "长", count: 32_767)
    let rows = (1...20).map { "<row r=\"\($0)\">\(cells)</row>" }.joined()
    let workbook = try Workbook(bytes: WorkbookParts(rows: rows, strings: "<si><t>\(text)</t></si>").bytes)
    // 200,000 cells of 98 KB would be 20 GB.
    let snapshot = try workbook.worksheets[0].snapshot()
    #expect(snapshot.rows.count == 20)
    #expect(snapshot["NTP20"]?.value == .string(text))
  }
}
