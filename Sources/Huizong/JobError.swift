public import PlanFile
public import PlanModel

/// Why a job could not be done at all. What is wrong with a single submission is a finding, not an error.
public struct JobError: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    case plan(PlanFileError)
    /// A text that is no period.
    case unreadablePeriod
    /// A period of another year than the plan's, or one before reporting begins.
    case periodOutsidePlan
    case unknownUnit
    /// Nobody reports anything in that period.
    case nothingDue
    case missingFolder
    case unreadableFolder
    case receipts(line: Int)
    case key
    case cannotWrite
    case unreadableDate
    /// A total that needs more than 38 digits.
    case overflow
  }

  public let code: Code
  /// The file, folder or word that it is about.
  public let subject: String
  public let reason: String

  public init(_ code: Code, _ subject: String, reason: String = "") {
    self.code = code
    self.subject = subject
    self.reason = reason
  }
}

extension JobError {
  /// One sentence that says what is wrong and what to do.
  public func message(in language: Language) -> String {
    let why = reason.isEmpty ? "" : language("（\(reason)）", " (\(reason))")
    switch code {
    case .plan(let error): return error.message(file: subject, in: language)
    case .unreadablePeriod:
      return language(
        "“\(subject)”不是期别，请写 2024-06、2024Q2、2024H1 或 2024。", "“\(subject)” is no period: write 2024-06, 2024Q2, 2024H1 or 2024.")
    case .periodOutsidePlan:
      return language("“\(subject)”不在计划的报送期内\(why)。", "“\(subject)” is outside the plan's reporting periods\(why).")
    case .unknownUnit:
      return language(
        "计划里没有“\(subject)”这个报送单位\(why)。", "the plan has no reporting unit “\(subject)”\(why).")
    case .nothingDue:
      return language("“\(subject)”这一期没有要报的指标。", "nothing is to be reported in “\(subject)”.")
    case .missingFolder:
      return language("没有“\(subject)”这个文件夹，请核对路径。", "there is no folder “\(subject)”: check the path.")
    case .unreadableFolder:
      return language("文件夹“\(subject)”打不开\(why)，请检查读取权限。", "folder “\(subject)” cannot be read\(why): check its permissions.")
    case .receipts(let line):
      return language(
        "“\(subject)”第\(line)行读不懂\(why)：应为 file,date 两列，例如 陆丰市.xlsx,2024-07-03。",
        "“\(subject)” line \(line) cannot be understood\(why): two columns file,date, such as unit.xlsx,2024-07-03.")
    case .key:
      return language(
        "签名密钥“\(subject)”不能用\(why)：应为不少于16个字符的文本文件。",
        "signing key “\(subject)” cannot be used\(why): a text file of at least 16 characters.")
    case .cannotWrite:
      return language("“\(subject)”写不出\(why)，请检查文件夹和权限。", "“\(subject)” cannot be written\(why): check folder and permissions.")
    case .unreadableDate:
      return language("“\(subject)”不是日期，请写 2024-07-05 这样的日期。", "“\(subject)” is no date: write one like 2024-07-05.")
    case .overflow:
      return language("合计数超出38位，无法计算，请核对各单位数字。", "a total needs more than 38 digits: check the units' figures.")
    }
  }
}
