// How it works
//
// The head of the part, up to `<sheetData>`, stays at the beginning of the window, since the open elements and the
// namespaces are places in it. Behind it rows are read up to the last one that ends in the window; then what was
// read is dropped, and the window filled up. A row longer than the window makes it grow.
//
// It need not read every part: whatever it cannot read is an error, and then `Worksheet` reads the part whole, passing
// over the rows that were handed out. So this decides nothing by itself, least of all where a broken part is broken.

extension SheetParser {
  /// Reads a part through a window; throws also where only the whole part can be read.
  mutating func parse(_ window: inout PartWindow, _ body: Body) throws(XLSXReadError) {
    guard try enterRows(window) else { throw reader.malformed("to be read whole") }
    let head = reader.position
    while true {
      let end = window.isAtEnd ? nil : window.lastRowEnd(after: reader.position)
      pieceEnd = end ?? (window.isAtEnd ? Int.max : 0)
      // Bytes have no padding, and the storage is not changed during the call.
      guard try parseRows(unsafe window.bytes.span.bytes, body) == .goOn else { return }
      if reader.depth < 2 { break }
      // Inside alternate content the open elements are places that would be dropped.
      guard reader.open.count == 2 else { throw reader.malformed("to be read whole") }
      if end == nil {
        guard window.filled - head <= limits.rowBytes else {
          isRowTooLong = true
          throw reader.exceeded("a row of more than \(limits.rowBytes) bytes")
        }
        window.grow()
      }
      window.drop(behind: head, to: reader.position)
      reader.position = head
      guard window.fill() else { throw reader.malformed("to be read whole") }
      reader.contentEnd = window.filled
    }
    // Rows end only behind the last one, so the rest is in the window.
    guard window.isAtEnd else { throw reader.malformed("to be read whole") }
    try reader.finishPart(unsafe window.bytes.span.bytes)  // as above
  }

  /// Goes to the first row; `false` where there is none.
  private mutating func enterRows(_ window: borrowing PartWindow) throws(XLSXReadError) -> Bool {
    let bytes = unsafe window.bytes.span.bytes  // as above
    try reader.enterRoot(bytes, .worksheet)
    while try reader.nextChild(of: 1, bytes) {
      if reader.is(.sheetData) { return !reader.endsNext && reader.open.count == 2 }
    }
    return false
  }
}
