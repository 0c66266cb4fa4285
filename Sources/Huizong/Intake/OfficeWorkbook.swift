import SpreadsheetML
import XLSXReading

/// A workbook of the operator's own: a plan, or the split of its targets.
enum OfficeWorkbook {
  /// Reads one; where it says two things, or something of it is lost, nothing is taken.
  static func read<Value>(
    _ path: String, _ limits: InputLimits, _ body: (Workbook) throws(XLSXReadError) -> Value
  ) throws(JobError) -> Value {
    let workbook: Workbook
    let value: Value
    do throws(XLSXReadError) {
      workbook = try Workbook(path: path, limits: limits.reading)
      value = try body(workbook)
    } catch {
      throw JobError(.workbook(InputLimits.named(error)), path)
    }
    let doubts = workbook.warnings.filter(\.code.leavesDoubt)
    guard doubts.isEmpty else {
      let places = doubts.map { doubt in
        let cell = doubt.cell.map { "!\($0.a1)" } ?? ""
        return doubt.sheet.map { $0 + cell } ?? doubt.detail
      }
      throw JobError(.twoReadings(cells: places), path)
    }
    return value
  }
}
