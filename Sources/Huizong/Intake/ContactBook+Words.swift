public import PlanModel

extension ContactBook {
  /// Returns what is wrong with the list, a line each; of a list that is unreadable throughout, the first few and how
  /// many more there are.
  public func messages(in language: Language) -> [String] {
    let shown = faults.prefix(ReceiptBook.Problem.shown).map { fault in
      let place = fault.line == 0 ? "“\(path)”" : language("“\(path)”第\(fault.line)行", "“\(path)” line \(fault.line)")
      return "\(place)\(language("：", ": "))\(fault.problem.words(in: language))\(language("。", "."))"
    }
    return shown + ReceiptBook.Problem.more(path, faults.count - shown.count, language)
  }
}

extension ContactBook.Problem {
  /// Returns what is wrong with a line, what becomes of it and what to do, without a full stop.
  func words(in language: Language) -> String {
    switch self {
    case .binary:
      language(
        "这是工作簿，不是文本，没有读；请另存为“CSV UTF-8（逗号分隔）”", "a workbook and no text, which was not read: save it as CSV UTF-8")
    case .unread(let fault): fault.sentence(ofList: language)
    case .columns:
      language(
        "应为 单位,姓名,电话,自,至，例如 陆丰市民政局,陈某,0660-8xxxxxx,2024-01-01,（后三项可以空着）；这一行没有用",
        "the columns are unit,name,phone,from,until, such as Lufeng,Chen,0660-8xxxxxx,2024-01-01, (the last three may be empty); the line is not used"
      )
    case .heads(let missing, let double):
      heads(missing, double, language)
    case .doubleHead(let word):
      language(
        "表头里有两栏都是“\(word)”，这两栏没有用；请只留一栏",
        "two columns of the head are “\(word)”, and neither is used: leave one")
    case .unknownHeads(let words):
      language(
        "表头里的“\(words.joined(separator: "”“"))”不知道是什么，没有用，其余照用；要用的请改为 单位、姓名、电话、自、至",
        "the columns “\(words.joined(separator: "”, “"))” of the head are not known and not used, the others are: the words are unit, name, phone, from, until"
      )
    case .unknownUnit(let name):
      language(
        "计划里没有单位“\(name)”，请写计划里的名称、简称或别名；这一行没有用",
        "the plan has no unit “\(name)”: give its name, short name or alias; the line is not used")
    case .group(let name):
      language(
        "“\(name)”是几个单位的统称，请一个单位写一行；这一行没有用",
        "“\(name)” is a group: give each unit a line of its own; the line is not used")
    case .name(let text):
      language(
        "“\(text)”不是姓名（乱码、错误值、公式或只有数字），请重新填写；这一行没有用",
        "“\(text)” is no name: enter it again; the line is not used")
    case .day(let text):
      language(
        "“\(text)”不是日期，请写成 2024-07-01 这样；这一行没有用", "“\(text)” is no day, such as 2024-07-01; the line is not used")
    case .unclearDay(let text, let days):
      language(
        "“\(text)”不能确定是哪一天（\(days.map(\.description).joined(separator: "或"))？），请写成 2024-07-01 这样；这一行没有用",
        "“\(text)” is no certain day (\(days.map(\.description).joined(separator: " or "))?): write it like 2024-07-01; the line is not used"
      )
    case .order: language("“至”早于“自”，这一行没有用", "until is before from; the line is not used")
    case .overlap(let line):
      language(
        "与第\(line)行是同一单位，日期重叠，重叠的日子两人都不印；请写明前一人到哪天为止",
        "overlaps line \(line) of the same unit, and neither is printed in for these days: say until when the earlier one served"
      )
    case .phone(let text):
      language(
        "电话“\(text)”不完整（表格软件改成了科学计数、错误值，多了数字，或丢了开头的0），没有印上；请把这一栏设为文本，重新填写",
        "the number “\(text)” is not whole (a spreadsheet changed it) and is not printed in: make the column text and enter it again"
      )
    }
  }

  private func heads(_ missing: [String], _ double: [String], _ language: Language) -> String {
    let faults =
      missing.map { language("没有“\($0)”这一栏", "no column “\($0)”") }
      + double.map { language("有两栏都是“\($0)”", "two columns “\($0)”") }
    return language("表头里", "the head has ") + faults.joined(separator: language("、", " and "))
      + language(
        "，整个名单没有用；表头请写 单位,姓名,电话,自,至（后三栏可以没有）",
        "; nothing of the list is used: its head is unit,name,phone,from,until (the last three may be left out)")
  }
}
