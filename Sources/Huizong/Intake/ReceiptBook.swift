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
  /// Names in the lists for which there is no file, sorted.
  private(set) var withoutFile: [String] = []

  /// - Parameters:
  ///   - otherwise: the day of `--received`.
  ///   - year: of the plan; a day before it or long after it is asked about.
  public init(inbox folder: String, otherwise: CivilDate? = nil, year: Int? = nil) throws(JobError) {
    self.otherwise = otherwise
    var entries: [Entry] = []
    try read(folder, prefix: "", depth: 0, year: year, &entries)
    guard !entries.isEmpty else { return }
    take(entries, ListedNames(try Inbox(folder: folder)))
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
  var names: Set<String> { Set(days.keys).union(withoutFile) }

  private func day(of file: String) -> Day? {
    if let day = days[file] { return day }
    let archives = days.keys.filter { ArchiveFolder.isNamedSo($0) && file.hasPrefix($0 + "/") }
    return archives.max { $0.count < $1.count }.flatMap { days[$0] }
  }

  // MARK: Reading the lists

  /// What a line says.
  private struct Entry {
    /// As problems name it, with its line.
    let list: String
    let line: Int
    /// The folder of the list, relative to the inbox, with `/` at the end, and as a path.
    let prefix: String
    let folder: String
    let name: String
    /// `nil` if the line has none, or none that can be taken; that is a problem already.
    let day: CivilDate?
    /// True for a line without a day: a list that was prepared before anything came.
    var isOpen = false
    /// True for a word of a line that cannot be understood: it counts only if it is a file.
    var isMention = false
  }

  private mutating func read(
    _ folder: String, prefix: String, depth: Int, year: Int?, _ entries: inout [Entry]
  ) throws(JobError) {
    guard depth < 16 else { return }
    for name in try FileAccess.names(in: folder) where !name.hasPrefix(".") {
      let path = FileAccess.join(folder, name)
      if FileAccess.isFolder(path) {
        try read(path, prefix: "\(prefix)\(name)/", depth: depth + 1, year: year, &entries)
      } else if Inbox.isReceipts(name) {
        guard let bytes = FileAccess.bytes(path) else { throw JobError(.unreadableFolder, path) }
        let list = ReceiptList(bytes)
        if list.isBinary { problems.append(Problem(list: prefix + name, line: 0, kind: .binary)) }
        for line in list.lines { take(line, list: prefix + name, prefix: prefix, folder: folder, year: year, &entries) }
      }
    }
  }

  private mutating func take(
    _ line: ReceiptList.Line, list: String, prefix: String, folder: String, year: Int?, _ entries: inout [Entry]
  ) {
    func add(_ day: CivilDate?, isOpen: Bool = false) {
      guard let name = line.file else { return }
      entries.append(
        Entry(list: list, line: line.number, prefix: prefix, folder: folder, name: name, day: day, isOpen: isOpen))
    }
    func fail(_ kind: Problem.Kind) {
      problems.append(Problem(list: list, line: line.number, kind: kind))
      add(nil)
    }
    guard line.file != nil else {
      entries += line.mentioned.map { word in
        Entry(
          list: list, line: line.number, prefix: prefix, folder: folder, name: word, day: nil, isMention: true)
      }
      return fail(.unreadable(line.text))
    }
    switch line.day {
    case nil: add(nil, isOpen: true)
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
      switch files.file(entry.name, prefix: entry.prefix, folder: entry.folder) {
      case .file(let name): found[name, default: []].append(entry)
      case .unknown(let name, let similar):
        if entry.isOpen || entry.isMention { continue }
        if similar.isEmpty {
          withoutFile.append(name)
        } else {
          problems.append(Problem(list: entry.list, line: entry.line, kind: .whichFile(entry.name, similar)))
        }
      }
    }
    withoutFile = Set(withoutFile).sorted()
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
      case unreadable(String)
      case noDay(String)
      case several(String, [CivilDate])
      case serial(String, CivilDate)
      case unlikely(CivilDate)
      case twoDays(String, [Statement])
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

    /// Returns one sentence that says where a problem is, what stands there, what becomes of it and how to write it.
    public func message(in language: Language) -> String {
      let place = line == 0 ? "“\(list)”" : language("“\(list)”第\(line)行", "“\(list)” line \(line)")
      return "\(place)\(language("：", ": "))\(words(language))\(language("。", "."))"
    }

    private func words(_ language: Language) -> String {
      let unknown = language("该文件按收件时间不详计", "the day of the file is taken as not known")
      let write = language("请写成 2024-07-03 这样", "write it like 2024-07-03")
      switch kind {
      case .binary:
        return language(
          "这是工作簿，不是文本，没有读；请另存为“CSV UTF-8（逗号分隔）”", "a workbook and no text, which was not read: save it as CSV UTF-8")
      case .unreadable(let text):
        return language(
          "“\(Self.shortened(text))”读不懂，没有用；每行写文件名和收到日期两栏，例如 陆丰市.xlsx,2024-07-03",
          "“\(Self.shortened(text))” cannot be understood and is not used: two columns file,date, such as unit.xlsx,2024-07-03"
        )
      case .noDay(let text):
        return language(
          "“\(Self.shortened(text))”不是日期，\(unknown)；\(write)",
          "“\(Self.shortened(text))” is no day; \(unknown): \(write)")
      case .several(let text, let days):
        return language(
          "“\(text)”可以是\(days.map(\.chinese).joined(separator: "或"))，没有取，\(unknown)；\(write)",
          "“\(text)” may be \(days.map(\.description).joined(separator: " or ")); \(unknown): \(write)")
      case .serial(let text, let day):
        return language(
          "“\(text)”像是 Excel 的日期序号（显示为\(day)），没有取，\(unknown)；请把这一栏设为日期格式再存，或写成\(day)",
          "“\(text)” looks like Excel's number for \(day); \(unknown): give the column a date format and save again, or write \(day)"
        )
      case .unlikely(let day):
        return language(
          "收到日期\(day)不在计划年度前后，没有取，\(unknown)；请核对年份", "\(day) lies far from the plan's year; \(unknown): check it")
      case .twoDays(let file, let statements):
        let days = statements.map { statement in
          let list = statement.list == list ? "" : "“\(statement.list)”"
          return language(
            "\(list)第\(statement.line)行\(statement.day)", "\(list)line \(statement.line) \(statement.day)")
        }
        return language(
          "“\(file)”登记了不同的收到日期（\(days.joined(separator: "，"))），都没有取，\(unknown)；请只留一行",
          "“\(file)” has several days (\(days.joined(separator: ", "))), none of which is taken; \(unknown): keep one line"
        )
      case .open(let file):
        return language("“\(file)”已在文件夹里，没有写收到日期，按收件时间不详计", "“\(file)” is there, but its day is left open; \(unknown)")
      case .whichFile(let name, let files):
        let shown = files.prefix(3).joined(separator: language("、", ", "))
        return language(
          "没有“\(name)”这个文件，没有用；文件夹里有“\(shown)”，是它的请照写",
          "there is no file “\(name)”; there is “\(shown)”: write its name if it is meant")
      }
    }

    private static func shortened(_ text: String) -> String {
      let line = String(text.map { $0.isNewline ? " " : $0 })
      return line.count > 40 ? line.prefix(40) + "…" : line
    }
  }
}

extension Sequence<ReceiptBook.Problem> {
  /// Returns a line for each problem; of a list that is unreadable throughout, the first few and how many more there
  /// are.
  public func messages(in language: Language) -> [String] {
    var lines: [String] = []
    var more: [String: Int] = [:]
    var count: [String: Int] = [:]
    for problem in self {
      count[problem.list, default: 0] += 1
      if count[problem.list, default: 0] <= 20 {
        lines.append(problem.message(in: language))
      } else {
        more[problem.list, default: 0] += 1
      }
    }
    return lines
      + more.sorted { $0.key < $1.key }.map { list, number in
        language("“\(list)”还有\(number)行有问题，没有逐一列出。", "“\(list)” has \(number) more such lines.")
      }
  }
}
