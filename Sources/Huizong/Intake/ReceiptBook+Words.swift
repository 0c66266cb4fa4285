public import PlanModel

extension ReceiptBook.Problem {
  /// Returns one sentence that says where a problem is, what stands there, what becomes of it and how to write it.
  public func message(in language: Language) -> String {
    let place = line == 0 ? "“\(list)”" : language("“\(list)”第\(line)行", "“\(list)” line \(line)")
    return "\(place)\(language("：", ": "))\(words(language))\(language("。", "."))"
  }

  private func words(_ language: Language) -> String {
    let unknown = language(
      "该文件按收件时间不详计（台账按首次入账那天计）",
      "the day of the file is taken as not known (a ledger has the day on which the file first came into it)")
    let write = language("请写成 2024-07-03 这样", "write it like 2024-07-03")
    switch kind {
    case .binary:
      return language(
        "这是工作簿，不是文本，没有读；请另存为“CSV UTF-8（逗号分隔）”", "a workbook and no text, which was not read: save it as CSV UTF-8")
    case .unread(let fault): return fault.sentence(ofList: language)
    case .head(let text):
      return language(
        "表头“\(Self.shortened(text))”认不出哪一栏是收到日期，整份没有用；表头请写“文件”和“收到日期”",
        "the head “\(Self.shortened(text))” does not say which column has the day of receipt; nothing of the list is used: write file,date"
      )
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
        "“\(Self.shortened(text))”可以是\(days.map(\.chinese).joined(separator: "或"))，没有取，\(unknown)；\(write)",
        "“\(Self.shortened(text))” may be \(days.map(\.description).joined(separator: " or ")); \(unknown): \(write)")
    case .serial(let text, let day):
      return language(
        "“\(text)”像是 Excel 的日期序号（显示为\(day)），没有取，\(unknown)；请把这一栏设为日期格式再存，或写成\(day)",
        "“\(text)” looks like Excel's number for \(day); \(unknown): give the column a date format and save again, or write \(day)"
      )
    case .unlikely(let day):
      return language(
        "收到日期\(day)不在计划年度前后，没有取，\(unknown)；请核对年份", "\(day) lies far from the plan's year; \(unknown): check it")
    case .twoDays(let file, let statements):
      let more = statements.count > 5 ? language("……共\(statements.count)行", "… in \(statements.count) lines") : ""
      let days = statements.prefix(5).map { statement in
        let list = statement.list == list ? "" : "“\(statement.list)”"
        return language(
          "\(list)第\(statement.line)行\(statement.day)", "\(list)line \(statement.line) \(statement.day)")
      }
      return language(
        "“\(Self.shortened(file))”登记了不同的收到日期（\(days.joined(separator: "，"))\(more)），都没有取，\(unknown)；请只留一行",
        "“\(Self.shortened(file))” has several days (\(days.joined(separator: ", "))\(more)), none of which is taken; \(unknown): keep one line"
      )
    case .daysOfParts(let file, let days):
      let all = days.map(\.description).joined(separator: language("、", ", "))
      return language(
        "各部分对“\(Self.shortened(file))”登记的收到日期不同（\(all)），都没有取，\(unknown)；请核对各机器的 receipts.csv，改好后重新执行 huizong partial",
        "the parts give several days for “\(Self.shortened(file))” (\(all)), none of which is taken; \(unknown): make the lists of receipts agree and run huizong partial again"
      )
    case .open(let file):
      return language("“\(file)”已在文件夹里，没有写收到日期，\(unknown)", "“\(file)” is there, but its day is left open; \(unknown)")
    case .whichFile(let name, let files):
      let shown = files.prefix(3).joined(separator: language("、", ", "))
      return language(
        "没有“\(Self.shortened(name))”这个文件，没有用；文件夹里有“\(shown)”，是它的请照写",
        "there is no file “\(Self.shortened(name))”; there is “\(shown)”: write its name if it is meant")
    }
  }

  fileprivate static func shortened(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? line.prefix(40) + "…" : line
  }
}

extension ReceiptBook.Problem {
  /// How many problems of a list are told one by one.
  static let shown = 20

  /// Returns the line that stands for those that are not told one by one; nothing where there are none.
  static func more(_ list: String, _ count: Int, _ language: Language) -> [String] {
    guard count > 0 else { return [] }
    return [language("“\(list)”还有\(count)行有问题，没有逐一列出。", "“\(list)” has \(count) more such lines.")]
  }
}

extension Sequence<ReceiptBook.Problem> {
  /// Returns a line for each problem; of a list that is unreadable throughout, the first few and how many more there
  /// are.
  public func messages(in language: Language) -> [String] {
    var lines: [String] = []
    var count: [String: Int] = [:]
    for problem in self {
      count[problem.list, default: 0] += 1
      if count[problem.list, default: 0] <= Element.shown { lines.append(problem.message(in: language)) }
    }
    return lines
      + count.sorted { $0.key < $1.key }.flatMap { Element.more($0.key, $0.value - Element.shown, language) }
  }
}

extension ReceiptFaults {
  /// Returns a line for each; of many, the first few and how many more there are.
  public func messages(in language: Language) -> [String] {
    let shown = withoutFile.prefix(ReceiptBook.Problem.shown).map { name in
      let line = lines[name].map { line in
        language("“\(line.list)”第\(line.number)行登记了", "“\(line.list)” line \(line.number) lists ")
      }
      return (line ?? language("receipts.csv 里登记了", "receipts.csv lists "))
        + language(
          "“\(ReceiptBook.Problem.shortened(name))”，文件夹里没有这个文件。",
          "“\(ReceiptBook.Problem.shortened(name))”, which is not in the folder.")
    }
    let left = withoutFile.count - shown.count
    let more = language("还有\(left)个登记了、文件夹里没有的文件，没有逐一列出。", "\(left) more such files are listed.")
    return shown + (left > 0 ? [more] : []) + problems.messages(in: language)
  }
}
