import TestSupport
import XLSXReading

private let frame: [ZipEntry] = {
  let parts = WorkbookParts(
    rows: "", strings: "<si><t>单位</t></si><si/><si><r><t>a</t></r><r><t>b</t></r></si>",
    styles: WorkbookParts.styles(codes: ["yyyy-mm-dd", "[h]:mm"], ids: [14, 9, 200, 201]))
  return parts.zip.entries.filter { $0.name != Array(WorkbookParts.firstSheet.utf8) }
}()

/// The worksheet part: any bytes are one, in a workbook that is else in order.
func fuzzOne(_ bytes: [UInt8]) {
  let file = ZipFile(frame + [ZipEntry(WorkbookParts.firstSheet, bytes)])
  guard let workbook = try? Workbook(bytes: file.bytes, limits: .fuzzing) else {
    preconditionFailure("a sheet keeps the workbook from opening")
  }
  WorkbookChecks.readAll(workbook)
}
