public import SpreadsheetML
public import XLSXWriting

extension PageSetup {
  /// Returns the page of the theme: landscape, one page wide, in the middle, no header.
  ///
  /// - Parameters:
  ///   - printArea: leaves out the row of links on top.
  ///   - repeatedRows: the header of the table, and its column numbers.
  public static func theme(
    _ kind: SheetKind, footer: SheetFooter, printArea: CellRange? = nil, repeatedRows: ClosedRange<Int>? = nil
  ) -> PageSetup {
    PageSetup(
      paper: kind == .ledger ? .a3 : .a4, landscape: true, pagesWide: 1,
      pagesHigh: kind == .onePage || kind == .overview ? 1 : nil,
      margins: kind == .overview
        ? Margins(left: 10, right: 10, top: 11, bottom: 13, header: 7.6, footer: 7)
        : Margins(left: 12, right: 12, top: 14, bottom: 15, header: 7.6, footer: 7),
      centeredHorizontally: true, repeatedRows: repeatedRows, printArea: printArea, footer: footer.pageText)
  }
}
