/// Collects warnings, up to a limit; the rest are counted.
final class WarningLog {
  private(set) var warnings: [ReadWarning] = []
  private(set) var dropped = 0
  /// Cells that could not be read whole, or have no place, so that something of the sheet is missing.
  var lostCells = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  func add(_ warning: ReadWarning) {
    if warnings.count < limit {
      warnings.append(warning)
    } else {
      dropped += 1
    }
  }

  func clear() {
    warnings.removeAll()
    dropped = 0
    lostCells = 0
  }
}
