public import PlanModel

/// When files came in, as the operator wrote it down: `receipts.csv` with the columns file and date, in the inbox or
/// any of its folders. Names are relative to the folder of the list.
///
/// A line that cannot be read, or says another day than the next one, is a problem to be told, and stops nothing: the day
/// of its file is then not known.
public struct ReceiptBook: Hashable, Sendable {
  private enum Day: Hashable {
    case known(CivilDate)
    /// The lists name the file and do not say one day.
    case unclear
  }

  /// By the file's name, relative to the inbox.
  private var days: [String: Day] = [:]
  /// For files that no list names.
  let otherwise: CivilDate?
  /// What is wrong with the lists, in the order of their lines.
  public private(set) var problems: [Problem] = []
  /// Names in the lists for which there is no file, with the line that has the name first.
  private(set) var absent: [String: ListLine] = [:]

  /// The names of `absent`, sorted.
  var withoutFile: [String] { absent.keys.sorted() }

  /// - Parameters:
  ///   - otherwise: the day of `--received`.
  ///   - year: of the plan; a day before it or long after it is asked about.
  public init(inbox folder: String, otherwise: CivilDate? = nil, year: Int? = nil) throws(JobError) {
    self.init(try Inbox(folder: folder), otherwise: otherwise, year: year, limits: .standard)
  }

  init(_ inbox: Inbox, otherwise: CivilDate? = nil, year: Int? = nil, limits: InputLimits) {
    self.otherwise = otherwise
    var entries: [Entry] = []
    read(inbox.folder, in: inbox.folder, year: year, limits, &entries)
    guard !entries.isEmpty else { return }
    take(entries, ListedNames(inbox))
  }

  /// Returns the day on which a file came in; what is in an archive came with the archive.
  public func received(_ file: String) -> CivilDate? { listed(file) ?? stated(of: file) }

  /// Returns the day that a list gives; `nil` for a file that none names, or for which they give no one day.
  func listed(_ file: String) -> CivilDate? {
    if case .known(let day)? = day(of: file) { day } else { nil }
  }

  /// Returns the day of `--received`, for a file that no list names.
  func stated(of file: String) -> CivilDate? { day(of: file) == nil ? otherwise : nil }

  /// All names in the lists, as the files are called where there are any.
  var names: Set<String> { Set(days.keys).union(absent.keys) }

  private func day(of file: String) -> Day? {
    if let day = days[file] { return day }
    // The innermost archive that the file is in and that is named.
    var folder = file[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if ArchiveFolder.isNamedSo(folder), let day = days[String(folder)] { return day }
    }
    return nil
  }

  // MARK: Reading the lists

  /// What a line says.
  private struct Entry {
    /// As problems name it, with its line.
    let list: String
    let line: Int
    /// The folder of the list, relative to the inbox, with `/` at the end.
    let prefix: String
    /// The names of the folders that lead to it, and its own.
    let above: [String]
    let name: String
    /// `nil` if the line has none, or none that can be taken; that is a problem already.
    let day: CivilDate?
    /// True for a line without a day: a list that was prepared before anything came.
    var isOpen = false
    /// True for a word of a line that cannot be understood: it counts only if it is a file.
    var isMention = false
  }

  /// Reads the lists of a folder and of those in it; folders that cannot be opened are named by the inbox.
  private mutating func read(
    _ folder: String, prefix: String = "", depth: Int = 0, in root: String, year: Int?, _ limits: InputLimits,
    _ entries: inout [Entry]
  ) {
    guard depth < limits[.folderDepth], let listing = try? FolderListing(folder) else { return }
    for entry in listing.entries where !entry.label.hasPrefix(".") {
      let (path, name) = (FileAccess.join(folder, entry.name), prefix + entry.label)
      if Inbox.isReceipts(entry.label), entry.kind == .link, !FileAccess.isInside(path, of: root) {
        problems.append(Problem(list: name, line: 0, kind: .unread(.link)))
      } else if Inbox.isReceipts(entry.label) {
        do {
          let list = ReceiptList(try FileAccess.list(path, limits))
          let above = FileAccess.parts(of: folder)
          if list.isBinary { problems.append(Problem(list: name, line: 0, kind: .binary)) }
          if let head = list.unknownHead {
            problems.append(Problem(list: name, line: head.number, kind: .head(head.text)))
            for line in list.lines { mention(line, list: name, prefix: prefix, above: above, &entries) }
            continue
          }
          for line in list.lines { take(line, list: name, prefix: prefix, above: above, year: year, &entries) }
        } catch {
          problems.append(Problem(list: name, line: 0, kind: .unread(error)))
        }
      }
      guard entry.kind == .folder else { continue }
      read(path, prefix: "\(name)/", depth: depth + 1, in: root, year: year, limits, &entries)
    }
  }

