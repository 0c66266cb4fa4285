public import SpreadsheetML

/// How a sheet is printed.
public struct PageSetup: Hashable, Sendable {
  public var paper: Paper
  public var isLandscape: Bool
  /// Pages side by side the sheet is shrunk to; `nil` shrinks nothing.
  public var pagesWide: Int?
  /// Pages one below the other; `nil` is as many as it takes. Only with `pagesWide`.
  public var pagesHigh: Int?
  /// Millimetres.
  public var margins: Margins
  public var isCenteredHorizontally: Bool
  public var isCenteredVertically: Bool
  /// Zero-based rows printed on top of each page.
  public var repeatedRows: ClosedRange<Int>?
  public var printArea: CellRange?
  public var header: HeaderFooter?
  public var footer: HeaderFooter?
  /// Zero-based rows that begin a page; ascending, none of them 0.
  public var breaksBeforeRows: [Int]
  /// The number of the first page; `nil` goes on from the sheet before.
  public var firstPage: Int?

  public enum Paper: UInt8, Hashable, Sendable {
    case a3 = 8
    case a4 = 9
  }

  /// Millimetres.
  public struct Margins: Hashable, Sendable {
    public var left: Double
    public var right: Double
    public var top: Double
    public var bottom: Double
    public var header: Double
    public var footer: Double

    public init(
      left: Double, right: Double, top: Double, bottom: Double, header: Double = 7.6, footer: Double = 7.6
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
      self.header = header
      self.footer = footer
    }
  }

  /// What stands above or below each page.
  public struct HeaderFooter: Hashable, Sendable {
    public var left: PageText?
    public var center: PageText?
    public var right: PageText?

    public init(left: PageText? = nil, center: PageText? = nil, right: PageText? = nil) {
      self.left = left
      self.center = center
      self.right = right
    }

    var code: String {
      var code = ""
      if let left { code += "&L" + left.code }
      if let center { code += "&C" + center.code }
      if let right { code += "&R" + right.code }
      return code
    }
  }

  public init(
    paper: Paper = .a4, landscape: Bool = true, pagesWide: Int? = 1, pagesHigh: Int? = nil,
    margins: Margins = Margins(left: 12, right: 12, top: 14, bottom: 15), centeredHorizontally: Bool = true,
    centeredVertically: Bool = false, repeatedRows: ClosedRange<Int>? = nil, printArea: CellRange? = nil,
    header: HeaderFooter? = nil, footer: HeaderFooter? = nil, breaksBeforeRows: [Int] = [], firstPage: Int? = nil
  ) {
    self.paper = paper
    self.isLandscape = landscape
    self.pagesWide = pagesWide
    self.pagesHigh = pagesHigh
    self.margins = margins
    self.isCenteredHorizontally = centeredHorizontally
    self.isCenteredVertically = centeredVertically
    self.repeatedRows = repeatedRows
    self.printArea = printArea
    self.header = header
    self.footer = footer
    self.breaksBeforeRows = breaksBeforeRows
    self.firstPage = firstPage
  }
}
