import SpreadsheetML

@testable import XLSXReading

/// The styles: any bytes are the part.
func fuzzOne(_ bytes: [UInt8]) {
  guard let part = try? MarkupEncoding.utf8(PartBytes(bytes, part: "part")),
    let styles = try? CellStyles(part, limits: .fuzzing)
  else { return }
  precondition(styles.count <= ReadLimits.fuzzing.listItems)
  for index in 0..<styles.count {
    let format = styles.format(index)
    precondition(format == NumberFormat(code: format.code))
    _ = format.value(of: 45_322.5, in: .from1900)
  }
  precondition(styles.format(styles.count) == .general)
}
