import PlanModel
import XLSXWriting

extension FormContents {
  /// One row of a list, as it stands on the form.
  struct ListRow {
    var object: CellContent = .blank
    /// The word of the state at the end of the earlier period.
    var previousState: String?
    var state: CellContent = .blank
    var date: CellContent = .blank
    var note: CellContent = .blank

    func content(_ column: ListColumn) -> CellContent {
      switch column {
      case .object: object
      case .previousState: previousState.map { .text($0) } ?? .blank
      case .state: state
      case .date: date
      case .note: note
      case .code, .number, .selfCheck: .blank
      }
    }
  }

  /// A cell of a list: the indicator's code, the row counted from 0, the column.
  struct ListPlace: Hashable {
    let code: String
    let row: Int
    let column: ListColumn
  }

  /// Returns the rows of a list: what the unit reported, or before that the objects still open.
  func listRows(_ table: FormLayout.ListTable) -> [ListRow] {
    lists[table.code]
      ?? table.objects.map { ListRow(object: .text($0.name), previousState: $0.state) }
  }
}
