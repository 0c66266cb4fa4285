import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// The fast path against the general one, which is the oracle: everything that can be seen of a sheet has to be equal.
@Suite struct ReadingPathTests {
  private static let items = """
    <si><t>汇总</t></si><si><t xml:space="preserve"> a </t></si><si/><si><r><t>in</t></r><r><t>line</t></r></si>\
    <si><t>a_x000D_b</t></si><si><t>&lt;b&gt;</t></si><si><t></t></si><si><t> trimmed\t</t></si><si><t>a_b</t></si>
    """

  @Test(arguments: 0..<300)
  func `random sheets read the same`(seed: Int) throws {
    var writer = RandomSheet(seed: UInt64(seed))
    let markup = writer.markup()
    var parts = WorkbookParts(
      sheets: [("S", markup)], strings: Self.items,
      styles: WorkbookParts.styles(codes: ["yyyy/m/d", "[h]:mm"], ids: [14, 201, 21, 31]))
    if seed % 7 == 0 { parts["xl/sharedStrings.xml"] = nil }
    for options in SheetTrace.options {
      let same = SheetTrace.areEqual(parts.bytes, options)
      #expect(same == nil, "seed \(seed), options \(options), markup \(markup.prefix(4000))")
    }
  }

  @Test(arguments: 0..<150)
  func `broken sheets break the same`(seed: Int) throws {
    var writer = RandomSheet(seed: UInt64(seed))
    var random = SplitMix(seed: UInt64(seed) &+ 77)
    var markup = Array(writer.markup().utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 100..<markup.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: markup.remove(at: place)
      case 1: markup[place] = Array("<>&/\" 9x\u{0}'=A".utf8).randomElement(using: &random) ?? 0
      default: markup.insert(Array("<>&/\" 9x-.E'=A".utf8).randomElement(using: &random) ?? 0, at: place)
      }
    }
    var parts = WorkbookParts(sheets: [("S", "")], strings: Self.items, styles: WorkbookParts.styles(ids: [14]))
    parts.setContent(WorkbookParts.firstSheet, markup)
    for options in SheetTrace.options {
      #expect(SheetTrace.areEqual(parts.bytes, options) == nil, "seed \(seed), options \(options)")
    }
  }

  @Test(arguments: 0..<20)
  func `sheets in pieces read the same as whole`(seed: Int) throws {
    var writer = RandomSheet(seed: UInt64(seed))
    // Far more than one window, so that rows lie across its edge.
    var markup = writer.markup(rows: 700)
    if seed % 5 == 0 { markup = String(markup.dropLast(seed)) }
    if seed % 7 == 0 { markup = markup.replacing("</f>", with: "</f><!-- </row> -->", maxReplacements: 300) }
    let parts = WorkbookParts(sheets: [("S", markup)], strings: Self.items)
    var limits = ReadLimits()
    limits.wholePartBytes = 0
    var options = RowOptions()
    options.rowLimit = seed % 3 == 0 ? 250 : nil
    let same = SheetTrace.lines(parts.bytes, options, limits) == SheetTrace.lines(parts.bytes, options, .standard)
    #expect(same, "seed \(seed), \(markup.utf8.count) bytes")
  }

  @Test(arguments: 0..<40)
  func `limits stop both at the same place`(seed: Int) throws {
    var writer = RandomSheet(seed: UInt64(seed))
    let parts = WorkbookParts(sheets: [("S", writer.markup())], strings: Self.items)
    for count in [1, 7, 30, 100, 400] {
      var limits = ReadLimits()
      limits.cells = count
      #expect(SheetTrace.areEqual(parts.bytes, RowOptions(), limits) == nil, "seed \(seed), cells \(count)")
      limits = ReadLimits()
      limits.rows = count
      #expect(SheetTrace.areEqual(parts.bytes, RowOptions(), limits) == nil, "seed \(seed), rows \(count)")
      limits = ReadLimits()
      limits.tokenBytes = count
      #expect(SheetTrace.areEqual(parts.bytes, RowOptions(), limits) == nil, "seed \(seed), token \(count)")
    }
  }

  @Test(arguments: 0..<200)
  func `random numbers are the nearest doubles`(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let texts = (0..<100).map { _ in RandomSheet.number(&random) }
    var found: [UInt64?] = []
    let cells = texts.map { "<c><v>\($0)</v></c>" }
    try opened(WorkbookParts(rows: "<row r=\"1\">\(cells.joined())</row>").bytes).worksheets[0]
      .forEachRow { _, cells in for index in cells.indices { found.append(cells[index].number?.bitPattern) } }
    let expected = texts.map { Double($0)?.bitPattern }
    #expect(found == expected, "seed \(seed): \(texts)")
  }
}
