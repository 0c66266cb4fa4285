import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@Suite struct MarkedRunTests {
  private static let struck = "<rPr><strike/><sz val=\"11\"/></rPr>"
  private static let bold = "<rPr><b/><sz val=\"11\"/></rPr>"
  private static let raised = "<rPr><vertAlign val=\"superscript\"/></rPr>"
  private static let lowered = "<rPr><vertAlign val=\"subscript\"/></rPr>"

  /// Styles 1 to 4: an ordinary font, one that is struck through, one raised, one that says it is not struck.
  private static let styles = """
    <fonts count="9"><font><sz val="11"/></font><font><strike/></font><font><vertAlign val="superscript"/></font>\
    <font><strike val="0"/><vertAlign val="baseline"/></font></fonts><cellXfs><xf/><xf fontId="0"/><xf fontId="1"/>\
    <xf fontId="2"/><xf fontId="3"/><xf fontId="99"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>
    """

  /// The runs of A1, as in `4~ 5`: `~` for struck through, `^` for raised, `,` for lowered.
  private func runs(_ item: String, style: Int = 0, before: String = "") throws -> [String] {
    let shared = try runs(
      rows: "<row><c s=\"\(style)\" t=\"s\"><v>\(before.isEmpty ? 0 : 1)</v></c></row>",
      strings: before + "<si>\(item)</si>")
    let inline = try runs(rows: "<row><c s=\"\(style)\" t=\"inlineStr\"><is>\(item)</is></c></row>", strings: nil)
    #expect(shared == inline)
    return shared
  }

  private func runs(rows: String, strings: String?) throws -> [String] {
    let parts = WorkbookParts(rows: rows, strings: strings, styles: Self.styles)
    let cell = try #require(try opened(parts.bytes).worksheets[0].snapshot()["A1"])
    if !cell.runs.isEmpty { #expect(cell.value == .string(cell.runs.map(\.text).joined())) }
    return cell.runs.map { $0.text + Self.mark($0.font) }
  }

  private static func mark(_ font: FontMarks) -> String {
    let mark = font.isStruck ? "~" : ""
    switch font.verticalAlignment {
    case .baseline: return mark
    case .superscript: return mark + "^"
    case .subscript: return mark + ","
    }
  }

  @Test func `runs that are struck through, raised or lowered are handed out`() throws {
    #expect(try runs("<r>\(Self.struck)<t>4</t></r><r><t>5</t></r>") == ["4~", "5"])
    #expect(try runs("<r><t>8</t></r><r>\(Self.raised)<t>1</t></r><r>\(Self.bold)<t>个</t></r>") == ["8", "1^", "个"])
    #expect(try runs("<r>\(Self.bold)<t>CO</t></r><r>\(Self.lowered)<t>2</t></r>") == ["CO", "2,"])
    #expect(try runs("<r><rPr><strike val=\"true\"/><vertAlign val=\"subscript\"/></rPr><t>9</t></r>") == ["9~,"])
  }

  @Test func `ordinary runs are not, nor runs of one look`() throws {
    #expect(try runs("<t>45</t>") == [])
    #expect(try runs("<r><t>4</t></r><r>\(Self.bold)<t>5</t></r>") == [])
    #expect(try runs("<r><rPr><strike val=\"0\"/><vertAlign val=\"baseline\"/></rPr><t>45</t></r>") == [])
    #expect(try runs("<r>\(Self.struck)<t></t></r><r><t>5</t></r>") == [])
    #expect(try runs("<r>\(Self.struck)<t>4</t></r><r>\(Self.struck)<t>6</t></r><r><t>5</t></r>") == ["46~", "5"])
  }

  @Test func `the cell's font counts where a run names none`() throws {
    #expect(try runs("<t>45</t>", style: 2) == [])
    #expect(try runs("<r><t>4</t></r><r>\(Self.bold)<t>5</t></r>", style: 2) == ["4~", "5"])
    #expect(try runs("<r>\(Self.bold)<t>45</t></r>", style: 2) == ["45"])
    #expect(try runs("<r>\(Self.struck)<t>45</t></r>", style: 2) == [])
    #expect(try runs("<r><t>4</t></r><r>\(Self.struck)<t>5</t></r>", style: 3) == ["4^", "5~"])
  }

  @Test func `a look that was passed over before is seen`() throws {
    // The formats of the first item are remembered by their bytes.
    let before = "<si><r>\(Self.bold)<t>a</t></r><r>\(Self.struck)<t>b</t></r></si>"
    let strings =
      before + "<si><r>\(Self.struck)<t>1</t></r><r>\(Self.bold)<t>2</t></r></si><si><r>\(Self.bold)<t>3</t></r></si>"
    let cells = (0...2).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let sheet = try opened(WorkbookParts(rows: "<row>\(cells)</row>", strings: strings).bytes).worksheets[0].snapshot()
    #expect(sheet["A1"]?.runs.map(\.font.isStruck) == [false, true])
    #expect(sheet["B1"]?.runs.map(\.font.isStruck) == [true, false])
    #expect(sheet["C1"]?.runs == [])
  }

  @Test func `the font of a whole cell is told`() throws {
    let cells = (0...5).map { "<c s=\"\($0)\"><v>45</v></c>" }.joined()
    let snapshot = try opened(WorkbookParts(rows: "<row>\(cells)</row>", styles: Self.styles).bytes).worksheets[0]
      .snapshot()
    #expect(snapshot.cells.map(\.font.isStruck) == [false, false, true, false, false, false])
    #expect(snapshot["D1"]?.font.verticalAlignment == .superscript)
    #expect(snapshot["E1"]?.font == .plain && snapshot["F1"]?.font.isPlain == true)
  }

  @Test func `rows hand the same out`() throws {
    let parts = WorkbookParts(
      rows: "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>1</v></c></row>",
      strings: "<si><r>\(Self.struck)<t>4</t></r><r><t>&lt;5</t></r></si>",
      styles: "<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/></cellXfs>")
    var seen: [String] = []
    try opened(parts.bytes).worksheets[0].forEachRow { row, cells in
      for index in cells.indices {
        seen.append("\(row.font(of: cells[index]).isStruck) \(row.runs(of: cells[index]).map(\.text))")
      }
    }
    #expect(seen == ["false [\"4\", \"<5\"]", "true []"])
  }
}
