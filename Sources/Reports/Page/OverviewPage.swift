import Consolidation
import OfficeStyle
import PlanModel
import SpreadsheetML
import XLSXWriting

/// 总览 as one HTML page that needs nothing from elsewhere: no script, no font, no picture of another place.
struct OverviewPage {
  let content: SummaryContent

  private var context: ReportContext { content.context }

  var markup: Markup {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light">
    <title>\(context.bookTitle)</title>
    <style>
    \(PageStyle.sheet)
    </style>
    </head>
    <body>
    <main>
    <header>
    <h1>\(context.bookTitle)</h1>
    <p class="line"><span>\("汇总单位：" + context.plan.issuer)</span><span>\(context.asOf)</span><span>\(context.mark)</span></p>
    </header>
    <p class="lede">\(runs(OverviewWords(content: content).lede))</p>
    <p>\(runs(OverviewWords(content: content).coverage))</p>
    <ul class="tiles">
    \(tiles)
    </ul>
    <div class="columns wide">
    <section>
    <h2>主要指标完成率与序时进度</h2>
    \(chart)
    </section>
    <section>
    <h2>分单位达序时率排名</h2>
    \(rankings)
    </section>
    </div>
    <div class="columns">
    <section>
    <h2>最滞后五项</h2>
    \(list(LaggingWords(content: content).lines(atMost: 5).map { runs($0) }, nothing: "没有滞后的考核指标。"))
    </section>
    \(changes)
    <section>
    <h2>例外与不符</h2>
    \(list(ExceptionWords(content: content).lines.map { "\($0)" }, nothing: ""))
    </section>
    </div>
    <footer>\(note)</footer>
    </main>
    </body>
    </html>

    """
  }

  /// Returns runs of text with coloured words; the weight goes with the colour, so that grey paper says the same.
  private func runs(_ runs: [TextRun]) -> Markup {
    runs.map { run -> Markup in
      guard let font = run.font, font.color == Palette.brick || font.color == Palette.accent else {
        return "\(run.text)"
      }
      return "<b class=\"\(font.color == Palette.brick ? "bad" : "good")\">\(run.text)</b>"
    }.joined()
  }

  private var tiles: Markup {
    OverviewTiles(content: content).tiles.map { tile -> Markup in
      """
      <li style="border-left-color:\(tile.strip.css)"><span>\(tile.label)</span>
      <strong style="color:\(tile.color.css)">\(tile.count)<small>项</small></strong><span>\(tile.words)</span></li>
      """
    }.joined(separator: "\n")
  }

  // MARK: Chart

  private var chart: Markup {
    let bars = CompletionBars(content: content)
    let items = bars.items
    guard !items.isEmpty else { return "<p>本期没有报送可计算完成率的指标。</p>" }
    let end = bars.axisEnd
    func width(_ value: FixedDecimal) -> String {
      let share = max(0, min(100, value.double / end * 100))
      return ((share * 10).rounded() / 10).description + "%"
    }
    let lines = items.map { item -> Markup in
      let (rate, gap) = (item.result.rate ?? 0, item.result.gap ?? 0)
      let missing: Markup =
        gap.isNegative ? "<i style=\"width:\(width(CompletionBars.drawnGap(item.result)))\"></i>" : ""
      return """
        <li><span>\(item.indicator.name)</span>
        <span class="bar"><b style="width:\(width(rate))"></b>\(missing)</span>
        <span class="figure">\(rate.grouped(places: 1))%</span><span class="gap\(gap.isNegative ? " bad" : "")">\(Self.signed(gap))</span></li>
        """
    }
    let pace = context.yearPace.grouped(places: 1)
    let axis = end > 100 ? "横条满格为\(Int(end))%；" : ""
    return
      "<ul class=\"bars\">\n\(lines.joined(separator: "\n"))\n</ul>\n<p class=\"note\">\(axis)斜纹为距序时进度的缺口，年度序时\(pace)%；末列为与序时的百分点差值。</p>"
  }

  private static func signed(_ gap: FixedDecimal) -> String {
    gap.isZero ? "0.0" : (gap.isNegative ? "−" : "+") + gap.magnitude.grouped(places: 1)
  }

  // MARK: Rankings

  private var rankings: Markup {
    let words = ChangeWords(content)
    let tables: [(String, PaceRanking, [String: FixedDecimal]?)] = [
      ("县（市、区）", content.counties, words?.countyChanges), ("牵头科室", content.leads, words?.leadChanges),
    ]
    return tables.filter { !$0.1.lines.isEmpty }.map { head, ranking, changes -> Markup in
      let last: Markup = words.map { "<th>较\($0.lastWord)</th>" } ?? ""
      let rows = ranking.lines.map { line -> Markup in
        let rate = line.rank == nil ? (line.rate == nil ? "—" : "不排名") : line.rate?.grouped(places: 1) ?? "—"
        let change: Markup = changes.map { "<td>\($0[line.id].map { Self.signed($0) } ?? "—")</td>" } ?? ""
        return
          "<tr><td>\(line.rank.map { "\($0)" } ?? "—")</td><th scope=\"row\">\(line.name)</th><td>\(line.assessed)</td><td>\(line.onPace)</td><td>\(rate)</td>\(change)</tr>"
      }
      return
        "<table>\n<thead><tr><th>名次</th><th>\(head)</th><th>考核</th><th>达序时</th><th>达序时率(%)</th>\(last)</tr></thead>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table>"
    }.joined(separator: "\n")
  }

  // MARK: Lists

  private var changes: Markup {
    guard let words = ChangeWords(content) else { return "" }
    return
      "<section>\n<h2>较\(words.lastWord)变化</h2>\n\(list(words.lines.map { "\($0)" }, nothing: ""))\n</section>"
  }

  private func list(_ lines: [Markup], nothing: String) -> Markup {
    guard !lines.isEmpty else { return "<p>\(nothing)</p>" }
    return "<ul class=\"lines\">\n" + lines.map { "<li>\($0)</li>" as Markup }.joined(separator: "\n") + "\n</ul>"
  }

  private var note: String {
    "占比按最大余数法取一位小数，合计100.0；达序时率=（已完成+超序时+达序时）÷考核指标数。全部数字及其来源见同期汇总簿。"
  }
}

extension RGBColor {
  /// #1F3A5F
  var css: String {
    let digits = String(hex, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
