public import SpreadsheetML

/// An XLSX workbook open for reading.
///
/// Opening reads what the workbook says about itself; cells are read when a worksheet is asked for them. Not
/// `Sendable`: use one from one task, and open another for the next. A `SheetSnapshot` may travel.
///
///     let workbook = try Workbook(path: "填报表.xlsx")
///     try workbook["填报表"]?.forEachRow { row, cells in
///       for index in cells.indices { print(row.reference(of: cells[index]), row.value(of: cells[index]) as Any) }
///     }
///
/// The process should have TZ set (`:/etc/localtime` will do): without it libzip looks for the time zone once
/// for each entry of each file.
public final class Workbook {
  /// In the order of the tabs; chart, dialog and macro sheets are left out. May be empty.
  public let worksheets: [Worksheet]
  let core: WorkbookCore
  private var readProperties: DocumentProperties?

  public var dateSystem: DateSystem { core.content.dateSystem }
  public var definedNames: [DefinedName] { core.content.definedNames }

  /// Opens a file.
  /// - Throws: when it is no XLSX workbook (the code says what it is instead), is damaged, or goes past a limit.
  public convenience init(path: String, limits: ReadLimits = .standard) throws(XLSXReadError) {
    try self.init(ArchiveReader(path: path, limits: limits))
  }

  /// Opens a workbook in memory. The bytes are copied.
  public convenience init(bytes: [UInt8], limits: ReadLimits = .standard) throws(XLSXReadError) {
    try self.init(ArchiveReader(bytes: bytes, limits: limits))
  }

  package init(_ archive: ArchiveReader) throws(XLSXReadError) {
    core = try WorkbookCore(archive)
    worksheets = try Self.worksheets(core)
  }

  /// What was odd so far: in the workbook, and in each sheet at its last reading. Limited by `ReadLimits.warnings`.
  public var warnings: [ReadWarning] {
    core.warnings.warnings + worksheets.flatMap(\.warnings)
  }

  /// The first worksheet of a name, compared exactly.
  public subscript(name: String) -> Worksheet? {
    worksheets.first { $0.name == name }
  }

  /// True if the file carries macros (.xlsm). They are never run, and change nothing that is read.
  public var hasMacros: Bool { core.store.contains("xl/vbaProject.bin") }

  /// Title, author, program and custom properties. What cannot be read is left out, with a warning.
  public var properties: DocumentProperties {
    if let readProperties { return readProperties }
    let read = core.documentProperties()
    readProperties = read
    return read
  }

  private static func worksheets(_ core: WorkbookCore) throws(XLSXReadError) -> [Worksheet] {
    var sheets: [Worksheet] = []
    var names: Set<String> = []
    var parts: Set<String> = []
    let links = Dictionary(core.relationships.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (place, sheet) in core.content.sheets.enumerated() {
      if sheet.relationshipID == "" {
        core.warnings.add(ReadWarning(.sheetWithoutPart, sheet: sheet.name))
        continue
      }
      let link = sheet.relationshipID.flatMap { links[$0] }
      if let link, !link.leads(to: "worksheet") { continue }
      // No program writes that: one sheet under a hundred names is there to be read a hundred times.
      if let link, !parts.insert(PartName.key(link.target)).inserted {
        throw XLSXReadError(.ambiguousPart, part: link.target)
      }
      sheets.append(Worksheet(sheet, index: sheets.count, sheetIndex: place, link: link, core: core))
      if core.content.sheets.count > 1, !names.insert(sheet.name.lowercased()).inserted {
        core.warnings.add(ReadWarning(.duplicateSheetName, sheet: sheet.name))
      }
    }
    if sheets.isEmpty { core.warnings.add(ReadWarning(.noWorksheets)) }
    return sheets
  }
}
