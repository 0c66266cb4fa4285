import Consolidation
import PlanModel
import Validation

/// The words of a bulletin (通报): every sentence is made from figures, and none says more than they do.
struct BulletinText {
  let content: SummaryContent

  private var context: ReportContext { content.context }
  private var period: ConsolidatedPeriod { content.period }
  private var shares: StateShares { content.shares }
  private var plan: Plan { period.plan }

  /// Items that are told one by one.
  private static let items = 14

  static let draft = "草稿"

  var title: String { titleLines.joined() }

  /// Broken where a word ends: together they do not fit a line of 二号.
  private var titleLines: [String] { ["关于\(period.period.chinese)重点工作任务", "完成情况的通报"] }

  var paragraphs: [BulletinParagraph] {
    var paragraphs = [
      BulletinParagraph(.title, titleLines.joined(separator: "\n")), .init(.salutation, "各有关单位："),
      .init(.body, "现将截至\(period.period.lastDay.chinese)的\(plan.year)年度重点工作任务完成情况通报如下。"),
      .init(.heading, "一、总体情况"),
    ]
    paragraphs += overall.map { .init(.body, $0) }
    paragraphs.append(.init(.heading, "二、主要指标"))
    paragraphs += main.map { .init(.body, $0) }
    paragraphs.append(.init(.heading, "三、分单位排名"))
    paragraphs += ranking.map { .init(.body, $0) }
    paragraphs.append(.init(.heading, "四、存在问题"))
    paragraphs += problems
    paragraphs.append(.init(.heading, "五、下一步要求"))
    paragraphs.append(.init(.open, "（此处由起草人填写。）"))
    paragraphs += attachments
    paragraphs.append(.init(.signature, plan.issuer))
    paragraphs.append(.init(.signature, content.context.issued?.chinese ?? "（成文日期）"))
    return paragraphs
  }

  // MARK: 总体情况

  private var overall: [String] {
    let tasks = Set(content.table.items.map(\.result.task.id)).count
    var words =
      "\(tasks)项任务分解为\(content.table.items.count)项指标，纳入考核的\(shares.assessed)项中，\(shares.kept)项已完成或达到序时进度\(share(.completed, .onPace))"
    let lagging = [StateShares.Group.behind, .overdue, .notReported].filter { shares[$0] > 0 }
    words += lagging.map { "，\(shares[$0])项\($0.rawValue)\(share($0))" }.joined() + "。"
    words += "年度序时进度为\(context.yearPace.grouped(places: 1))%。"
    var lines = [words]
    if let changes = ChangeWords(content) { lines.append("与\(changes.lastWord)相比：" + changes.lines.joined()) }
    let coverage = period.coverage
    var returns = "应报单位\(coverage.expected)家，已报\(coverage.reported)家"
    if let rate = try? FixedDecimal(coverage.reported * 100).divided(by: FixedDecimal(coverage.expected), places: 1) {
      returns += "，报送率\(rate.grouped(places: 1))%"
    }
    lines.append(returns + "。")
    return lines
  }

  private func share(_ groups: StateShares.Group...) -> String {
    let sum = groups.compactMap { shares.percentage($0) }.sum
    return shares.assessed == 0 ? "" : sum.map { "（\($0.grouped(places: 1))%）" } ?? ""
  }

  // MARK: 主要指标

  private var main: [String] {
    let chosen = Set(CompletionBars(content: content).items.map(\.indicator.code))
    let items = content.table.items.filter { chosen.contains($0.indicator.code) }
    guard !items.isEmpty else { return ["本期没有报送可计算完成率的指标，共\(content.table.items.count)项指标的情况见附件。"] }
    return items.prefix(Self.items).enumerated().map { index, item in
      "\(index + 1).\(sentence(item.result))"
    }
  }

  private func sentence(_ result: IndicatorResult) -> String {
    let words = TargetWords(period: period.period, result: result)
    let style = FigureStyle(totalOf: result)
    let measure = words.measure == "—" ? "" : result.indicator.aggregate.countsUnits ? "家" : words.measure
    var parts: [String] = []
    if let target = result.target { parts.append("目标\(style.shown(target))\(measure)") }
    if let total = result.total { parts.append("累计完成\(style.shown(total))\(measure)") }
    if let rate = result.rate { parts.append("完成率\(rate.grouped(places: 1))%") }
    if let gap = result.gap { parts.append(ChineseText.gap(gap)) }
    var text = "\(result.indicator.name)：\(parts.joined(separator: "，"))"
    let lacking = result.excluded.map(\.unit.short)
    if !lacking.isEmpty, result.figures.count > 1 { text += "（不含\(ChineseText.names(lacking, atMost: 4))）" }
    return text + units(result) + "。"
  }

  /// Returns the units at the two ends, in words.
  private func units(_ result: IndicatorResult) -> String {
    let rated = (content.unitResults[result.indicator.code] ?? []).compactMap { own in
      own.rate.map { (own.figure.unit.short, $0) }
    }
    guard rated.count > 1, let best = rated.max(by: { $0.1 < $1.1 }), let worst = rated.min(by: { $0.1 < $1.1 }),
      best.1 != worst.1
    else { return "" }
    return "；最高\(best.0)\(best.1.grouped(places: 1))%，最低\(worst.0)\(worst.1.grouped(places: 1))%"
  }

