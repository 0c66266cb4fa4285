/// The day from which a workbook counts its serial dates.
/// - Source: ECMA-376 Part 1, 18.17.4.1.
public enum DateSystem: Hashable, Sendable {
  /// Day 1 is 1900-01-01, and day 60 is 1900-02-29, which never was.
  case from1900
  /// Day 0 is 1904-01-01; older Macintosh workbooks.
  case from1904

  /// The serial of 9999-12-31, the last day there is.
  public var lastDay: Int {
    switch self {
    case .from1900: 2_958_465
    case .from1904: 2_957_003
    }
  }
}
