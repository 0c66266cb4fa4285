import LedgerStore
import PlanFile
public import PlanModel
import Reports
import SpreadsheetML
import XLSXReading

/// Where a command may write: never over what it reads.
public enum OutputPath {
  /// What a command writes; a file of another kind is not replaced.
  public enum Kind: Hashable, Sendable {
    case workbook
    /// A page of HTML.
    case page
    /// A run report: JSON.
    case report
    /// What `huizong partial` writes.
    case part
    /// A bulletin that is no plain text.
    case document
    /// A plan file.
    case plan
    /// What `huizong plan export` writes, to be worked on by hand.
    case planBook
    /// A text of whatever format the command was asked for.
    case text
  }

  /// Refuses outputs that would replace something that a command reads.
  ///
  /// - Parameters:
  ///   - outputs: names of files to be written, those that are asked for, each with its kind.
  ///   - plan: with its key and its list of contacts.
  ///   - files: further files that are read, or added to.
  ///   - folders: of submissions; nothing is written into them.
  /// - Throws: `.wouldReplace`, `.outputAmongSubmissions`, `.anotherKind`, `.cannotWriteFor`.
  public static func check(
    _ outputs: [(path: String?, kind: Kind)], plan: OpenPlan? = nil, files: [String?] = [], folders: [String] = []
  ) throws(JobError) {
    let own = plan.map { plan -> [String] in
      let folder = FileAccess.folder(of: plan.path)
      return [plan.path, plan.keyPath, FileAccess.join(folder, ContactBook.fileName)]
        + [plan.plan.source?.file].compactMap(\.self).map { FileAccess.join(folder, $0) }
    }
    let read =
      (own ?? []) + files.compactMap(\.self).flatMap { file in [file] + SideFiles.endings.map { file + $0 } }
    var before: [String] = []
    for (output, kind) in outputs {
      guard let output else { continue }
      try checkPlace(output)
      if before.contains(where: { FileAccess.isSame($0, output) }) { throw JobError(.sameOutput, output) }
      before.append(output)
      if read.contains(where: { FileAccess.isSame($0, output) }) { throw JobError(.wouldReplace, output) }
      if isAnotherKind(output, than: kind) { throw JobError(.anotherKind, output) }
      for folder in folders where FileAccess.isInside(output, of: folder) {
        throw JobError(.outputAmongSubmissions, output)
      }
    }
  }

  /// Refuses a summary of which a further file would replace something: a list too long for the book, or a unit's workbook.
  ///
  /// - Parameters:
  ///   - summary: as `check(_:plan:files:folders:)` has let it pass; `nil` for none.
  ///   - isSplit: whether the units get workbooks of their own.
  ///   - others: what else the command writes.
  /// - Throws: as `check(_:plan:files:folders:)` does.
  public static func check(
    besides summary: String?, isSplit: Bool, of plan: OpenPlan, in period: Period, others: [String?] = [],
    files: [String?] = [], folders: [String] = []
  ) throws(JobError) {
    guard let summary else { return }
    let names = SummaryBook.FileNames(of: summary)
    var outputs: [(String?, Kind)] = others.compactMap(\.self).map { ($0, .text) }
    let known = outputs.count
    outputs += names.lists.map { ($0, .text) }
    if isSplit {
      let folder = names.unitFolder
      for inbox in folders where FileAccess.isInside(folder, of: inbox) {
        throw JobError(.outputAmongSubmissions, folder)
      }
      if FileAccess.exists(folder), !FileAccess.isFolder(folder) {
        throw JobError(.cannotWriteFor(.isSpecial), folder)
      }
      let books = UnitFileNames(plan.plan.units)
      outputs += plan.plan.units.filter { $0.kind != .group }.map { unit in
        (FileAccess.join(folder, SummaryBook.FileNames.book(of: unit, in: period, books)), .workbook)
      }
    }
    for (output, kind) in outputs.dropFirst(known) {
      guard let output else { continue }
      if outputs.prefix(known).contains(where: { FileAccess.isSame($0.0 ?? "", output) }) {
        throw JobError(.sameOutput, output)
      }
      guard FileAccess.exists(output) else { continue }
      try check([(output, kind)], plan: plan, files: files, folders: folders)
    }
  }