  /// Notes the words of a line that says nothing for sure: the day of a file among them is not known.
  private func mention(
    _ line: ReceiptList.Line, list: String, prefix: String, above: [String], _ entries: inout [Entry]
  ) {
    entries += line.mentioned.map { word in
      Entry(list: list, line: line.number, prefix: prefix, above: above, name: word, day: nil, isMention: true)
    }
  }

  private mutating func take(
    _ line: ReceiptList.Line, list: String, prefix: String, above: [String], year: Int?, _ entries: inout [Entry]
  ) {
    func add(_ day: CivilDate?, isOpen: Bool = false) {
      guard let name = line.file else { return }
      entries.append(
        Entry(list: list, line: line.number, prefix: prefix, above: above, name: name, day: day, isOpen: isOpen))
    }
    func fail(_ kind: Problem.Kind) {
      problems.append(Problem(list: list, line: line.number, kind: kind))
      add(nil)
    }
    guard line.file != nil else {
      mention(line, list: list, prefix: prefix, above: above, &entries)
      return fail(.unreadable(line.text))
    }
    switch line.day {
    case nil:
      // A day behind a space or a bar is no open line: what stands before it may be the file.
      if let name = line.file, let bar = name.lastIndex(where: { " \u{3000}\t|｜、".contains($0) }),
        ListedDay(String(name[name.index(after: bar)...])) != .none
      {
        problems.append(Problem(list: list, line: line.number, kind: .unreadable(line.text)))
        let word = String(name[..<bar]).filter { !" \u{3000}\t|｜、".contains($0) }
        entries.append(
          Entry(list: list, line: line.number, prefix: prefix, above: above, name: word, day: nil, isMention: true))
        return
      }
      add(nil, isOpen: true)
    case .day(let day)?:
      if let year, !(year...year + 2).contains(day.year) { return fail(.unlikely(day)) }
      add(day)
    case .several(let days)?: fail(.several(line.dayText, days))
    case .serial(let day)?: fail(.serial(line.dayText, day))
    case ListedDay.none?: fail(.noDay(line.dayText))
    }
  }

  private mutating func take(_ entries: [Entry], _ files: ListedNames) {
    var found: [String: [Entry]] = [:]
    for entry in entries {
      switch files.file(entry.name, prefix: entry.prefix, above: entry.above) {
      case .file(let name):
        // What was said of the file before says nothing new.
        let isKnown = found[name]?.contains { $0.day == entry.day && $0.isOpen == entry.isOpen } ?? false
        if !isKnown { found[name, default: []].append(entry) }
      case .unknown(let name, let similar):
        if entry.isOpen || entry.isMention { continue }
        if similar.isEmpty {
          absent[name] = absent[name] ?? ListLine(list: entry.list, number: entry.line)
        } else {
          problems.append(Problem(list: entry.list, line: entry.line, kind: .whichFile(entry.name, similar)))
        }
      }
    }
    for (file, own) in found {
      let told = own.filter { !$0.isOpen }
      let known = Set(told.compactMap(\.day))
      let day = known.count == 1 && told.allSatisfy { $0.day != nil } ? known.first : nil
      days[file] = day.map { .known($0) } ?? .unclear
      if known.count > 1, let last = told.last {
        let places = told.compactMap { entry in
          entry.day.map { Problem.Statement(list: entry.list, line: entry.line, day: $0) }
        }
        problems.append(Problem(list: last.list, line: last.line, kind: .twoDays(file, places)))
      } else if told.isEmpty, let open = own.first {
        problems.append(Problem(list: open.list, line: open.line, kind: .open(file)))
      }
    }
    problems.sort { ($0.list, $0.line) < ($1.list, $1.line) }
  }
}

extension ReceiptBook {
  /// A line of a list.
  public struct ListLine: Hashable, Sendable {
    /// Relative to the inbox.
    let list: String
    /// One-based.
    let number: Int
  }

  /// What is wrong with a line of a list.
  public struct Problem: Hashable, Sendable {
    /// Where a list says a day.
    struct Statement: Hashable, Sendable {
      let list: String
      let line: Int
      let day: CivilDate
    }

    enum Kind: Hashable, Sendable {
      /// A workbook with the name of a list.
      case binary
      /// A list that could not be read at all.
      case unread(FileFault)
      /// A head of columns that nobody knows; nothing of the list is used.
      case head(String)
      case unreadable(String)
      case noDay(String)
      case several(String, [CivilDate])
      case serial(String, CivilDate)
      case unlikely(CivilDate)
      case twoDays(String, [Statement])
      /// Parts of an inbox that give several days for a file.
      case daysOfParts(String, [CivilDate])
      /// The file is there, and its day is left open.
      case open(String)
      /// No file of that name, but some that may be meant.
      case whichFile(String, [String])
    }

    /// Relative to the inbox.
    let list: String
    /// One-based; 0 for the list as a whole.
    let line: Int
    let kind: Kind
  }
}
