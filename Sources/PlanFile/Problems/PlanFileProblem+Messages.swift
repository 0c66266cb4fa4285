public import PlanModel

extension PlanFileProblem {
  /// Returns one line with file, place, what is wrong and what to do.
  public func message(file: String, in language: Language) -> String {
    let place = line > 0 ? "\(file):\(line):\(column): " : "\(file): "
    return place + sentence(in: language)
  }

  /// Returns what is wrong and what to do, without file and line.
  public func sentence(in language: Language) -> String {
    let subject = path.isEmpty ? "" : language == .chinese ? "\(path)：" : "\(path): "
    return subject + complaint(in: language)
  }

  /// Returns what is wrong and what to do, without the place in the file and in its structure.
  func complaint(in language: Language) -> String { language == .chinese ? chinese : english }

  private var chinese: String {
    chineseAboutFile ?? chineseAboutShape ?? chineseAboutNames ?? chineseAboutFigures ?? code.rawValue
  }

  private var english: String {
    englishAboutFile ?? englishAboutShape ?? englishAboutNames ?? englishAboutFigures ?? code.rawValue
  }
}

extension PlanFileProblem.Expectation {
  func words(in language: Language) -> String {
    switch self {
    case .oneOf(let words): words.joined(separator: language == .chinese ? "、" : ", ")
    case .literal(let words): words
    default: language == .chinese ? chinese : english
    }
  }

  private var chinese: String {
    switch self {
    case .text: "一段文字"
    case .mapping: "“键: 值”的一组"
    case .list: "一个列表"
    case .wholeNumber: "整数"
    case .decimal: "数字（不带单位、千分位）"
    case .positive: "大于0的数字"
    case .places: "0到9的整数"
    case .truth: "true 或 false"
    case .date: "日期，如 2024-12-31"
    case .period: "期别，如 2024-06、2024Q2、2024H1、2024"
    case .month: "月份，如 2024-06"
    case .periodOrDate: "期别或日期，如 2024-06、2024-12-31"
    case .due: "次月5日、当月25日或次年1月15日这样的写法"
    case .digest: "64位小写十六进制的 SHA-256"
    case .none, .oneOf, .literal: ""
    }
  }

  private var english: String {
    switch self {
    case .text: "text"
    case .mapping: "a map of keys and values"
    case .list: "a list"
    case .wholeNumber: "a whole number"
    case .decimal: "a number without unit or grouping"
    case .positive: "a number above 0"
    case .places: "a whole number from 0 to 9"
    case .truth: "true or false"
    case .date: "a date such as 2024-12-31"
    case .period: "a period such as 2024-06, 2024Q2, 2024H1 or 2024"
    case .month: "a month such as 2024-06"
    case .periodOrDate: "a period or date such as 2024-06 or 2024-12-31"
    case .due: "次月5日, 当月25日 or 次年1月15日"
    case .digest: "a SHA-256 of 64 lower-case hexadecimal digits"
    case .none, .oneOf, .literal: ""
    }
  }
}
