/// What a lead department says of its line (条线复核): how its tasks stand in the whole city, and whether what the
/// counties report is right.
public struct LineReview: Hashable, Sendable {
  /// How one task stands, as written.
  public struct Words: Hashable, Sendable {
    /// The task's id.
    public let task: String
    public let progress: Submission.Entry
    public let problems: Submission.Entry
    public let nextSteps: Submission.Entry

    public init(
      task: String, progress: Submission.Entry, problems: Submission.Entry, nextSteps: Submission.Entry
    ) {
      self.task = task
      self.progress = progress
      self.problems = problems
      self.nextSteps = nextSteps
    }
  }

  /// What is said of one county's figure.
  public struct Opinion: Hashable, Sendable {
    /// The indicator's code.
    public let indicator: String
    /// The county's id.
    public let unit: String
    /// What the form showed, as `Figure.plain` has it; `nil` where nothing had come in.
    public let shown: String?
    /// 确认 or 存疑, as read; blank where nothing, or another word, was chosen.
    public let verdict: ReviewVerdict?
    public let remark: Submission.Entry

    public init(
      indicator: String, unit: String, shown: String?, verdict: ReviewVerdict?, remark: Submission.Entry,
      origin: FigureOrigin? = nil
    ) {
      self.indicator = indicator
      self.unit = unit
      self.shown = shown
      self.verdict = verdict
      self.remark = remark
      self.origin = origin
    }

    /// Where the verdict stands; `nil` where the file has no such cell.
    public let origin: FigureOrigin?
  }

  /// In the order of the form.
  public var words: [Words]
  public var opinions: [Opinion]

  public init(words: [Words], opinions: [Opinion]) {
    self.words = words
    self.opinions = opinions
  }

  public func words(of task: String) -> Words? { words.first { $0.task == task } }

  /// Returns what two reviews of one department both say. Where both query a figure, both reasons stand.
  public func agreed(with other: LineReview) -> LineReview {
    func same(_ one: Submission.Entry, _ two: Submission.Entry?) -> Submission.Entry {
      one.figure == two?.figure ? one : .absent
    }
    return LineReview(
      words: words.map { own in
        let two = other.words(of: own.task)
        return Words(
          task: own.task, progress: same(own.progress, two?.progress), problems: same(own.problems, two?.problems),
          nextSteps: same(own.nextSteps, two?.nextSteps))
      },
      opinions: opinions.map { own in
        let two = other.opinions.first { $0.indicator == own.indicator && $0.unit == own.unit }
        guard let two, two.verdict == own.verdict, two.shown == own.shown else {
          return Opinion(
            indicator: own.indicator, unit: own.unit, shown: own.shown, verdict: nil, remark: .absent,
            origin: own.origin)
        }
        guard own.remark.figure != two.remark.figure else { return own }
        let reasons = [own.remark, two.remark].map(\.figure.plain).filter { !$0.isEmpty }
        return Opinion(
          indicator: own.indicator, unit: own.unit, shown: own.shown, verdict: own.verdict,
          remark: Submission.Entry(figure: .text(reasons.joined(separator: "；")), origin: own.remark.origin),
          origin: own.origin)
      })
  }
}

/// What a lead department finds of a county's figure.
public enum ReviewVerdict: Hashable, Sendable, ChineseWord {
  case confirmed, queried

  public var chinese: String { self == .confirmed ? "确认" : "存疑" }
}

/// The columns of 条线复核: of its upper table, with a row for each task, and of its lower one, with a row for each
/// county's figure.
public enum ReviewColumn: String, Hashable, Sendable, CaseIterable {
  case code, number
  case task, progress, problems
  case nextSteps = "measures"
  case indicator, unit, measure, goal, previous, reported, rate, verdict, remark
  case selfCheck

  /// The words in the head of the column. None begins as one of 填报表, where other things are meant.
  public var chinese: String {
    switch self {
    case .code: "编码"
    case .number: "序号"
    case .task: "任务"
    case .progress: "本条线进展"
    case .problems: "本条线问题"
    case .nextSteps: "本条线措施"
    case .indicator: "指标"
    case .unit: "报送单位"
    case .measure: "计量单位"
    case .goal: "应完成"
    case .previous: "上期累计"
    case .reported: "本期末累计"
    case .rate: "完成率(%)"
    case .verdict: "复核"
    case .remark: "复核意见"
    case .selfCheck: "自检"
    }
  }

  public static let ofTasks: [ReviewColumn] = [.code, .number, .task, .progress, .problems, .nextSteps, .selfCheck]
  public static let ofFigures: [ReviewColumn] = [
    .code, .number, .indicator, .unit, .measure, .goal, .previous, .reported, .rate, .verdict, .remark, .selfCheck,
  ]
  /// What the department fills.
  public static let entries: [ReviewColumn] = [.progress, .problems, .nextSteps, .verdict, .remark]
}
