import OfficeStyle
import SpreadsheetML
import Testing
import XLSXWriting

@Suite struct ThemeTests {
  @Test(arguments: [FontSet.official, .common])
  func `only entry cells are open`(fonts: FontSet) {
    let theme = Theme(fonts: fonts)
    let open = [theme.entryText, theme.entryCenteredText, theme.entryFigure(.count), theme.entryDate, theme.entryCode]
    #expect(open.allSatisfy { !$0.isLocked && $0.fill == Palette.entryCell })
    let closed = [theme.text, theme.figure(.rate), theme.tableHeader, theme.entryHeader, theme.totalText, theme.light]
    #expect(closed.allSatisfy { $0.isLocked })
  }

  @Test func `a finding's mark keeps what the cell is`() {
    let theme = Theme()
    let marked = theme.marked(theme.entryFigure(.money), .required)
    #expect(!marked.isLocked && marked.numberFormat == NumberStyle.money.code)
    #expect(marked.fill == Palette.requiredFill && marked.borders.left.style == .medium)
    let styles: Set<CellBorder.Style> = [
      FindingMark.required.borders.top.style, FindingMark.verify.borders.top.style,
      FindingMark.notice.borders.top.style,
    ]
    #expect(styles.count == 3)
  }

  @Test func `the fonts are what is asked for`() {
    #expect(FontSet.official.title().name == "方正小标宋简体")
    #expect(FontSet.common.title().name == "宋体" && FontSet.common.title().isBold)
    #expect(Theme(fonts: .official).tableHeader.font.name == "黑体")
    #expect(Theme().figure(.count).font.name == "Times New Roman")
  }

  @Test func `the footer names origin, page and sheet`() {
    let page = PageSetup.theme(.ledger, footer: SheetFooter("2024年6月 汇总"), repeatedRows: 4...6)
    #expect(page.paper == .a3 && page.pagesWide == 1 && page.pagesHigh == nil)
    #expect(PageSetup.theme(.overview, footer: SheetFooter("")).pagesHigh == 1)
    #expect(page.footer?.center?.pieces == [.text("— "), .page, .text(" —")])
    #expect(page.footer?.right?.pieces == [.sheetName])
  }

  @Test func `lights come first and say themselves in words`() {
    let rules = ConditionalFormat.lights() + ConditionalFormat.statuses()
    #expect(rules.count == 8)
    #expect(rules.first?.rule == .cell(.equal("\"绿\""), .green))
    #expect(ConditionalFormat.rateBar.rule == .dataBar(DataBar(Palette.bar, from: 0, to: 100)))
  }
}
