import TestSupport
import Testing
import XLSXReading

/// The fast path of the shared strings against the general one, which alone reads elements with a prefix.
@Suite struct SharedStringTests {
  @Test(arguments: 0..<200)
  func `items read the same with and without a prefix`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let items = (0..<30).map { _ in Self.item(&random) }
    let cells = items.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    var parts = WorkbookParts(rows: "<row r=\"1\">\(cells)</row>", strings: items.joined())
    let usual = SheetTrace.lines(parts.bytes, RowOptions(), .standard)
    let prefixed = items.joined().replacing("</", with: "\u{1}").replacing("<", with: "<x:")
      .replacing("\u{1}", with: "</x:").replacing("<x:!", with: "<!").replacing("<x:?", with: "<?")
    parts["xl/sharedStrings.xml"] = "<x:sst xmlns:x=\"\(WorkbookParts.main)\">\(prefixed)</x:sst>"
    #expect(SheetTrace.lines(parts.bytes, RowOptions(), .standard) == usual, "seed \(seed): \(items)")
    #expect(usual.count == 31)
  }

  private static func item(_ random: inout SplitMix) -> String {
    func text() -> String {
      let space = Bool.random(using: &random) ? " xml:space=\"preserve\"" : ""
      let words = ["", "汇总", " a ", "a_b", "_x000D_", "&lt;b&gt;", "a\r\nb", " \t", "x<!-- y -->z", "<![CDATA[q]]>"]
      return "<t\(space)>\(words.randomElement(using: &random) ?? "")</t>"
    }
    let formats = [
      "", "<rPr><b/><sz val=\"9\"/></rPr>", "<rPr><b/><sz val=\"8\"/></rPr>", "<rPr><t>no</t></rPr>", "<rPr/>",
      "<rPr><b/></rPr><!-- between --> ",
    ]
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "<si/>"
    case 1: return "<si>\(text())<rPh sb=\"0\" eb=\"1\"><t>r</t></rPh></si>"
    case 2: return "\n<si>\(text())</si> "
    default:
      let runs = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        "<r>\(formats.randomElement(using: &random) ?? "")\(text())</r>"
      }
      return "<si>\(runs.joined())</si>"
    }
  }
}
