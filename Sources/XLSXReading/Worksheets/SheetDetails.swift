internal import SpreadsheetML

/// What stands around the cells of a sheet.
struct SheetDetails {
  /// Whether data validations are kept: a form has hundreds, and who reads it back looks at none.
  var keepsValidations = true
  var mergedRanges: [CellRange] = []
  /// Zero-based; once all are read, in order and apart.
  var hiddenColumns: [ClosedRange<Int>] = []
  var autoFilter: CellRange?
  /// Whether rows are hidden by a filter.
  var isFiltered = false
  var isProtected = false
  var dataValidations: [DataValidation] = []
  /// Those that may change what is seen of a value.
  var conditionalFormats: [ConditionalFormat] = []
  var hyperlinks: [(range: CellRange, relationshipID: String?, location: String?)] = []

  /// Brings the hidden columns in order and unites those that overlap: a file may name all columns in each of its ranges.
  mutating func uniteHiddenColumns() {
    var united: [ClosedRange<Int>] = []
    for range in hiddenColumns.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, range.lowerBound <= last.upperBound + 1 {
        united[united.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
    hiddenColumns = united
  }
}
