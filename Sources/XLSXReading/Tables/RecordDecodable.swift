/// A type that is made of one record of a table.
///
///     struct Target: RecordDecodable {
///       let unit: String
///       let amount: Double
///       let note: String?
///
///       init(record: SheetRecord) throws(TableError) {
///         unit = try record.value("责任单位")
///         amount = try record.value("目标值")
///         note = try record.valueIfPresent("备注")
///       }
///     }
public protocol RecordDecodable {
  init(record: SheetRecord) throws(TableError)
}
