import Consolidation
import PlanModel
import Validation

/// The rules that the book was counted by, in sentences.
struct MethodWords {
  let context: ReportContext

  var lines: [String] {
    let yellow = context.plan.reporting.yellowPoints.shortest
    var lines = [
      "汇总方法：数量、金额、长度类各单位相加；占比类由分子、分母重算，只计两项都报的单位；“每县至少”按达标单位数；里程碑看办结日期与逾期；定期任务看每期有无记录。",
      "状态：已完成；超序时、达序时、未达序时按差值（完成率−序时进度，一位小数）；逾期为过期未完成；未报送为没有可计入的数。",
      "灯色：绿=已完成或差值≥0；黄=低于0—\(yellow)个百分点；红=低于超\(yellow)个百分点、逾期、未报送；灰=不考核。",
      "不考核：方向性任务、比照性指标、无数值目标、占比类未到判定期。",
      "空白、0、“—”（不适用）、“未报送”、“待定”分别处理，不互相代替；缺单位的合计在备注注明“不含××”。",
      "同一单位有多份文件的：按退回件重报或收到日期较晚的替代较早的；同日内容不同的，不同之处待定，不计入合计。",
      "达序时率=（已完成+超序时+达序时）÷考核指标数；县（市、区）按本县分解目标、每县目标和本县承办事项计；并列同名次，缺报、退回的单位不排名。",
      "四舍五入后合计与分项不等的，不作机械调整。",
    ]
    lines.append(excluded)
    if let unread { lines.append(unread) }
    lines.append(basis)
    lines += context.longLists
    if !context.mark.isEmpty {
      lines.append("标“示例”的分解数、期限、目标值等不是计划原文，为演示而设，正式使用须由主管单位下达并与计划数核平。")
    }
    return lines
  }

  /// What is in no total.
  private var excluded: String {
    let coverage = context.period.coverage
    let kinds: [(String, [UnitReport])] = [
      ("缺报", coverage.units(.missing)), ("退回待重报", coverage.units(.returned)), ("多份待定的项", coverage.units(.conflict)),
      ("漏报的项", coverage.incomplete),
    ]
    let words = kinds.filter { !$0.1.isEmpty }.map { word, units in
      "\(word)：\(ChineseText.names(units.map(\.unit.short), atMost: 8))"
    }
    return words.isEmpty ? "本期没有不计入合计的单位和数。" : "本期不计入合计：\(words.joined(separator: "；"))。"
  }

  /// What is missing in figures that go back to earlier periods.
  private var unread: String? {
    let files = context.period.earlier.unread
    guard !files.isEmpty else { return nil }
    return
      "往期有\(files.count)份文件没有读到（\(ChineseText.names(files, atMost: 8))）：上期累计、趋势、同比环比和沿用上期的数不含它们；那些月份没有读到报送件的单位不计缺报、不扣分，也不与那些月份比较；有关单位请核对。"
  }

  /// Which plan and which rules.
  private var basis: String {
    let plan = context.plan
    let own = plan.rules.isEmpty ? "本计划没有改动" : "本计划改动、新增\(plan.rules.count)条"
    let source = plan.source.map { "，计划原文SHA-256前12位\($0.sha256.prefix(12))" } ?? ""
    return "依据：计划第\(plan.revision)版\(source)；审核规则内置\(RuleCatalogue.builtIn.rules.count)条，\(own)。"
  }
}
