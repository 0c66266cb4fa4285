import Consolidation
import PlanModel
import Testing

@testable import Reports

@Suite struct SummaryPageTests {
  private func page(_ period: ConsolidatedPeriod) throws -> String {
    OverviewPage(content: try SummaryContent(period: period, issued: nil)).markup.text
  }

  @Test func `the page needs nothing from elsewhere`() throws {
    let page = try page(SummarySample.whole())
    for word in ["http:", "https:", "url(", "src=", "href=", "<script", "@import", "<link"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func `it says what 总览 says`() throws {
    let period = try SummarySample.whole()
    let (page, book) = (try page(period), try WrittenSummary(period))
    for cell in ["B11", "E11", "H11", "K11", "N11", "R11"] {
      let words = book.shown("总览", cell)
      #expect(!words.isEmpty && page.contains("<span>\(words)</span>"), "\(words)")
    }
    #expect(page.contains("<th scope=\"row\">东县</th><td>3</td><td>3</td><td>100.0</td>"))
    #expect(page.contains("改造</span>") && page.contains(">45.0%</span><span class=\"gap bad\">−5.0</span>"))
  }

  @Test func `a gap is drawn no further than from zero to the pace`() throws {
    var plan = SummarySample.plan([])
    plan.tasks[0].indicators = [Indicator(code: "1-01", name: "净增", value: 10, measure: "户", reportedBy: ["east"])]
    let row = SummarySample.row("1-01", SummarySample.number("-5"))
    let page = try page(SummarySample.period([SummarySample.file("east", "东.xlsx", [row])], plan: plan))
    #expect(page.contains("<b style=\"width:0.0%\"></b><i style=\"width:50.0%\"></i>"))
    #expect(page.contains(">−50.0%</span><span class=\"gap bad\">−100.0</span>"))
  }

  @Test func `words of the plan do not become markup`() throws {
    var plan = SummarySample.plan()
    plan.issuer = "<b>局&\"局\""
    let page = try page(SummarySample.period([], plan: plan))
    #expect(page.contains("&lt;b&gt;局&amp;&quot;局&quot;") && !page.contains("<b>局"))
    #expect(page.contains("本期没有报送可计算完成率的指标。"))
  }
}
