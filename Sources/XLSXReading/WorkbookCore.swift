internal import SpreadsheetML

/// What a workbook's sheets share: the parts, and the tables that cells refer to, each read when first needed.
final class WorkbookCore {
  let store: PartStore
  let warnings: WarningLog
  let part: String
  let content: WorkbookPart
  let relationships: [Relationship]
  /// Cells of the snapshots that are kept, and bytes of their texts.
  var taken: (cells: Int, textBytes: Int) = (0, 0)
  /// The limit that a snapshot went past: what does not fit once fits nowhere, and each of a thousand sheets would be read
  /// up to it.
  var exceeded: XLSXReadError?
  /// What the snapshots have of lists.
  var listed = 0
  /// Cells that snapshots have looked at for the conditional formats over them.
  var conditionalCells = 0
  // A failure is kept too: a broken table is not tried again for each sheet.
  private var strings: Result<SharedStrings, XLSXReadError>?
  private var styles: Result<CellStyles, XLSXReadError>?

  init(_ archive: ArchiveReader) throws(XLSXReadError) {
    // The parts of a workbook have plain names; under a second one a program may find other contents.
    if archive.hasSecondNames { throw XLSXReadError(.ambiguousArchive) }
    store = PartStore(archive)
    warnings = WarningLog(limit: archive.limits.warnings)
    part = try MainPart.find(store, warnings)
    content = try store.value(of: part, in: PartCaches.workbooks) { part, limits throws(XLSXReadError) in
      try WorkbookPart(part, limits: limits)
    }
    relationships = try store.relationships(of: part)
    try checkLinks()
  }

  /// Refuses links of which nobody can say which is meant: two of one name, or two tables of strings or styles.
  private func checkLinks() throws(XLSXReadError) {
    var targets: [String: String] = [:]
    for link in relationships where !link.isExternal {
      var names = ["id \(link.id)"]
      if let kind = ["sharedStrings", "styles"].first(where: link.leads) { names.append(kind) }
      for name in names where targets.updateValue(link.target, forKey: name) ?? link.target != link.target {
        throw XLSXReadError(.badRelationship, part: part, reason: "\(name): two targets")
      }
    }
  }

  /// - Throws: when there is such a part and it cannot be read. Text would be lost, so no sheet is read then.
  func sharedStrings() throws(XLSXReadError) -> SharedStrings {
    if let strings { return try strings.get() }
    let read = Result { () throws(XLSXReadError) in
      guard let name = sharedPart("sharedStrings") else { return SharedStrings() }
      return try SharedStrings(store.markup(name), limits: store.limits)
    }
    strings = read
    return try read.get()
  }

  /// - Throws: when there is such a part and it cannot be read. Dates would be taken for numbers then.
  func cellStyles() throws(XLSXReadError) -> CellStyles {
    if let styles { return try styles.get() }
    let read = Result { () throws(XLSXReadError) in
      guard let name = sharedPart("styles") else { return CellStyles() }
      return try store.value(of: name, in: PartCaches.styles) { part, limits throws(XLSXReadError) in
        try CellStyles(part, limits: limits)
      }
    }
    styles = read
    if case .success(let styles) = read, styles.isDoubtful {
      warnings.add(ReadWarning(.repeatedCell, detail: "mc:Choice, styles"))
    }
    return try read.get()
  }

  /// Returns the part that a relationship of the workbook leads to, else the one of the usual name.
  private func sharedPart(_ kind: String) -> String? {
    let link = relationships.first { $0.leads(to: kind) && !$0.isExternal }
    if let link, store.contains(link.target) { return link.target }
    let usual = PartName.resolve("\(kind).xml", from: part)
    if store.contains(usual) { return usual }
    if let link { warnings.add(ReadWarning(.missingPart, detail: link.target)) }
    return nil
  }
}
