public import Consolidation
import Reports

extension ConsolidatedPeriod {
  /// Writes the summary workbook.
  ///
  /// - Parameter split: whether each unit gets a workbook of its own, in the folder `NAME-分单位` beside `NAME.xlsx`.
  /// - Returns: that folder and the number of its workbooks; `nil` without them.
  @discardableResult
  public func writeBook(to path: String, split: Bool = false) throws(JobError) -> (folder: String, count: Int)? {
    let folder = split ? SummaryBook.FileNames(of: path).unitFolder : nil
    if let folder {
      // Beside the book, never a whole path of folders that nobody made.
      guard FileAccess.isFolder(FileAccess.folder(of: path)) else { throw JobError(.cannotWriteFor(.noFolder), path) }
      try FileAccess.makeFolder(folder)
    }
    do {
      let units = try SummaryBook(period: self, unitSheets: split ? .apart : .inBook).write(to: path, unitsTo: folder)
      return folder.map { ($0, units.count) }
    } catch {
      throw JobError(writing: path, error)
    }
  }

  /// Writes a bulletin, as plain text if the name ends with `.txt`, else as a document.
  public func writeBulletin(to path: String) throws(JobError) {
    do {
      try Bulletin(period: self).write(to: path, as: path.lowercased().hasSuffix(".txt") ? .text : .document)
    } catch {
      throw JobError(writing: path, error)
    }
  }

  /// Writes the overview as a page.
  public func writePage(to path: String) throws(JobError) {
    do {
      try SummaryPage(period: self).write(to: path)
    } catch {
      throw JobError(writing: path, error)
    }
  }
}
