public import PlanModel

/// How far a batch is, as one line for a terminal.
public struct ProgressLine: Hashable, Sendable {
  public let done: Int
  public let total: Int
  /// Seconds since the first file was begun.
  public let elapsed: Double

  public init(done: Int, total: Int, elapsed: Double) {
    self.done = done
    self.total = total
    self.elapsed = elapsed
  }

  private static let width = 24

  /// Returns the line `[████████████            ] 120/240  45个/秒  还要3秒`, with rate and remaining time once they can be
  /// told.
  public func text(_ language: Language) -> String {
    let filled = total > 0 ? min(Self.width, done * Self.width / total) : Self.width
    let bar = String(repeating: "█", count: filled) + String(repeating: " ", count: Self.width - filled)
    var parts = ["[\(bar)] \(done)/\(total)"]
    if elapsed >= 0.5, done > 0 {
      let rate = Double(done) / elapsed
      // Below ten a second a place more, as the bar would seem to stand still.
      let shown = rate >= 10 ? "\(Int(rate.rounded()))" : "\((rate * 10).rounded() / 10)"
      parts.append(Self.rate(shown, language))
      if done < total {
        parts.append(Self.remaining(Int((Double(total - done) / rate).rounded(.up)), language))
      }
    }
    return parts.joined(separator: "  ")
  }
}
