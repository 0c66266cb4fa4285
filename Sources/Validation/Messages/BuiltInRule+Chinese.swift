import PlanModel
import XLSXReading

extension BuiltInRule {
  /// What is wrong and how to mend it, in the words a clerk knows.
  func chinese(_ finding: Finding) -> (what: String, remedy: String) {
    let text = finding.text.map { "“\(Self.shortened($0))”" } ?? "空白"
    let column = finding.column ?? "该项"
    let value = finding.value ?? ""
    let expected = finding.expected ?? ""
    switch self {
    case .unreadableFile: return Self.unreadable(finding, .chinese)
    case .anotherPlan: return ("这是“\(value)”的表，不是“\(expected)”的表", "请用本计划下发的模板重新填报")
    case .anotherPeriod: return ("这是\(value)的表，本次要报的是\(expected)", "请用\(expected)的模板重新填报")
    case .stampAltered: return ("模板标识被改动过，认不准这张表", "请从下发的原模板重新填报，不要改动隐藏的工作表")
    case .formNotFound: return ("找不到填报表：没有一张工作表有模板的表头", "请在下发的模板里填，不要另做表格")
    case .columnMissing: return ("填报表缺少“\(expected)”列，或表头被改得认不出", "请恢复该列表头后重报")
    case .unitUnknown: return ("认不出填报单位\(finding.text == nil ? "" : text)", "请用本单位的模板填报")
    case .rowMissing: return ("缺少指标“\(expected)”一行", "请从模板复制该行补上并填报")
    case .rowDuplicated: return ("指标“\(value)”出现了两行，取哪一行说不准", "请只留一行")
    case .requiredBlank: return ("\(column)空白，该项按未报送处理", "请填\(expected)")
    case .notNumber: return ("\(column)\(text)不是数字", "请只填数字，例如\(expected.isEmpty ? "80" : expected)")
    case .notDate: return ("\(column)\(text)不是日期", "请填\(expected)")
    case .foreignMeasure: return ("\(column)\(text)的单位与“\(expected)”不同且不能换算", "请按“\(expected)”填数字，不带单位")
    case .cumulativeFell:
      return ("\(column)\(value)小于上期累计\(expected)", "请核对；确系核减的，在“核实说明”写明原因")
    case .formulaError: return ("\(column)是公式错误\(text)", "请改填数字")
    case .numeratorOver: return ("\(column)\(value)大于其总数\(expected)", "请核对这两行")
    case .overwritten: return ("\(column)的公式被改成了\(text)，系统算得\(expected)", "请恢复公式，或核对本期、上期两数")
    case .dateInFuture: return ("日期\(value)不在应有的时段内", "请填\(expected)")
    case .notApplicableRequired: return ("\(column)填了\(text)，但本单位有分解任务\(expected)", "请填数字，没有发生填0")
    default: return chineseWarning(finding, text: text, column: column)
    }
  }

  private func chineseWarning(_ finding: Finding, text: String, column: String) -> (what: String, remedy: String) {
    let value = finding.value ?? ""
    let expected = finding.expected ?? ""
    switch self {
    case .overTarget: return ("\(column)\(value)超过应完成的\(expected)", "确系超额完成的，请在“核实说明”写明")
    case .behindWithoutReason: return ("完成率低于序时进度\(value)个百分点，\(expected)没有写", "请补写\(expected)")
    case .preparerIsReviewer: return ("填报人和审核人都是\(text)", "请由另一人审核")
    case .measureShift: return ("\(column)\(value)与上期或目标相差上千倍，可能不是按“\(expected)”填的", "请核对计量单位")
    case .bareFraction: return ("\(column)填的是\(text)，已按\(value)%计", "请核对，比率按百分数填，例如65")
    case .rangeNotTaken: return ("\(column)\(text)是一个范围，没有取数", "请填一个确定的数")
    case .mergedFigure: return ("\(column)是合并单元格，数字只计在左上角一格", "请拆分单元格，逐行填报")
    case .approximate: return ("\(column)\(text)是约数，已按\(value)计", "请填准确的数")
    case .numberInWords: return ("\(column)\(text)夹有文字，已取\(value)", "请只填数字，说明写在“进展情况”")
    case .ambiguousNumber: return ("\(column)\(text)有两种读法，已按\(value)计", "请核对")
    case .targetChanged: return ("\(column)被改成了\(text)，仍按计划的“\(expected)”", "目标有变请另行报告")
    case .outsideLayout: return ("模板外的内容\(text)没有计入", "需要上报的请写进模板的栏目")
    case .severalForms: return ("有多张工作表像填报表，只读了“\(expected)”", "请删去多余的表")
    case .hiddenData: return ("隐藏的行或列里有数，已照常读取", "请取消隐藏，核对后再报")
    case .bracketNegative: return ("\(column)\(text)按负数\(value)计", "请核对")
    case .fellExplained: return ("\(column)\(value)小于上期累计\(expected)，已有说明", "")
    case .stampMissing: return ("没有模板标识，按表头和单位名称读取", "下次请用下发的模板填报")
    case .signatureMissing: return ("\(expected)没有填", "请在“签署”表补填")
    case .previousDiffers: return ("上期累计\(value)与上期报送的\(expected)不一致", "请核对；上期数有更正的，在“核实说明”写明")
    case .conflictingFiles: return ("同一单位有几份内容不同的文件（\(value)），\(expected)待定，没有计入合计", "请单位确认以哪一份为准")
    default: return chineseNotice(finding, text: text, column: column)
    }
  }

  private func chineseNotice(_ finding: Finding, text: String, column: String) -> (what: String, remedy: String) {
    let value = finding.value ?? ""
    let expected = finding.expected ?? ""
    switch self {
    case .normalized: return ("\(column)\(text)已规整为\(value)", "")
    case .nilReturn: return ("\(column)填了\(text)，按零报告（0）计", "")
    case .overwrittenEqual: return ("\(column)的公式被改成了数字，数值一致", "")
    case .sheetRenamed: return ("工作表“\(expected)”改名为“\(value)”，已照常读取", "")
    case .earlierRevision: return ("这是计划第\(value)版的模板，已按当时的版式读取", "")
    case .duplicateFile: return ("与“\(value)”内容相同，只计一份", "")
    case .rowFoundByName: return ("这一行没有编码，按指标名称“\(value)”认出", "")
    default: return (rawValue, "")
    }
  }

  /// Long cell text is cut in messages; the cell is named beside it.
  static func shortened(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? line.prefix(40) + "…" : line
  }
}

extension BuiltInRule {
  /// The reader's own words for a file that it cannot open; `value` holds the error's code, `text` its reason.
  static func unreadable(_ finding: Finding, _ language: MessageLanguage) -> (what: String, remedy: String) {
    guard let code = finding.value.flatMap({ XLSXReadError.Code(rawValue: $0) }) else {
      return (finding.value ?? finding.rule, finding.expected ?? "")
    }
    let error = XLSXReadError(code, reason: finding.text ?? "")
    let remedy = error.remedy(in: language)
    // Sentences are joined by whoever prints them.
    return (
      error.what(in: language), remedy.hasSuffix("。") || remedy.hasSuffix(".") ? String(remedy.dropLast()) : remedy
    )
  }
}
