/// The three parts of a line under a title.
public struct ColumnSplit: Hashable, Sendable {
  /// Positions among the columns, from 0; the middle lies between them.
  public let leftEnd: Int
  public let rightStart: Int

  /// Splits columns so that left and right are about as wide as each other; otherwise the middle is not in the middle.
  ///
  /// Texts that do not fit count first, then the difference of the sides, then how far the middle is from a third.
  /// - Parameters:
  ///   - widths: of the columns, in characters; hidden ones 0. `nil` results for fewer than three.
  ///   - needs: the widths of the three texts.
  public init?(widths: [Double], needs: (left: Double, middle: Double, right: Double)) {
    guard widths.count >= 3 else { return nil }
    var sums = [0.0]
    for width in widths { sums.append(sums[sums.count - 1] + width) }
    let total = sums[widths.count]
    var best: (cost: (Double, Double, Double), leftEnd: Int, rightStart: Int)?
    for leftEnd in 0..<widths.count - 2 {
      for rightStart in leftEnd + 2..<widths.count {
        let left = sums[leftEnd + 1]
        let right = total - sums[rightStart]
        let middle = total - left - right
        let missing = max(0, needs.left - left) + max(0, needs.middle - middle) + max(0, needs.right - right)
        let cost = (missing, abs(left - right), abs(middle - total / 3))
        if best.map({ cost < $0.cost }) ?? true { best = (cost, leftEnd, rightStart) }
      }
    }
    guard let best else { return nil }
    leftEnd = best.leftEnd
    rightStart = best.rightStart
  }
}
