public import PlanModel

extension PlanTables.Problem {
  /// Returns what is wrong and what to do, without the place.
  public func sentence(in language: Language) -> String {
    switch kind {
    case .malformed(let text):
      language("“\(text)”写法不对：列表写作[甲, 乙]，一组写作{键: 值}，文字以[、{或\"开头的加双引号", "“\(text)” is no list, map or text in quotes")
    case .unknownTask(let text):
      text.isEmpty
        ? language("没有写属于哪项任务", "the task is missing")
        : language("任务表里没有“\(text)”", "there is no task “\(text)”")
    case .key(let text):
      text.isEmpty
        ? language("没有写键", "the key is missing") : language("“\(text)”重复", "“\(text)” stands there twice")
    case .plan(let problem):
      switch problem.code {
      // The line in which it stands first is one of the file, not of the table.
      case .duplicateID, .duplicateCode, .duplicateName:
        language(
          "“\(problem.found)”在前面的行里已经用过。请改成不重复的。", "“\(problem.found)” stands in a row before this one: give another.")
      default: problem.complaint(in: language)
      }
    }
  }
}
