import PlanModel
import XLSXReading

/// Where a command may write: never over what it reads.
public enum OutputPath {
  /// Refuses outputs that would replace something that a command reads.
  ///
  /// - Parameters:
  ///   - outputs: names of files to be written, those that are asked for.
  ///   - workbooks: those of them that are to be workbooks.
  ///   - plan: with its key and its list of contacts.
  ///   - files: further files that are read, or added to.
  ///   - folders: of submissions; nothing is written into them.
  /// - Throws: `.wouldReplace`, `.outputAmongSubmissions`, `.anotherKind`.
  public static func check(
    _ outputs: [String?] = [], workbooks: [String?] = [], plan: OpenPlan? = nil, files: [String?] = [],
    folders: [String] = []
  ) throws(JobError) {
    let own = plan.map { plan -> [String] in
      let folder = FileAccess.folder(of: plan.path)
      return [plan.path, plan.keyPath, FileAccess.join(folder, ContactBook.fileName)]
        + [plan.plan.source?.file].compactMap(\.self).map { FileAccess.join(folder, $0) }
    }
    let read = (own ?? []) + files.compactMap(\.self).flatMap { [$0, "\($0).lock"] }
    var before: [String] = []
    for output in (workbooks + outputs).compactMap(\.self) {
      try checkPlace(output)
      if before.contains(where: { FileAccess.isSame($0, output) }) { throw JobError(.sameOutput, output) }
      before.append(output)
      if read.contains(where: { FileAccess.isSame($0, output) }) { throw JobError(.wouldReplace, output) }
      if isAnotherKind(output, asWorkbook: workbooks.contains(output)) { throw JobError(.anotherKind, output) }
      for folder in folders where FileAccess.isInside(output, of: folder) {
        throw JobError(.outputAmongSubmissions, output)
      }
    }
  }

  /// Refuses a ledger that cannot be one for its place.
  ///
  /// - Throws: `.outputAmongSubmissions`.
  public static func check(ledger: String?, folders: [String]) throws(JobError) {
    guard let ledger else { return }
    try checkPlace(ledger)
    for folder in folders where FileAccess.isInside(ledger, of: folder) {
      throw JobError(.outputAmongSubmissions, ledger)
    }
  }

  /// The endings of the texts that commands write.
  private static let texts: Set<String> = [
    "txt", "html", "htm", "json", "jsonl", "csv", "yaml", "yml", "md", "partial", "log", "tsv",
  ]

  /// Returns true for a file that no command has written there: a ledger, a form, a list that the operator keeps, one that
  /// is no workbook where a workbook is to be, or neither a workbook nor called as a text is, such as a key.
  private static func isAnotherKind(_ output: String, asWorkbook: Bool) -> Bool {
    guard let head = try? FileAccess.head(output, count: 16), !head.isEmpty else { return false }
    if head.starts(with: "SQLite format 3".utf8) { return true }
    let name = FileAccess.name(of: output)
    if [Inbox.receiptsName, ContactBook.fileName].contains(name) { return true }
    if head.starts(with: "PK".utf8) { return isForm(output) }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    // Run reports, parts and pages, whatever they are called.
    let isText = texts.contains(ending) || ["{", "<"].contains { head.starts(with: $0.utf8) }
    return asWorkbook || !isText
  }

  /// Returns true for a form of ours, empty or filled by a unit.
  private static func isForm(_ path: String) -> Bool {
    guard let workbook = try? Workbook(path: path, limits: InputLimits.standard.reading) else { return false }
    return workbook.properties.custom.keys.contains { $0.hasPrefix("huizong.") }
  }

  /// Refuses where nothing can be written, before anything is done; what is to be written may still find no room.
  private static func checkPlace(_ output: String) throws(JobError) {
    switch FileAccess.linkedKind(output) {
    case .folder?: throw JobError(.cannotWriteFor(.isFolder), output)
    case .special?: throw JobError(.cannotWriteFor(.isSpecial), output)
    default: break
    }
    guard !output.isEmpty, !output.hasSuffix("/") else { throw JobError(.cannotWriteFor(.isFolder), output) }
    let folder = FileAccess.folder(of: output)
    guard FileAccess.isFolder(folder) else { throw JobError(.cannotWriteFor(.noFolder), output) }
    if let error = FileAccess.refusal(toWriteInto: folder) { throw JobError(.cannotWriteFor(.init(error)), output) }
  }
}
