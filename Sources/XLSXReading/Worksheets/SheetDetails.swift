internal import SpreadsheetML

/// What stands around the cells of a sheet.
struct SheetDetails {
  /// Whether data validations are kept: a form has hundreds, and who reads it back looks at none.
  var keepsValidations = true
  var mergedRanges: [CellRange] = []
  /// Zero-based.
  var hiddenColumns: [ClosedRange<Int>] = []
  var autoFilter: CellRange?
  /// Whether rows are hidden by a filter.
  var isFiltered = false
  var isProtected = false
  var dataValidations: [DataValidation] = []
  var hyperlinks: [(range: CellRange, relationshipID: String?, location: String?)] = []
}