  /// Refuses a folder for forms that is an inbox: they would be taken for submissions, or replace some.
  ///
  /// - Parameter folders: of submissions that the command reads; a folder with a list of receipts is one, whoever reads it.
  /// - Throws: `.outputAmongSubmissions`.
  static func check(folder output: String, folders: [String]) throws(JobError) {
    let hasReceipts = FileAccess.exists(FileAccess.join(output, Inbox.receiptsName))
    guard !hasReceipts, !folders.contains(where: { FileAccess.isInside(output, of: $0) }) else {
      throw JobError(.outputAmongSubmissions, output)
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
    "txt", "html", "htm", "json", "jsonl", "csv", "md", "partial", "log", "tsv",
  ]

  /// Returns true for a file that the command has not written there: one of another kind, or what none writes, as a ledger,
  /// a form, a list that the operator keeps or a key.
  private static func isAnotherKind(_ output: String, than kind: Kind) -> Bool {
    // A link is written through: what counts is the file that it leads to.
    let output = FileAccess.resolved(output) ?? output
    guard let head = try? FileAccess.head(output, count: 4096), !head.isEmpty else { return false }
    guard !isKey(head), let found = self.kind(of: output, head) else { return true }
    // Texts come in many formats.
    return kind == .text ? ![.text, .page, .report].contains(found) : found != kind
  }

  /// Returns true for a signing key, whatever it is called: a line of 64 hexadecimal digits, with remarks at most.
  private static func isKey(_ head: [UInt8]) -> Bool {
    guard head.count < 4096 else { return false }
    let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    return lines.count == 1 && lines[0].count == 64 && lines[0].allSatisfy(\.isHexDigit)
  }

  /// Returns of what kind a file is; `nil` for one that no command writes.
  private static func kind(of path: String, _ head: [UInt8]) -> Kind? {
    if head.starts(with: "SQLite format 3".utf8) { return nil }
    let name = FileAccess.name(of: path)
    if [Inbox.receiptsName, ContactBook.fileName].contains(name) { return nil }
    if head.starts(with: "PK".utf8) { return kind(ofPackage: path) }
    // Whatever they are called.
    if head.starts(with: "<".utf8) { return .page }
    if head.starts(with: "{".utf8) {
      // The first line of a part names it, behind figures of earlier periods; a run report is spread over lines, and other
      // JSON is a text.
      let bytes = (try? FileAccess.head(path, count: 64 << 20)) ?? head
      let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      if line.includes("\"format\":\"huizong partial\"") { return .part }
      return line == "{" ? .report : .text
    }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ["yaml", "yml"].contains(ending) { return .plan }
    return texts.contains(ending) ? .text : nil
  }

  /// Returns of what kind a workbook or a document is; `nil` for a form of ours, empty or filled by a unit, and for what is
  /// neither.
  private static func kind(ofPackage path: String) -> Kind? {
    guard let archive = try? ArchiveReader(path: path, limits: InputLimits.standard.reading) else { return nil }
    if archive.entries.contains(where: { $0.name.hasPrefix("word/") }) { return .document }
    guard let workbook = try? Workbook(path: path, limits: InputLimits.standard.reading) else { return nil }
    if workbook.properties.custom.keys.contains(where: { $0.hasPrefix("huizong.") }) { return nil }
    let tables = [PlanTables.Section.units, .tasks, .indicators].map(\.sheet)
    return Set(tables).isSubset(of: workbook.worksheets.map(\.name)) ? .planBook : .workbook
  }

  /// Refuses where nothing can be written, before anything is done; what is to be written may still find no room.
  private static func checkPlace(_ output: String) throws(JobError) {
    switch FileAccess.linkedKind(output) {
    case .folder?: throw JobError(.cannotWriteFor(.isFolder), output)
    case .special?: throw JobError(.cannotWriteFor(.isSpecial), output)
    // A link that leads nowhere would be replaced by the file.
    case nil where FileAccess.isLink(output): throw JobError(.cannotWriteFor(.isSpecial), output)
    default: break
    }
    guard !output.isEmpty, !output.hasSuffix("/") else { throw JobError(.cannotWriteFor(.isFolder), output) }
    // What file systems take, in bytes.
    guard FileAccess.name(of: output).utf8.count <= 255 else { throw JobError(.cannotWriteFor(.longName), output) }
    let folder = FileAccess.folder(of: output)
    guard FileAccess.isFolder(folder) else { throw JobError(.cannotWriteFor(.noFolder), output) }
    if let error = FileAccess.refusal(toWriteInto: folder) { throw JobError(.cannotWriteFor(.init(error)), output) }
  }
}
