/// The rows of a worksheet as copies that may be kept and sent to other tasks.
///
///     for row in sheet.rows {
///       let row = try row.get()
///       print(row.index, row[column: 2]?.value as Any)
///     }
///
/// Each iteration reads the sheet anew, a row at a time: of the cells, only those of the current row are in memory.
/// A reading that fails hands out the error as its last element, so that a broken sheet is never taken for a
/// short one. Rows come in the order of the file, which is nearly always theirs; a row without cells comes too.
/// Copies cost an allocation per row and text; for millions of cells there is `Worksheet.forEachRow`.
///
/// Belongs to the task of its workbook. Of two iterations at once, the later one's warnings are those kept.
public struct SheetRows: Sequence {
  let sheet: Worksheet
  let options: RowOptions

  public struct Iterator: IteratorProtocol {
    private let sheet: Worksheet
    private let options: RowOptions
    private var cursor: RowCursor?
    private var isOver = false

    init(_ rows: SheetRows) {
      sheet = rows.sheet
      options = rows.options
    }

    /// Returns the next row; an error once, and then nothing more.
    public mutating func next() -> Result<SnapshotRow, XLSXReadError>? {
      guard !isOver else { return nil }
      do throws(XLSXReadError) {
        if cursor == nil { cursor = try RowCursor(sheet, options: options) }
        if let row = try cursor?.next() { return .success(row) }
        finish()
        return nil
      } catch {
        finish()
        return .failure(error)
      }
    }

    /// Lets go of the part.
    private mutating func finish() {
      isOver = true
      cursor = nil
    }
  }

  public func makeIterator() -> Iterator { Iterator(self) }
}
