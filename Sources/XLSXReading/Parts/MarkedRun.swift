/// A stretch of a cell's text of one look.
public struct MarkedRun: Hashable, Sendable {
  public let text: String
  public let font: FontMarks
}

/// Runs of texts, as places in bytes. Kept for few texts only.
struct RunTable {
  /// A stretch of a text, in bytes from the text's beginning to the next run's.
  struct Run {
    let start: Int
    /// The look that the run names for itself; `nil` where the cell's font counts.
    let font: FontMarks?
  }

  /// By the keys of the texts, which ascend.
  private var entries: [(key: Int, run: Run)] = []

  var isEmpty: Bool { entries.isEmpty }

  /// Keeps the runs of a text; `key` is above all before it.
  mutating func add(_ key: Int, _ runs: [Run]) {
    for run in runs { entries.append((key, run)) }
  }

  /// Returns the runs of a text; empty where none are kept.
  func runs(of key: Int) -> [Run] {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return entries[low...].prefix { $0.key == key }.map(\.run)
  }

  /// Cuts a text at its runs. Empty when all of it looks as the cell's font says.
  static func texts(_ runs: [Run], in text: [UInt8], cellFont: FontMarks) -> [MarkedRun] {
    guard runs.contains(where: { ($0.font ?? cellFont) != cellFont }) else { return [] }
    var texts: [MarkedRun] = []
    var start = 0
    for (place, run) in zip(runs.indices, runs) {
      let font = run.font ?? cellFont
      // Neighbours of one look are one run.
      if place + 1 < runs.endIndex, (runs[place + 1].font ?? cellFont) == font { continue }
      let end = place + 1 < runs.endIndex ? min(runs[place + 1].start, text.count) : text.count
      guard start < end else { continue }
      texts.append(MarkedRun(text: String(decoding: text[start..<end], as: UTF8.self), font: font))
      start = end
    }
    return texts
  }
}
