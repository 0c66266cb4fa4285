/// How much a file may ask for. The defaults let the largest honest workbooks through (ten million cells,
/// hundreds of megabytes of markup) and stop the rest before memory is taken.
public struct ReadLimits: Hashable, Sendable {
  /// Bytes of the file itself.
  public var fileBytes = 2 << 30
  /// Files up to this size are read into memory whole; larger ones are read in place.
  public var bytesInMemory = 8 << 20
  /// Entries of the archive.
  public var entries = 100_000
  /// Bytes of one part, inflated.
  public var partBytes = 448 << 20
  /// Bytes of the content types, and of one list of relationships, inflated: parts that only speak of other parts.
  public var packageListBytes = 128 << 20
  /// Bytes of a worksheet, inflated, up to which it is held whole, which is faster; a larger one is read through a
  /// window of 128 KiB. Its checksum is then known only after its last row. Snapshots hold any sheet whole.
  public var wholePartBytes = 128 << 20
  /// Bytes of a worksheet, inflated, up to which it is read whole after all where it cannot be read through the window.
  public var wholeRetryBytes = 192 << 20
  /// Bytes of all parts read, inflated.
  public var totalBytes = 8 << 30
  /// Inflated bytes for each compressed one, judged in parts above `ratioFloor`.
  public var ratio = 250
  /// Bytes of a part below which its ratio does not matter: a small part is no bomb.
  public var ratioFloor = 32 << 20
  /// Elements open at once.
  public var depth = 256
  /// Bytes of one tag, one text or one attribute.
  public var tokenBytes = 16 << 20
  /// Attributes of one element.
  public var attributes = 256
  /// Namespaces declared on an element and those around it. Each name is looked up among them.
  public var namespaces = 128
  /// Worksheets and other sheets of a workbook.
  public var sheets = 20_000
  /// Row elements of one worksheet.
  public var rows = 4_000_000
  /// Bytes of one row's markup, where the sheet is read through the window.
  public var rowBytes = 64 << 20
  /// Cells of one row element that name other rows than their own.
  public var strayCells = 65_536
  /// Cell elements of one worksheet.
  public var cells = 200_000_000
  /// Entries of the shared strings.
  public var sharedStrings = 20_000_000
  /// Bytes of all shared strings together.
  public var sharedStringBytes = 400 << 20
  /// UTF-16 units of one cell's text, as many as a spreadsheet program takes; what is behind them is cut off, with a
  /// warning at each cell, so that a string that thousands of cells share is no flood.
  public var cellCharacters = 32_767
  /// Entries of any other list: formats, relationships, merged ranges, comments, validations, names.
  public var listItems = 1_000_000
  /// Cells that the `SheetSnapshot`s of a workbook copy, all of which it keeps.
  public var snapshotCells = 1_000_000
  /// What stands around the cells in all of them: merged ranges, comments, pictures, validations, links, formats.
  public var snapshotItems = 2_000_000
  /// Bytes of a formula in those cells; spreadsheet programs take 8,192 characters.
  public var formulaBytes = 64 << 10
  /// Bytes of the texts in those cells, each as often as a cell has it: a shared string may stand in thousands of them.
  /// It is one in memory, so this is for those to whom every cell is work.
  public var snapshotTextBytes = 64 << 30
  /// Cells that are looked at for the conditional formats over them, a cell once for each range, in all snapshots of a
  /// workbook.
  public var conditionalCells = 400_000
  /// Bytes of a number format; spreadsheet programs take 255 characters.
  public var formatBytes = 64 << 10
  /// Warnings that are kept; the rest are counted.
  public var warnings = 1000

  public init() {}

  public static let standard = ReadLimits()
}
