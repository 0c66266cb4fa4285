public import PlanModel

extension ExpressionError {
  /// Returns what is wrong and what was expected, without the place.
  public func words(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var chinese: String {
    switch code {
    case .tooLong(let limit): "表达式超过\(limit)个字，请拆成几条规则"
    case .strangeCharacter(let found): "不认识的符号“\(found)”"
    case .unknownWord(let found): "不认识的词“\(found)”，文字要加引号"
    case .numberTooLong(let found): "数“\(found)”太长，整数最多15位，小数最多10位"
    case .noSuchDay(let found): "没有“\(found)”这一天（应为1900-03-01以后的日期，如2024-06-30）"
    case .textTooLong: "引号里的文字太长，最多120个字"
    case .textNotClosed: "引号没有结束，应有后引号"
    case .textEmpty: "引号里没有文字，应写要找的文字"
    case .codeNotClosed: "方括号没有结束，应为[指标编码]"
    case .tooDeep(let limit): "括号、函数或如果套得太深，最多\(limit)层"
    case .expected(let expected, let found):
      "应为\(expected.words(in: .chinese))，见到的是\(found.isEmpty ? "表达式的结尾" : "“\(found)”")"
    default: chineseOfTyping
    }
  }

  private var chineseOfTyping: String {
    switch code {
    case .wrongKind(let expected, let found):
      "应为\(expected.words(in: .chinese))，这里是\(found.words(in: .chinese))"
    case .differentKinds(let left, let right):
      "两边不能相比或相加：一边是\(left.words(in: .chinese))，另一边是\(right.words(in: .chinese))"
    case .differentUnits(let left, let right):
      "计量单位不同，不能相加或相比：一边是\(Self.unit(left, .chinese))，另一边是\(Self.unit(right, .chinese))"
    case .unitTimesUnit(let left, let right): "\(left)和\(right)不能相乘，最多一边有计量单位"
    case .unitOverUnit(let left, let right):
      "\(Self.unit(left, .chinese))不能除以\(Self.unit(right, .chinese))，除数应没有计量单位，或与被除数可以换算"
    case .onlyForNumbers(let kind): "误差只用于数字，这里是\(kind.words(in: .chinese))"
    case .notForTexts(let sign): "文字不能用“\(sign)”相比，应为“=”或“!=”"
    case .stateOfNoReference: "“是”的前面应为一个单元格（如：累计、上期.累计），不能是算出来的值"
    case .unknownIndicator(let code): "计划里没有指标[\(code)]"
    case .rowNeeded(let column): "“\(column.words.chinese)”是指标行的内容；这条规则针对整张表，应写成[指标编码].\(column.words.chinese)"
    case .columnNotThere(let column): "这里没有“\(column.words.chinese)”"
    case .wordsOnly(let column): "这个指标只填文字，没有“\(column.words.chinese)”的数"
    default: ""
    }
  }

  private var english: String {
    switch code {
    case .tooLong(let limit): "the expression has more than \(limit) characters; split the rule"
    case .strangeCharacter(let found): "unknown sign “\(found)”"
    case .unknownWord(let found): "unknown word “\(found)”; text stands in quotes"
    case .numberTooLong(let found): "the number “\(found)” is too long; 15 whole digits and 10 decimals are the most"
    case .noSuchDay(let found): "there is no day “\(found)” (expected a day from 1900-03-01 on, such as 2024-06-30)"
    case .textTooLong: "the text in quotes is too long; 120 characters are the most"
    case .textNotClosed: "the text does not end; expected a closing quote"
    case .textEmpty: "there is nothing in the quotes; expected the text to look for"
    case .codeNotClosed: "the bracket does not end; expected [code of an indicator]"
    case .tooDeep(let limit): "brackets, functions or ifs stand too deep in one another; \(limit) levels are the most"
    case .expected(let expected, let found):
      "expected \(expected.words(in: .english)), found \(found.isEmpty ? "the end of the expression" : "“\(found)”")"
    default: englishOfTyping
    }
  }

  private var englishOfTyping: String {
    switch code {
    case .wrongKind(let expected, let found):
      "expected \(expected.words(in: .english)), found \(found.words(in: .english))"
    case .differentKinds(let left, let right):
      "the two sides do not fit: one is \(left.words(in: .english)), the other \(right.words(in: .english))"
    case .differentUnits(let left, let right):
      "units of measure differ: one side is in \(Self.unit(left, .english)), the other in \(Self.unit(right, .english))"
    case .unitTimesUnit(let left, let right): "\(left) times \(right) is nothing; only one side may have a unit"
    case .unitOverUnit(let left, let right):
      "\(Self.unit(left, .english)) cannot be divided by \(Self.unit(right, .english)); "
        + "expected a divisor without unit, or in one that converts"
    case .onlyForNumbers(let kind): "a tolerance is for numbers; this is \(kind.words(in: .english))"
    case .notForTexts(let sign): "text cannot be compared by “\(sign)”; expected “=” or “!=”"
    case .stateOfNoReference: "expected a cell before “is” (as in cumulative, last.cumulative), not a calculation"
    case .unknownIndicator(let code): "the plan has no indicator [\(code)]"
    case .rowNeeded(let column):
      "“\(column.words.english)” is of an indicator's row, and the rule is asked of the whole form; "
        + "expected [code].\(column.words.english)"
    case .columnNotThere(let column): "there is no “\(column.words.english)” here"
    case .wordsOnly(let column): "the indicator takes only words; it has no figure “\(column.words.english)”"
    default: ""
    }
  }

  private static func unit(_ unit: String, _ language: Language) -> String {
    unit.isEmpty ? language("没有单位（或%）", "no unit (or %)") : unit
  }
}

extension ExpressionError.Kind {
  func words(in language: Language) -> String {
    switch self {
    case .truth: language("判断（成立或不成立）", "a condition")
    case .number: language("数字", "a number")
    case .text: language("文字", "text")
    case .date: language("日期", "a date")
    }
  }
}

extension ExpressionError.Expected {
  func words(in language: Language) -> String {
    switch self {
    case .operand: language("数字、文字、日期、单元格（如：累计）、函数或左括号", "a number, text, date, cell, function or “(”")
    case .then: language("“则”", "“then”")
    case .else: language("“否则”", "“else”")
    case .open: language("左括号", "“(”")
    case .close: language("右括号", "“)”")
    case .comma: language("逗号", "“,”")
    case .state:
      language("空白、零、无、不适用、数字、文字或日期", "blank, zero, nil, dash, number, text or date")
    case .column: language("栏目（如：累计、上期累计、目标）", "a column, such as cumulative, previous or target")
    case .point: language("“.”和栏目（如：上期.累计）", "“.” and a column, as in last.cumulative")
    case .text: language("引号里的文字", "text in quotes")
    case .places: language("0到10的小数位数", "the number of decimals, 0 to 10")
    case .partsOrList: language("“分项.栏目”或“清单.列名”", "“parts.column” or “list.name”")
    case .list: language("“清单”或“清单.列名”", "“list” or “list.name”")
    case .listColumn: language("清单的列名", "the name of a list's column")
    case .listTest: language("“= \"文字\"”、“是 空白”之类", "“= \"text\"”, “is blank” or the like")
    case .end: language("“且”、“或”或表达式的结尾", "“and”, “or” or the end of the expression")
    }
  }
}
