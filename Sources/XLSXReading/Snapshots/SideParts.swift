internal import SpreadsheetML

/// The parts that hang on a worksheet: comments, drawings, addresses of links.
///
/// One that cannot be read is a warning: the cells are good without it.
struct SideParts {
  private let core: WorkbookCore
  private let sheet: String
  private let log: WarningLog
  private let links: [Relationship]

  init(of part: String, _ core: WorkbookCore, sheet: String, _ log: WarningLog) {
    self.core = core
    self.sheet = sheet
    self.log = log
    do throws(XLSXReadError) {
      links = try core.store.relationships(of: part)
    } catch {
      log.add(ReadWarning(.unreadableSidePart, sheet: sheet, detail: error.description))
      links = []
    }
  }

  /// Returns where an external link leads.
  func address(_ id: String) -> String? { links.first { $0.id == id && $0.isExternal }?.target }

  func comments() -> [PlacedComment] {
    read("comments") { part throws(XLSXReadError) in try Self.comments(part, core.store.limits) }
      .sorted { $0.reference < $1.reference }
  }

  func objects() -> [AnchoredObject] {
    read("drawing") { part throws(XLSXReadError) in try Self.objects(part, core.store.limits) }
  }

  private func read<Item>(
    _ kind: String, _ body: (PartBytes) throws(XLSXReadError) -> [Item]
  ) -> [Item] {
    var items: [Item] = []
    // A sheet has one such part; a part is read once, however often it is named.
    var read: Set<String> = []
    for link in links where link.leads(to: kind) && !link.isExternal && read.insert(link.target).inserted {
      guard items.count <= core.store.limits.snapshotItems else { break }
      do throws(XLSXReadError) {
        items += try body(core.store.markup(link.target))
      } catch {
        log.add(ReadWarning(.unreadableSidePart, sheet: sheet, detail: error.description))
      }
    }
    return items
  }

  /// - Source: ECMA-376 Part 1, 18.7.
  private static func comments(_ part: PartBytes, _ limits: ReadLimits) throws(XLSXReadError) -> [PlacedComment] {
    var comments: [PlacedComment] = []
    var authors: [String] = []
    var richText = RichText()
    try MarkupReader.read(part, limits, root: .comments) { (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        let isList = reader.is(.commentList)
        guard isList || reader.is(.authors) else { continue }
        while try reader.nextChild(of: 2, bytes) {
          if !isList, reader.is(.author) {
            authors.append(try reader.elementText(bytes))
            guard authors.count <= limits.listItems else { throw reader.exceeded("listItems", limits.listItems) }
          }
          guard isList, reader.is(.comment),
            let reference = try reader.string(.ref, bytes).flatMap({ CellReference(a1: $0) })
          else { continue }
          let author = try reader.string(.authorId, bytes).flatMap { Int($0) } ?? -1
          var text: [UInt8] = []
          while try reader.nextChild(of: 3, bytes) {
            if reader.is(.text) { try richText.append(&reader, bytes, to: &text) }
          }
          let comment = CellComment(
            String(decoding: text, as: UTF8.self), author: authors.indices.contains(author) ? authors[author] : "")
          comments.append(PlacedComment(reference: reference, comment: comment))
          guard comments.count <= limits.listItems else { throw reader.exceeded("listItems", limits.listItems) }
        }
      }
    }
    return comments
  }

  /// - Source: ECMA-376 Part 1, 20.5.2.
  private static func objects(_ part: PartBytes, _ limits: ReadLimits) throws(XLSXReadError) -> [AnchoredObject] {
    var objects: [AnchoredObject] = []
    try MarkupReader.read(part, limits, root: .wsDr, .spreadsheetDrawing) { (reader, bytes) throws(XLSXReadError) in
      while try reader.nextChild(of: 1, bytes) {
        guard reader.is(.twoCellAnchor, .spreadsheetDrawing) || reader.is(.oneCellAnchor, .spreadsheetDrawing)
        else { continue }
        if let object = try anchor(&reader, bytes) { objects.append(object) }
        guard objects.count <= limits.listItems else { throw reader.exceeded("listItems", limits.listItems) }
      }
    }
    return objects
  }

  private static func anchor(
    _ reader: inout MarkupReader, _ bytes: RawSpan
  ) throws(XLSXReadError) -> AnchoredObject? {
    var from: CellReference?
    var to: CellReference?
    var kind = AnchoredObject.Kind.other
    while try reader.nextChild(of: 2, bytes) {
      guard reader.namespace == .spreadsheetDrawing else { continue }
      switch reader.name {
      case .from: from = try marker(&reader, bytes)
      case .to: to = try marker(&reader, bytes)
      case .pic: kind = .picture
      case .graphicFrame: kind = .chart
      default: continue
      }
    }
    return from.map { AnchoredObject(kind: kind, from: $0, to: to) }
  }

  private static func marker(_ reader: inout MarkupReader, _ bytes: RawSpan) throws(XLSXReadError) -> CellReference? {
    var row: Int?
    var column: Int?
    while try reader.nextChild(of: 3, bytes) {
      if reader.is(.row, .spreadsheetDrawing) { row = Int(try reader.elementText(bytes)) }
      if reader.is(.col, .spreadsheetDrawing) { column = Int(try reader.elementText(bytes)) }
    }
    guard let row, let column, (0..<CellReference.rowLimit).contains(row),
      (0..<CellReference.columnLimit).contains(column)
    else { return nil }
    return CellReference(row: row, column: column)
  }
}
