/// How a workbook is written.
public struct WorkbookOptions: Hashable, Sendable {
  /// Keeps one row in memory instead of all. Rows must then come in order, texts are stored in their cells, and
  /// nothing may be merged over rows.
  public var keepsOneRow: Bool
  /// Where the parts lie until they are packed; the system's place for `nil` and for a folder that is not there.
  public var temporaryDirectory: String?
  /// Allows parts beyond 4 GiB.
  public var allowsZip64: Bool
  /// Makes texts fit their places in the file, as `CellText` does those of cells, instead of refusing the workbook.
  public var fitsTexts: Bool
  /// Shows the characters that turn the order of others, as ⟨U+202E⟩, instead of having them obeyed: for texts from many
  /// hands. Goes with `fitsTexts`.
  public var showsDirections: Bool
  /// Keeps account of what every cell holds, for `WorkbookWriter.notes`.
  public var notesCells: Bool

  public init(
    keepsOneRow: Bool = false, temporaryDirectory: String? = nil, allowsZip64: Bool = false, fitsTexts: Bool = false,
    showsDirections: Bool = false, notesCells: Bool = false
  ) {
    self.fitsTexts = fitsTexts
    self.showsDirections = showsDirections
    self.notesCells = notesCells
    self.keepsOneRow = keepsOneRow
    self.temporaryDirectory = temporaryDirectory
    self.allowsZip64 = allowsZip64
  }
}
