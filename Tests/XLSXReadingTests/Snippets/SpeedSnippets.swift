import Glibc
import Testing
import XLSXReading

/// `SpeedAndMemory.md`, compiled.
@Suite struct SpeedSnippets {
  /// Compiled only: the environment belongs to the whole process, and other tests run in it.
  private static func atTheStartOfAProgram() {
    // shown
    _ = unsafe setenv("TZ", ":/etc/localtime", 0)  // the program's first line, before a second thread runs
    // shown
  }

  @Test func `a window takes the place of a whole sheet`() async throws {
    try await ExampleFile.at { path in
      // shown
      var limits = ReadLimits()
      limits.wholePartBytes = 0  // every sheet through the window
      let sheet = try Workbook(path: path, limits: limits)["填报表"]
      // shown
      var rows = 0
      try sheet?.forEachRow { _, _ in rows += 1 }
      #expect(rows == 5)
    }
  }

  @Test func `a copied cell is about 100 bytes`() {
    #expect((80...120).contains(MemoryLayout<SnapshotCell>.stride))
  }
}
