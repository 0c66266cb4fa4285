import XLSXReading

extension ReadLimits {
  /// Small enough for an input of a few kilobytes to reach them.
  static let fuzzing: ReadLimits = {
    var limits = ReadLimits()
    limits.entries = 64
    // Half of the sheets are read through a window, which the copied rows and the snapshot are compared with.
    limits.wholePartBytes = 600
    limits.partBytes = 1 << 20
    limits.totalBytes = 8 << 20
    limits.depth = 32
    limits.tokenBytes = 1 << 10
    limits.attributes = 16
    limits.namespaces = 12
    limits.sheets = 16
    limits.rows = 200
    limits.cells = 1000
    limits.sharedStrings = 500
    limits.sharedStringBytes = 8 << 10
    limits.listItems = 200
    limits.snapshotCells = 2000
    limits.warnings = 50
    return limits
  }()
}
