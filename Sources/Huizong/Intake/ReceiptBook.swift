public import PlanModel

/// When files came in, as the operator wrote it down: `receipts.csv` with the columns file and date, in the inbox or
/// any of its folders. Names are relative to the folder of the list.
public struct ReceiptBook: Hashable, Sendable {
  private(set) var dates: [String: CivilDate] = [:]
  /// For files that no list names.
  let otherwise: CivilDate?

  /// - Parameter otherwise: the day of `--received`.
  public init(inbox folder: String, otherwise: CivilDate? = nil) throws(JobError) {
    self.otherwise = otherwise
    try read(folder, prefix: "", depth: 0)
  }

  /// The day on which a file came in; what is in an archive came with the archive.
  public func received(_ file: String) -> CivilDate? { listed(file) ?? otherwise }

  /// The day that a list gives; `nil` for a file that none names.
  func listed(_ file: String) -> CivilDate? {
    if let date = dates[file] { return date }
    let archives = dates.keys.filter { ArchiveFolder.isNamedSo($0) && file.hasPrefix($0 + "/") }
    return archives.max { $0.count < $1.count }.flatMap { dates[$0] }
  }

  private mutating func read(_ folder: String, prefix: String, depth: Int) throws(JobError) {
    guard depth < 16 else { return }
    for name in try FileAccess.names(in: folder) where !name.hasPrefix(".") {
      let path = FileAccess.join(folder, name)
      if name == Inbox.receiptsName {
        try take(path, prefix: prefix)
      } else if FileAccess.isFolder(path) {
        try read(path, prefix: "\(prefix)\(name)/", depth: depth + 1)
      }
    }
  }

  private mutating func take(_ path: String, prefix: String) throws(JobError) {
    guard let bytes = FileAccess.bytes(path) else { throw JobError(.unreadableFolder, path) }
    let text = OfficeText.decoded(bytes)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard let fields = CSVLine.fields(line) else {
        throw JobError(.receipts(line: index + 1), path, reason: String(line))
      }
      if fields == [""] || fields == ["file", "date"] { continue }
      guard fields.count == 2, let date = CivilDate(fields[1]) else {
        throw JobError(.receipts(line: index + 1), path, reason: String(line))
      }
      dates[prefix + fields[0]] = date
    }
  }
}

/// One line of comma-separated values.
/// - Source: RFC 4180, without line breaks inside fields.
enum CSVLine {
  /// The fields, trimmed of white space; `nil` if a quote is not closed.
  static func fields(_ line: some StringProtocol) -> [String]? {
    var fields = [""]
    var isQuoted = false
    var wasQuote = false
    for character in line {
      if character == "\"" {
        if isQuoted, !wasQuote {
          wasQuote = true
          continue
        }
        if wasQuote { fields[fields.count - 1].append("\"") }
        isQuoted = true
        wasQuote = false
        continue
      }
      if wasQuote {
        isQuoted = false
        wasQuote = false
      }
      if character == ",", !isQuoted { fields.append("") } else { fields[fields.count - 1].append(character) }
    }
    guard !isQuoted || wasQuote else { return nil }
    return fields.map { field in
      var view = field[...]
      while view.first?.isWhitespace == true { view.removeFirst() }
      while view.last?.isWhitespace == true { view.removeLast() }
      return String(view)
    }
  }
}
