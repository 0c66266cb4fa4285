public import SpreadsheetML

/// What the cells of a workbook hold, as it was written.
public struct CellNotes: Sendable {
  public struct Place: Hashable, Sendable {
    public let sheet: String
    public let cell: CellReference

    public init(sheet: String, cell: CellReference) {
      self.sheet = sheet
      self.cell = cell
    }
  }

  /// Of every cell that holds something; the last content written there.
  public private(set) var contents: [Place: CellContent] = [:]

  mutating func note(_ content: CellContent, sheet: String, at cell: CellReference) {
    let place = Place(sheet: sheet, cell: cell)
    switch content {
    case .blank, .text(""): contents[place] = nil
    default: contents[place] = content
    }
  }
}
