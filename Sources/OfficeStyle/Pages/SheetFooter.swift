public import XLSXWriting

/// What stands below each page: period and issuer, — page —, name of the sheet.
public struct SheetFooter: Hashable, Sendable {
  /// 汕尾市民政局2024年度重点工作 2024年6月
  public var origin: String
  public var fonts: FontSet

  public init(_ origin: String, fonts: FontSet = .official) {
    self.origin = origin
    self.fonts = fonts
  }

  public var pageText: PageSetup.HeaderFooter {
    let name = fonts.body().name
    return PageSetup.HeaderFooter(
      left: .text(origin, fontName: name, fontSize: 9),
      center: PageText([.text("— "), .page, .text(" —")], fontName: fonts.pageNumberName, fontSize: 10),
      right: PageText([.sheetName], fontName: name, fontSize: 9))
  }
}
