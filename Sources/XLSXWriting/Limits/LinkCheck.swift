import SpreadsheetML

/// Makes the addresses that the library reads, and refuses those that it would read wrongly.
enum LinkCheck {
  /// Returns the address of a sheet of the workbook, up to the cell.
  static func address(ofSheet sheet: String) throws(XLSXWriteError) -> String {
    try SheetNameCheck.check(sheet)
    // The library cuts an address at this sign.
    guard !sheet.contains("#") else {
      throw XLSXWriteError(.option, "a link to the sheet “\(sheet)” is not possible, as its name holds a #")
    }
    return "internal:\(sheet.quotedAsSheetName)!"
  }

  /// Checks the address of something elsewhere; refuses one that the library would read wrongly.
  static func checkWeb(_ address: String) throws(XLSXWriteError) {
    let known = ["http://", "https://", "mailto:"]
    guard known.contains(where: { address.lowercased().hasPrefix($0) }) else {
      throw XLSXWriteError(.option, "the address “\(address)” begins with none of \(known.joined(separator: " "))")
    }
    guard !address.contains("internal:"), !address.contains("external:") else {
      throw XLSXWriteError(.option, "the address “\(address)” holds “internal:” or “external:”")
    }
    try TextCheck.plain(address, limit: SheetLimits.link, what: "the address of a link")
    guard escapedLength(address) <= SheetLimits.link else {
      throw XLSXWriteError(
        .textTooLong, "the address of a link is longer than \(SheetLimits.link) bytes once escaped")
    }
  }

  /// Returns the text that stands in the cell until other content replaces it.
  static func shownText(_ content: CellContent) throws(XLSXWriteError) -> String {
    switch content {
    case .text(let text) where !text.isEmpty: return try TextCheck.cellText(text)
    case .blank, .text: throw XLSXWriteError(.option, "a link needs something to show")
    default: return "—"
    }
  }

  /// Returns the number of bytes once the library has written `%20` and the like; counts some that it leaves alone.
  private static func escapedLength(_ address: String) -> Int {
    address.utf8.reduce(0) { length, byte in
      length + (byte <= 0x20 || #""<>[]`^{}%"#.utf8.contains(byte) ? 3 : 1)
    }
  }
}
