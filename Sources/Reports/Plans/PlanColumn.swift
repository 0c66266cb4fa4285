public import PlanFile
import PlanModel

/// A column of a plan's workbook: how its key is called in Chinese, how wide it is, what may be chosen.
struct PlanColumn {
  let section: PlanTables.Section
  let key: String

  /// The key itself where there is no word for it, as in lists that are kept as written.
  var header: String {
    switch (section, key) {
    case (.plan, "value"): "值"
    case (.units, "name"): "全称"
    case (.rules, "name"): "名称（英文）"
    case (.rules, "value"): "取值"
    case (.rules, "expected"): "应为"
    case (.waivers, "unit"): "单位"
    case (.layouts, "unit"): "单位在哪里"
    case (.layouts, "period"): "期别在哪里"
    case (.layouts, "measure"): "计量单位"
    case (.notFigures, "column"), (.unassigned, "column"): "列"
    case (.doubts, "text"), (.unassigned, "text"): "内容"
    default: Self.headers[key] ?? key
    }
  }

  private static let headers: [String: String] = [
    "key": "键", "id": "编号", "name": "名称", "short": "简称", "kind": "类别", "level": "层级", "parent": "上级",
    "aliases": "别名", "members": "成员", "vague": "泛指", "from": "起", "until": "止", "formerly": "曾用名",
    "illustrative": "示例", "path": "原文层次", "heading": "标题", "text": "原文", "leads": "牵头", "responsible": "责任单位",
    "source": "原文位置", "reason": "增减原因", "task": "任务编号", "code": "指标编码", "quote": "原文引句", "role": "性质",
    "comparator": "比较", "value": "目标值", "min": "下限", "max": "上限", "asWritten": "原文写法", "unit": "计量单位", "per": "每",
    "decimals": "小数位", "measure": "口径", "aggregate": "汇总办法", "numerator": "分子", "denominator": "分母",
    "partOf": "其中项所属", "frequency": "频次", "missing": "缺报时", "deadline": "完成时限", "pace": "序时安排", "targets": "目标调整",
    "reportedBy": "报送单位", "allocation": "分解", "benchmark": "比照性", "continues": "上年编码", "why": "为什么", "line": "行",
    "column": "列", "about": "关于", "grade": "等级", "off": "停用", "validFrom": "起用", "validUntil": "用到",
    "trialUntil": "试行到", "scope": "范围", "when": "前提", "expression": "规则", "at": "指向", "difference": "相差",
    "message": "提示", "remedy": "怎么改", "meaning": "含义", "messageEnglish": "提示（英）", "remedyEnglish": "怎么改（英）",
    "meaningEnglish": "含义（英）", "examples": "例子", "rule": "规则", "indicator": "指标", "askedBy": "申请人",
    "approvedBy": "批准人", "title": "题名", "sheets": "工作表", "except": "除外", "fixed": "标志", "period": "期别",
    "columns": "各栏", "rows": "各行", "skip": "跳过",
  ]

  var width: Double {
    switch (section, key) {
    case (.plan, "value"): 80
    case (.tasks, "text"), (.unassigned, "text"): 70
    case (_, "text"), (_, "quote"), (_, "expression"), (_, "message"), (_, "examples"), (_, "columns"), (_, "why"): 44
    case (_, "heading"), (_, "name"), (_, "key"), (_, "responsible"), (_, "allocation"), (_, "members"), (_, "remedy"),
      (_, "meaning"), (_, "aliases"), (_, "scope"), (_, "deadline"), (_, "pace"), (_, "targets"), (_, "source"):
      28
    case (_, "leads"), (_, "reportedBy"), (_, "asWritten"), (_, "illustrative"), (_, "formerly"), (_, "title"): 20
    case (.revisions, _): 24
    default: 13.5
    }
  }

  /// Keys whose values are plain numbers.
  var isNumber: Bool {
    ["value", "min", "max", "decimals", "line", "column", "per"].contains(key)
      && [.indicators, .notFigures, .unassigned].contains(section)
  }

  /// The words that the schema has for the key; empty where anything may stand.
  var choices: [String] {
    switch (section, key) {
    case (.units, "kind"): Unit.Kind.allCases.map(\.rawValue)
    case (.units, "vague"), (.rules, "off"), (.indicators, "benchmark"): ["true", "false"]
    case (.indicators, "role"): Indicator.Role.allCases.map(\.rawValue)
    case (.indicators, "comparator"): Indicator.Comparator.allCases.map(\.rawValue)
    case (.indicators, "kind"): Indicator.Kind.allCases.map(\.rawValue)
    case (.indicators, "measure"): Indicator.Accumulation.allCases.map(\.rawValue)
    case (.indicators, "aggregate"): Indicator.Aggregate.allCases.map(\.rawValue)
    case (.indicators, "missing"): Indicator.Missing.allCases.map(\.rawValue)
    case (.indicators, "frequency"): ["month", "quarter", "half", "year"]
    default: []
    }
  }
}

extension PlanTables.Section {
  /// The name of its sheet.
  public var sheet: String {
    switch self {
    case .plan: "总体"
    case .units: "单位"
    case .tasks: "任务"
    case .indicators: "指标"
    case .notFigures: "非指标数"
    case .doubts: "疑点"
    case .unassigned: "未列入"
    case .rules: "规则"
    case .waivers: "豁免"
    case .layouts: "版式"
    case .revisions: "修订"
    }
  }
}
