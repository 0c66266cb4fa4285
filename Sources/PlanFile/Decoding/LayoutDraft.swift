internal import PlanModel

/// A described layout, as read; the codes of its rows are still to be looked up.
struct LayoutDraft {
  let layout: ForeignLayout
  let id: Located<String>
  /// The plan's codes.
  let codes: [Located<String>]

  init?(_ value: FieldValue) {
    guard var fields = FieldReader(value) else { return nil }
    guard let name = fields.required("id"), let id = name.text() else { return nil }
    self.id = name.located(id)
    let rows = fields.optional("rows")?.pairs() ?? []
    codes = rows.compactMap { _, value in value.text().map { value.located($0) } }
    let unit = fields.required("unit").map { Self.places($0) } ?? []
    let columns = fields.required("columns").map { Self.columns($0) } ?? [:]
    layout = ForeignLayout(
      id: id, title: fields.optional("title")?.text() ?? id, sheets: fields.optional("sheets")?.texts() ?? [],
      except: fields.optional("except")?.texts() ?? [],
      fixed: (fields.optional("fixed")?.items() ?? []).compactMap(Self.fixed), unit: unit,
      period: fields.optional("period").flatMap { Self.place($0) }, columns: columns,
      measure: fields.optional("measure")?.text(),
      rows: Dictionary(
        rows.compactMap { key, value in value.text().map { (key.value, $0) } }, uniquingKeysWith: { first, _ in first }),
      skip: fields.optional("skip")?.texts() ?? [])
    fields.finish()
  }

  /// Reads one place, or a list of places whose texts are joined.
  private static func places(_ value: FieldValue) -> [ForeignLayout.Place] {
    if case .sequence = value.node.content { return value.items().compactMap { place($0) } }
    return place(value).map { [$0] } ?? []
  }

  private static func fixed(_ value: FieldValue) -> ForeignLayout.Fixed? {
    guard var fields = FieldReader(value) else { return nil }
    let text = fields.required("text")?.text()
    let place = place(&fields)
    fields.finish()
    guard let place, let text else { return nil }
    return ForeignLayout.Fixed(place: place, text: text)
  }

  private static func place(_ value: FieldValue) -> ForeignLayout.Place? {
    guard var fields = FieldReader(value) else { return nil }
    let place = place(&fields)
    fields.finish()
    return place
  }

  /// Reads a place, which has exactly one of `label`, `cell` and `sheetName`.
  private static func place(_ fields: inout FieldReader) -> ForeignLayout.Place? {
    let sheet = fields.optional("sheet")?.text()
    let label = fields.optional("label")?.text().map { ForeignLayout.Place.Spot.label($0) }
    let cell = fields.optional("cell")?.parsed(.literal("A1")) { isReference($0) ? $0 : nil }
      .map { ForeignLayout.Place.Spot.cell($0) }
    let name = fields.optional("sheetName")?.truth() == true ? ForeignLayout.Place.Spot.sheetName : nil
    let spots = [label, cell, name].compactMap(\.self)
    guard spots.count == 1 else {
      fields.log.add(
        .missingKey, at: fields.place, path: fields.path, expected: .oneOf(["label", "cell", "sheetName"]))
      return nil
    }
    return ForeignLayout.Place(sheet: sheet, spot: spots[0])
  }

  /// Returns true for letters, then digits: `B3`.
  private static func isReference(_ text: String) -> Bool {
    let letters = text.prefix { $0.isASCII && $0.isUppercase }
    let digits = text.dropFirst(letters.count)
    return (1...3).contains(letters.count) && (1...7).contains(digits.count) && digits.allSatisfy { $0.isNumber }
      && digits.first != "0"
  }

  /// Reads the words above each column: a text, or a list with the outermost header first.
  private static func columns(_ value: FieldValue) -> [ForeignLayout.Column: [String]] {
    guard var fields = FieldReader(value) else { return [:] }
    var columns: [ForeignLayout.Column: [String]] = [:]
    for column in ForeignLayout.Column.allCases {
      guard let own = fields.optional(column.rawValue) else { continue }
      if case .sequence = own.node.content {
        columns[column] = own.texts()
      } else {
        columns[column] = own.text().map { [$0] }
      }
    }
    fields.finish()
    if columns[.code] == nil, columns[.indicator] == nil {
      fields.log.add(.missingKey, at: fields.place, path: fields.path, expected: .oneOf(["code", "indicator"]))
    }
    if columns[.value] == nil, columns[.current] == nil, columns[.cumulative] == nil {
      fields.log.add(
        .missingKey, at: fields.place, path: fields.path, expected: .oneOf(["value", "current", "cumulative"]))
    }
    return columns
  }
}
