internal import SpreadsheetML

/// The number format of each style index, and what of its font matters.
struct CellStyles {
  /// The formats in use, each once.
  private var formats: [NumberFormat] = [.general]
  /// For each style index the place of its format.
  private var places: [Int] = []
  /// For each style index whether it makes a number something else.
  private var makesDates: [Bool] = []

  /// For each style index what of its font matters; empty where no font has anything.
  private var fonts: [FontMarks] = []
  /// Of conditional formats, as they are numbered.
  private var differentialFormats: [DifferentialFormat] = []

  /// Whether programs that know other namespaces, or take the other of two lists, have other formats.
  private(set) var isDoubtful = false

  /// Without a styles part every cell is General.
  init() {}

  /// Style indexes that exist.
  var count: Int { places.count }

  /// Returns the format of a style; General past the end.
  func format(_ style: Int) -> NumberFormat {
    places.indices.contains(style) ? formats[places[style]] : .general
  }

  /// Returns what of a style's font matters; plain past the end.
  func font(_ style: Int) -> FontMarks { fonts.indices.contains(style) ? fonts[style] : .plain }

  /// Returns the format of a number that conditional formats name; `nil` for one that changes nothing, and past the end.
  func differentialFormat(_ id: Int) -> DifferentialFormat? {
    guard differentialFormats.indices.contains(id), !differentialFormats[id].isPlain else { return nil }
    return differentialFormats[id]
  }

  /// The lists that are read, each of which a part has once.
  private static let lists: Set<KnownName> = [.fonts, .dxfs, .numFmts, .cellXfs]

  private static func id(
    _ attribute: MarkupAttribute?, _ reader: borrowing MarkupReader, _ bytes: RawSpan
  ) throws(XLSXReadError) -> Int? {
    guard let attribute else { return nil }
    if attribute.isPlain, let id = NumberText.index(bytes, attribute.valueStart, attribute.valueEnd) { return id }
    return Int(try reader.string(of: attribute, bytes))
  }

  /// Returns whether a number of that style is a date, a time or a duration.
  @inline(__always) func makesDate(_ style: Int) -> Bool {
    style < makesDates.count && makesDates[style]
  }

  /// - Source: ECMA-376 Part 1, 18.8.31 (numFmts), 18.8.10 (cellXfs), 18.8.15 (dxfs). A `numFmt` inside a `dxf` reuses
  ///   ids for its own purpose: its code alone counts.
  init(_ part: PartBytes, limits: ReadLimits) throws(XLSXReadError) {
    var codes: [Int: String] = [:]
    var ids: [Int] = []
    var fontList: [FontMarks] = []
    var fontIDs: [Int] = []
    try MarkupReader.read(part, limits, root: .styleSheet) { (reader, bytes) throws(XLSXReadError) in
      var lists: Set<KnownName> = []
      while try reader.nextChild(of: 1, bytes) {
        if Self.lists.contains(reader.name), reader.namespace == .spreadsheetML {
          // Of two lists programs take one or the other.
          if !lists.insert(reader.name).inserted { isDoubtful = true }
        }
        if reader.is(.fonts) {
          fontList = try Self.fonts(&reader, bytes)
          continue
        }
        if reader.is(.dxfs) {
          differentialFormats = try Self.differentialFormats(&reader, bytes)
          continue
        }
        let isFormats = reader.is(.numFmts)
        guard isFormats || reader.is(.cellXfs) else { continue }
        while try reader.nextChild(of: 2, bytes) {
          let id = try Self.id(reader.attribute(.numFmtId), reader, bytes)
          if isFormats, reader.is(.numFmt), let id {
            let code = try reader.string(.formatCode, bytes) ?? ""
            guard code.utf8.count <= limits.formatBytes else {
              throw reader.exceeded("formatBytes", limits.formatBytes)
            }
            codes[id] = code
          } else if !isFormats, reader.is(.xf) {
            ids.append(id ?? 0)
            fontIDs.append(try Self.id(reader.attribute(.fontId), reader, bytes) ?? 0)
          }
          guard codes.count <= limits.listItems, ids.count <= limits.listItems else {
            throw reader.exceeded("listItems", reader.limits.listItems)
          }
        }
      }
      if reader.passedTelling { isDoubtful = true }
    }
    var known: [Int: Int] = [:]
    for id in ids {
      let place = known[id] ?? formats.count
      if known[id] == nil {
        known[id] = place
        formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat.builtin(id: id) ?? .general)
      }
      places.append(place)
      makesDates.append(formats[place].kind != .general)
    }
    // Few workbooks have such a font, and only those keep a list.
    guard fontList.contains(where: { !$0.isPlain }) else { return }
    fonts = fontIDs.map { fontList.indices.contains($0) ? fontList[$0] : .plain }
  }

  /// - Source: ECMA-376 Part 1, 18.8.15 (dxfs).
  private static func differentialFormats(
    _ reader: inout MarkupReader, _ bytes: RawSpan
  ) throws(XLSXReadError) -> [DifferentialFormat] {
    var formats: [DifferentialFormat] = []
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.dxf) else { continue }
      formats.append(try DifferentialFormat(&reader, bytes))
      guard formats.count <= reader.limits.listItems else {
        throw reader.exceeded("listItems", reader.limits.listItems)
      }
    }
    return formats
  }

  /// - Source: ECMA-376 Part 1, 18.8.23 (fonts).
  private static func fonts(_ reader: inout MarkupReader, _ bytes: RawSpan) throws(XLSXReadError) -> [FontMarks] {
    var fonts: [FontMarks] = []
    while try reader.nextChild(of: 2, bytes) {
      guard reader.is(.font) else { continue }
      fonts.append(try FontMarks(&reader, bytes))
      guard fonts.count <= reader.limits.listItems else { throw reader.exceeded("listItems", reader.limits.listItems) }
    }
    return fonts
  }
}
