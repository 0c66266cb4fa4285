/// What is set for one column.
struct ColumnSetting: Hashable {
  var width: ColumnWidth
  var isHidden: Bool
  var outlineLevel: Int
  var isCollapsed: Bool
}
