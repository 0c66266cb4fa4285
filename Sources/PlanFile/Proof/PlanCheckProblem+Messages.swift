public import PlanModel

extension PlanCheckProblem {
  /// Returns one line with document, place, what is wrong and what to do.
  public func message(document: String, in language: Language) -> String {
    "\(document):\(line):\(column): " + (language == .chinese ? chinese : english)
  }

  private var chinese: String {
    switch code {
    case .digest: "原文的 SHA-256 是 \(text)，计划里写的是 \(context)。请确认是同一份原文，再改 source.sha256。"
    case .textNotFound: "任务 \(subject) 的正文“\(text)”在原文里找不到。请逐字照录，不要改写。"
    case .textDiffers: "任务 \(subject) 的正文从这里起与原文不同：原文是“\(context)”，计划是“\(text)”。请逐字照录。"
    case .textElsewhere: "任务 \(subject) 的正文在这里，不在 source 写的位置。请改正 source。"
    case .headingNotFound: "任务 \(subject) 的标题“\(text)”不在这一行。请逐字照录。"
    case .numbering: "任务 \(subject) 的编号在原文里是“\(context)”，计划写的是“\(text)”。请改正 path。"
    case .nameNotFound: "任务 \(subject) 的牵头或责任单位“\(text)”在原文里找不到。请照原文的写法。"
    case .quoteNotFound: "指标 \(subject) 的引文“\(text)”不在任务的正文和标题里。请逐字照录。"
    case .notFigureNotFound: "notFigures 里的 \(text) 在原文里找不到。请改正或删去。"
    case .tooBroad: "notFigures 里的“\(text)”只是一个数，会把同样的数都盖住。请连上下文一起写，或写明行和列。"
    case .unassignedNotFound: "unassigned 里的“\(text)”不在所写的那一行。请逐字照录。"
    case .uncovered: "数字“\(text)”没有着落：\(context)。请写进某项指标的 quote，或写进 notFigures 并说明原因。"
    case .unassigned: "“\(text)”不属于任何任务。请归入任务，或写进 unassigned 并说明原因。"
    }
  }

  private var english: String {
    switch code {
    case .digest: "the document's SHA-256 is \(text), the plan says \(context). Is it the same document?"
    case .textNotFound: "the text of task \(subject), “\(text)”, is not in the document. Copy it word for word."
    case .textDiffers:
      "from here on the text of task \(subject) differs: “\(context)” here, “\(text)” in the plan. Copy it word for word."
    case .textElsewhere: "the text of task \(subject) stands here, not where its source says. Correct source."
    case .headingNotFound: "the heading of task \(subject), “\(text)”, is not on this line. Copy it word for word."
    case .numbering: "task \(subject) is numbered “\(context)” in the document, “\(text)” in the plan. Correct path."
    case .nameNotFound: "“\(text)” is not named for task \(subject) in the document. Write names as it does."
    case .quoteNotFound: "the quote of indicator \(subject), “\(text)”, is not in its task's text or heading."
    case .notFigureNotFound: "“\(text)” of notFigures is not in the document. Correct or remove it."
    case .tooBroad:
      "“\(text)” of notFigures is a bare number and would hide all of its kind. Add words or line and column."
    case .unassignedNotFound: "“\(text)” of unassigned is not on its line. Copy it word for word."
    case .uncovered:
      "the number “\(text)” is not accounted for: \(context). Quote it in an indicator or explain it in notFigures."
    case .unassigned: "“\(text)” belongs to no task. Put it into one, or into unassigned with a reason."
    }
  }
}
