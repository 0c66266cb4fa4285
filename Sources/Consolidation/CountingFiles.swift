import PlanModel

/// Which of a unit's files count for a period.
///
/// A file supersedes another if it was filled on that file's return, or came in on a later day. Of files that nothing
/// supersedes and that differ, every cell on which they differ is disputed; it counts in no total until a person chooses.
/// File names, the file system's times and the date a clerk wrote never decide.
public struct CountingFiles: Hashable, Sendable {
  /// The files whose figures are used; several only if they stand in conflict or agree in every figure.
  public let counting: [Candidate]
  /// Acceptable files that another one replaced.
  public let superseded: [Candidate]
  /// Files with the same content as another one, under another name; not corrections that leave the figures as they were.
  public let duplicates: [Candidate]
  /// Files that must be mended.
  public let returned: [Candidate]
  /// Codes of the indicators on which the counting files differ, in the order of the form.
  public let disputed: [String]

  /// Decides among the files of one unit and period; the order of `candidates` does not matter.
  public init(_ candidates: [Candidate]) {
    let ordered = candidates.sorted(by: Self.precedes)
    let acceptable = ordered.filter(\.isAcceptable)
    returned = ordered.filter { !$0.isAcceptable }
    var distinct: [Candidate] = []
    var duplicates: [Candidate] = []
    let parents = Self.parents(of: ordered)
    for candidate in acceptable {
      if distinct.contains(where: { Self.isCopy(candidate, of: $0, parents: parents) }) {
        duplicates.append(candidate)
      } else {
        distinct.append(candidate)
      }
    }
    let top = distinct.filter { older in
      !distinct.contains { newer in Self.supersedes(newer, older, parents: parents) }
    }
    self.duplicates = duplicates
    counting = top
    superseded = distinct.filter { !top.contains($0) }
    disputed = Self.disputes(among: top)
  }

  /// A stable order that depends on nothing but the files: the earliest known receipt first, then name and digest.
  /// It decides nothing but what is listed first.
  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    let (a, b) = (left.received?.dayNumber ?? .max, right.received?.dayNumber ?? .max)
    if a != b { return a < b }
    return (left.submission.file, left.submission.digest) < (right.submission.file, right.submission.digest)
  }

  private static func parents(of candidates: [Candidate]) -> [String: String] {
    var parents: [String: String] = [:]
    for candidate in candidates {
      if let parent = candidate.submission.parent { parents[candidate.submission.digest] = parent }
    }
    return parents
  }

  /// True if two files say the same and neither answers what was asked of the other: `约31户` written again as `31` is
  /// the same figure, but a correction.
  private static func isCopy(_ one: Candidate, of other: Candidate, parents: [String: String]) -> Bool {
    guard one.content == other.content else { return false }
    return one.questions == other.questions
      || !supersedes(one, other, parents: parents) && !supersedes(other, one, parents: parents)
  }

  private static func supersedes(_ newer: Candidate, _ older: Candidate, parents: [String: String]) -> Bool {
    let isDescendant = descends(newer, from: older, parents: parents)
    // Two files that claim to be each other's return are no return at all.
    if isDescendant != descends(older, from: newer, parents: parents) { return isDescendant }
    guard let later = newer.received, let earlier = older.received else { return false }
    return later > earlier
  }

  /// True if `newer` was filled on the return of `older`, directly or over other returns.
  private static func descends(_ newer: Candidate, from older: Candidate, parents: [String: String]) -> Bool {
    var seen: Set<String> = []
    var digest = newer.submission.digest
    while let parent = parents[digest], seen.insert(digest).inserted {
      if parent == older.submission.digest { return true }
      digest = parent
    }
    return false
  }

  private static func disputes(among files: [Candidate]) -> [String] {
    guard files.count > 1, let first = files.first else { return [] }
    var codes = first.submission.rows.map(\.code)
    for file in files.dropFirst() {
      codes += file.submission.rows.map(\.code).filter { !codes.contains($0) }
    }
    return codes.filter { code in
      Set(files.map { file in file.content.first { $0.code == code }?.figures }).count > 1
    }
  }
}
