import XLSXReading

/// The zip layer, and by it whole workbooks: any bytes are a file.
func fuzzOne(_ bytes: [UInt8]) {
  if let archive = try? ArchiveReader(bytes: bytes, limits: .fuzzing) {
    for entry in archive.entries {
      guard let content = try? archive.read(entry) else { continue }
      precondition(content.count == entry.size)
    }
  }
  do throws(XLSXReadError) {
    WorkbookChecks.readAll(try Workbook(bytes: bytes, limits: .fuzzing))
  } catch {
    precondition(!error.message(in: .english).isEmpty)
  }
}
