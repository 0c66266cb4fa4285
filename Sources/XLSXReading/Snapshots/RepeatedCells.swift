package import SpreadsheetML

/// Cells gathered from rows in any order, of which some may stand twice: the last of each counts.
package struct RepeatedCells<Content> {
  package private(set) var cells: [CellReference: Content] = [:]
  private let areEqual: (Content, Content) -> Bool
  private var rows: Set<Int> = []
  /// The row element being gathered is of a row that stood before.
  private var isRepeated = false
  /// That was said.
  private var isSaid = false

  package init(areEqual: @escaping (Content, Content) -> Bool) {
    self.areEqual = areEqual
  }

  /// Notes the beginning of a row element that has cells.
  package mutating func beginRow(_ index: Int) {
    isRepeated = !rows.insert(index).inserted
    isSaid = false
  }

  /// Takes a cell. Tells `warn` of one that replaces another of different content, and once for each row element of a
  /// row that stood before with other cells.
  package mutating func add(
    _ content: Content, at reference: CellReference, _ warn: (ReadWarning.Code, CellReference) -> Void
  ) {
    let before = cells.updateValue(content, forKey: reference)
    guard isRepeated else { return }
    if let before {
      if !areEqual(before, content) { warn(.repeatedCell, reference) }
    } else if !isSaid {
      warn(.repeatedRow, reference)
      isSaid = true
    }
  }
}
