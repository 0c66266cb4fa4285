public import SpreadsheetML

extension Worksheet {
  /// Copies the sheet: every cell with a value or a formula, and what stands around them.
  ///
  /// For sheets of some thousand cells; big ones are for `forEachRow`. Read once and kept.
  /// - Parameter validations: `false` leaves `dataValidations` empty, which saves their reading.
  /// - Throws: as `forEachRow`, and where there are more than `ReadLimits.snapshotCells` cells with those of the other
  ///   sheets' snapshots, or more than `ReadLimits.snapshotTextBytes` of text in them. Comments and drawings that cannot be read are a warning only.
  public func snapshot(validations: Bool = true) throws(XLSXReadError) -> SheetSnapshot {
    if let (snapshot, hasValidations, _) = readSnapshot, hasValidations || !validations { return snapshot }
    if let exceeded = core.exceeded { throw exceeded }
    let limits = core.store.limits
    // Where a snapshot is read again with its validations, its cells were counted before.
    var others = core.taken
    if let read = readSnapshot { others = (others.cells - read.taken.cells, others.textBytes - read.taken.textBytes) }
    guard others.cells < limits.snapshotCells else { throw .exceeded("snapshotCells", limits.snapshotCells) }
    guard others.textBytes < limits.snapshotTextBytes else {
      throw .exceeded("snapshotTextBytes", limits.snapshotTextBytes)
    }
    var gathered = SnapshotRows(limits, others: others)
    var options = RowOptions()
    options.keepsFormulas = true
    let details: SheetDetails?
    do throws(XLSXReadError) {
      details = try parse(options, details: SheetDetails(keepsValidations: validations)) {
        (row, cells) throws(XLSXReadError) in
        try gathered.add(row, cells)
        return .goOn
      }
    } catch {
      if gathered.isFull { core.exceeded = error }
      throw error
    }
    let rows = gathered.sorted(warn)
    let snapshot = try assemble(rows, details ?? SheetDetails())
    core.listed += snapshot.listedItems - (readSnapshot?.snapshot.listedItems ?? 0)
    guard core.listed <= limits.snapshotItems else {
      let error = XLSXReadError.exceeded("snapshotItems", limits.snapshotItems)
      core.exceeded = error
      throw error
    }
    let own = (cells: gathered.count, textBytes: gathered.textBytes)
    readSnapshot = (snapshot, validations, own)
    core.taken = (others.cells + own.cells, others.textBytes + own.textBytes)
    return snapshot
  }

  /// The value of a cell by its A1 form, as in `try workbook["填报表"]?["C7"]`. Reads a snapshot first.
  public subscript(a1: String) -> CellValue? {
    get throws(XLSXReadError) { try snapshot()[a1]?.value }
  }

  private func assemble(_ rows: [SnapshotRow], _ details: SheetDetails) throws(XLSXReadError) -> SheetSnapshot {
    let side = SideParts(of: try partName(), core, sheet: name, log)
    let links = details.hyperlinks.map { link in
      Hyperlink(range: link.range, address: link.relationshipID.flatMap { side.address($0) }, location: link.location)
    }
    return SheetSnapshot(
      name: name, state: state, rows: rows, mergedRanges: details.mergedRanges,
      hiddenColumns: details.hiddenColumns, autoFilter: details.autoFilter, isFiltered: details.isFiltered,
      isProtected: details.isProtected, dataValidations: details.dataValidations,
      conditionalFormats: try conditional(details.conditionalFormats, rows), hyperlinks: links,
      comments: side.comments(), objects: side.objects() + Self.cellPictures(rows), warnings: warnings)
  }

  /// Returns the formats that may be those of a cell, by cells with a value.
  ///
  /// Ranges may lie over each other a thousand times: the rows and cells that are looked at are counted.
  private func conditional(
    _ formats: [ConditionalFormat], _ rows: [SnapshotRow]
  ) throws(XLSXReadError) -> [CellReference: [DifferentialFormat]] {
    let limit = core.store.limits.conditionalCells
    var found: [CellReference: [DifferentialFormat]] = [:]
    var steps = core.conditionalCells
    defer { core.conditionalCells = steps }
    func cell(_ reference: CellReference) -> SnapshotCell? {
      steps += 1
      return SnapshotRow.find(reference.row, in: rows)?[column: reference.column]
    }
    for format in formats {
      // One list for all cells that have this format alone, as most do.
      let alone = [format.format]
      for range in format.ranges {
        steps += 1
        var low = SnapshotRow.place(of: range.rows.lowerBound, in: rows)
        while low < rows.count, rows[low].index <= range.rows.upperBound {
          let row = rows[low]
          steps += 1 + row.cells.count
          guard steps <= limit else { throw .exceeded("conditionalCells", limit) }
          for place in row.cells.indices where range.columns.contains(row.cells[place].reference.column) {
            let reference = row.cells[place].reference
            guard row.cells[place].value != nil, format.mayHold(for: reference, cell) else { continue }
            // Once, however often the ranges of one rule hold the cell.
            guard let others = found[reference] else {
              found[reference] = alone
              continue
            }
            if others.last != format.format { found[reference] = others + alone }
          }
          low += 1
        }
      }
    }
    return found
  }

  private static func cellPictures(_ rows: [SnapshotRow]) -> [AnchoredObject] {
    var pictures: [AnchoredObject] = []
    for row in rows {
      for place in row.cells.indices {
        guard let formula = row.cells[place].formula, callsPicture(formula) else { continue }
        let cell = row.cells[place].reference
        pictures.append(AnchoredObject(kind: .cellPicture, from: cell, to: cell))
      }
    }
    return pictures
  }

  private static let call = Array("dispimg(".utf8)

  /// Returns true for a call of DISPIMG in whatever case, by bytes: a form has hundreds of long formulas.
  private static func callsPicture(_ formula: String) -> Bool {
    let bytes = formula.utf8Span.span
    guard bytes.count >= call.count else { return false }
    for start in 0...(bytes.count - call.count) where bytes[start] | 0x20 == call[0] {
      if call.indices.allSatisfy({ bytes[start + $0] | 0x20 == call[$0] }) { return true }
    }
    return false
  }
}