  // MARK: 分单位排名

  /// One ranked unit in words: 市城区（91.7%）.
  private struct Place {
    let name: String
    let rank: Int?
    let value: String
  }

  private var ranking: [String] {
    if let evaluation = content.scores?.evaluation {
      return [("县（市、区）", evaluation.counties), ("牵头科室", evaluation.departments)].compactMap { head, scores in
        sentence(
          "\(head)考评得分",
          scores.map { Place(name: $0.name, rank: $0.rank, value: "\($0.total?.grouped(places: 2) ?? "—")分") })
      }
    }
    return [("县（市、区）", content.counties), ("牵头科室", content.leads)].compactMap { head, ranking in
      sentence(
        "\(head)达序时率",
        ranking.lines.map { Place(name: $0.name, rank: $0.rank, value: "\($0.rate?.grouped(places: 1) ?? "—")%") })
    }
  }

  /// Returns a sentence with 前三位 and 后三位 of six or more; of fewer with the whole order, since the two would overlap.
  private func sentence(_ head: String, _ places: [Place]) -> String? {
    let ranked = places.filter { $0.rank != nil }
    let apart = places.filter { $0.rank == nil && $0.value != "—%" }.map(\.name)
    guard !ranked.isEmpty else { return nil }
    func words(_ places: some Sequence<Place>) -> String {
      places.map { "第\($0.rank ?? 0)名\($0.name)（\($0.value)）" }.joined(separator: "、")
    }
    var text = "\(head)："
    if ranked.count >= 6 {
      text += "前三位为\(words(ranked.prefix(3)))；后三位为\(words(ranked.suffix(3)))。"
    } else {
      text += words(ranked) + "。"
    }
    if !apart.isEmpty { text += "缺报或退回待重报、不参加排名的：\(ChineseText.names(apart, atMost: 10))。" }
    return text
  }

  // MARK: 存在问题

  private var problems: [BulletinParagraph] {
    var paragraphs: [BulletinParagraph] = []
    func add(_ head: String, _ lines: [String]) {
      guard !lines.isEmpty else { return }
      let number = paragraphs.count { $0.kind == .subheading } + 1
      paragraphs.append(.init(.subheading, "（\(ChineseText.ordinal(number))）\(head)"))
      paragraphs += lines.map { .init(.body, $0) }
    }
    let lagging = period.lagging
    let words = LaggingWords(content: content)
    add(
      "未达序时、逾期和未报送的指标（\(lagging.count)项）",
      lagging.enumerated().map { "\($0 + 1).\($1.indicator.name)：\(words.words($1))" })
    add("报送不及时", returns)
    add("数据质量", quality)
    if paragraphs.isEmpty { paragraphs.append(.init(.body, "本期滞后指标0项，各单位均按时报送。")) }
    return paragraphs
  }

  private var returns: [String] {
    let coverage = period.coverage
    let kinds: [(String, SubmissionStatus)] = [
      ("缺报", .missing), ("退回待重报", .returned), ("迟报", .late), ("多份表内容不一致", .conflict),
    ]
    var lines = kinds.compactMap { word, status -> String? in
      let units = coverage.units(status).map(\.unit.name)
      return units.isEmpty ? nil : "\(word)\(units.count)家：\(units.joined(separator: "、"))。"
    }
    let incomplete = coverage.incomplete.map { "\($0.unit.name)\($0.omitted.count)项" }
    if !incomplete.isEmpty { lines.append("漏报\(incomplete.count)家：\(incomplete.joined(separator: "、"))。") }
    return lines
  }

  private var quality: [String] {
    let open = FindingWords.merged(period.openFindings)
    let counts = [Finding.Grade.error, .warning].map { grade in (grade, open.count { $0.grade == grade }) }
    let words = counts.filter { $0.1 > 0 }.map { "\($0.chinese)问题\($1)条" }
    var lines = words.isEmpty ? [] : ["审核发现\(words.joined(separator: "、"))，逐条见附件“审核问题”。"]
    let corrections = period.newCorrections
    if !corrections.isEmpty { lines.append("上次汇总以来更正数据\(corrections.count)项，已采用更正后的数。") }
    return lines
  }

  // MARK: 附件

  /// The sheets of the summary that go with a bulletin.
  private static let attached: [SheetName] = [.overview, .lagging, .indicators, .ranking, .returns, .findings]

  private var attachments: [BulletinParagraph] {
    context.sheets.filter { Self.attached.contains($0) }.enumerated().map { index, sheet in
      let title = sheet == .overview ? context.bookTitle : "\(sheet.rawValue)（\(period.period.chineseShort)）"
      return .init(.attachment(isFirst: index == 0), (index == 0 ? "附件：" : "") + "\(index + 1).\(title)")
    }
  }
}
