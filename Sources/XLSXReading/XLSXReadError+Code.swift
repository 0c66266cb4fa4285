extension XLSXReadError {
  /// The kinds of failure. The raw value is stable, for logs and tests.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    // The file.
    /// It does not exist, or may not be read.
    case cannotOpen = "cannot-open"
    /// It is a folder, a device or the like.
    case notAFile = "not-a-file"
    case emptyFile = "empty-file"
    /// The `~$` file that a spreadsheet program leaves beside an open workbook.
    case lockFile = "lock-file"
    /// An encrypted workbook, or an encrypted entry of the archive.
    case encrypted
    /// A binary workbook of Excel 97–2003, or WPS `.et`.
    case legacyXLS = "legacy-xls"
    /// Another OLE2 container: an old Word file, or the remains of one.
    case otherOLE2 = "other-ole2"
    case xlsb
    case ods
    case docx
    case pptx
    case csv
    case html
    /// SpreadsheetML of 2003, one XML file.
    case xml2003 = "xml-2003"
    case pdf
    /// gzip, RAR or 7z.
    case otherArchive = "other-archive"
    case unknownFormat = "unknown-format"

    // The archive.
    /// The archive ends too early, or its directory is damaged.
    case damagedArchive = "damaged-archive"
    /// Two directories, of which programs show one or the other.
    case ambiguousArchive = "ambiguous-archive"
    /// A good archive, but nothing in it says workbook.
    case notAWorkbook = "not-a-workbook"
    case unsupportedCompression = "unsupported-compression"
    /// An entry cannot be inflated, or has another size or checksum than the directory says.
    case damagedEntry = "damaged-entry"
    /// Two entries of one name with different content.
    case ambiguousPart = "ambiguous-part"
    case missingPart = "missing-part"
    /// A relationship that leads nowhere, or out of the package.
    case badRelationship = "bad-relationship"

    // The markup.
    case malformedMarkup = "malformed-markup"
    case doctype
    case unsupportedEncoding = "unsupported-encoding"
    /// The part holds another kind of document than its relationship says.
    case wrongRoot = "wrong-root"

    // Limits.
    case limitExceeded = "limit-exceeded"
  }
}
