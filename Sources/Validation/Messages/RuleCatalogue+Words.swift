import PlanModel
import XLSXReading

extension RuleCatalogue {
  /// Returns what is wrong and how to mend it, in the words of the finding's rule; names of columns stay as the form
  /// has them.
  func words(_ finding: Finding, _ language: Language, masking: Bool = true) -> (what: String, remedy: String) {
    guard let rule = rule(finding.rule) else { return (finding.rule, "") }
    if rule.name == BuiltInRule.unreadableFile.rawValue, rule.place == nil { return Self.unreadable(finding, language) }
    let words = rule.words
    let what = language(words.message, words.messageEnglish ?? words.message)
    let remedy = language(words.remedy, words.remedyEnglish ?? words.remedy)
    return (fill(what, finding, language, masking), fill(remedy, finding, language, masking))
  }

  private func fill(_ template: String, _ finding: Finding, _ language: Language, _ masking: Bool) -> String {
    func masked(_ text: String) -> String {
      masking ? PersonalData.masked(text, inFigure: finding.isAboutFigures) : text
    }
    return MessageTemplate.filled(template) { name, otherwise in
      switch name {
      case "value": finding.value.map(masked) ?? otherwise ?? ""
      case "expected":
        finding.expected.flatMap { $0.isEmpty ? nil : masked($0) } ?? otherwise ?? ""
      case "difference": finding.difference ?? otherwise ?? ""
      case "text":
        finding.text.map { "“\(Self.shortened(masked($0)))”" } ?? otherwise ?? language("空白", "blank")
      case "column": finding.column ?? otherwise ?? language("该项", "the cell")
      case "indicator": finding.indicator.flatMap { plan?.indicator(code: $0)?.name } ?? otherwise ?? ""
      case "unit": finding.unit.flatMap { plan?.unit(id: $0)?.name } ?? otherwise ?? ""
      case "measure": finding.indicator.flatMap { plan?.indicator(code: $0)?.measure } ?? otherwise ?? ""
      default: nil
      }
    }
  }

  /// Returns cell text as messages have it, where long text is cut; the cell is named beside it.
  private static func shortened(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? line.prefix(40) + "…" : line
  }

  /// Returns the reader's own words for a file that it cannot open; `value` holds the error's code, `text` its reason.
  private static func unreadable(_ finding: Finding, _ language: Language) -> (what: String, remedy: String) {
    guard let code = finding.value.flatMap({ XLSXReadError.Code(rawValue: $0) }) else {
      return (finding.value ?? finding.rule, finding.expected ?? "")
    }
    let error = XLSXReadError(code, reason: finding.text ?? "")
    let words: MessageLanguage = language == .chinese ? .chinese : .english
    // Who fills forms has no limits to raise: it is rows and sheets that do not belong there.
    if code == .limitExceeded {
      if error.reason.hasPrefix("conditionalCells") || error.reason.hasPrefix("formatBytes") {
        return (
          error.what(in: words),
          language(
            "请清除工作表里的条件格式和自定义数字格式（“开始—条件格式—清除规则”），另存后重报",
            "clear the conditional formats and custom number formats of the sheets, save it and send it again")
        )
      }
      if error.reason.hasPrefix("snapshotItems") || error.reason.hasPrefix("listItems") {
        return (
          error.what(in: words),
          language(
            "请清除工作表里多余的批注、合并单元格、链接和数据有效性，另存后重报",
            "clear the comments, merged cells, links and validations that are no part of the form, save it and send it again"
          )
        )
      }
      if error.reason.hasPrefix("formulaBytes") {
        return (
          error.what(in: words),
          language(
            "请把工作表里自己写的长公式改成数字，另存后重报", "replace long formulas of your own by numbers, save the file and send it again")
        )
      }
      return (
        error.what(in: words),
        language(
          "请删去填报表以外多余的行、列和工作表（选中下面的空白行，右键“删除”），另存后重报",
          "delete the rows, columns and sheets that are no part of the form, save it and send it again")
      )
    }
    let remedy = error.remedy(in: words)
    // Sentences are joined by whoever prints them.
    return (error.what(in: words), remedy.hasSuffix("。") || remedy.hasSuffix(".") ? String(remedy.dropLast()) : remedy)
  }
}
