import Forms
import Huizong
import PlanModel
import SpreadsheetML
import TestSupport
import Validation
import XLSXReading

/// Reading a form: the first byte says which of three makes, the rest changes its parts (`ByteEdits`).
func fuzzForm(_ bytes: [UInt8]) {
  guard let make = bytes.first else { return }
  let base = makes[Int(make) % makes.count]
  let (contents, changed) = ByteEdits(bytes.dropFirst()).applied(to: base.map(\.content))
  let parts = zip(base, contents).map { (name: $0.name, content: $1) }
  let file = SmallOffice.workbook(parts)
  let found = readers.map { $0.readParts(bytes: file, file: "东县.xlsx") }
  if changed.isEmpty {
    for part in found[0] {
      guard case .form = part.reading else { fatalError("the form is refused before anything is changed: \(part)") }
    }
  }
  for parts in found { check(parts) }
  precondition(readers[0].readParts(bytes: file, file: "东县.xlsx") == found[0], "reading once more gives something else")
}

/// With the key and without; the second takes any period's form.
private let readers = [
  SubmissionReader(plan: SmallOffice.plan.plan, period: SmallOffice.period, key: SmallOffice.plan.key),
  SubmissionReader(plan: SmallOffice.plan.plan, period: nil, key: nil),
]

/// A stamped form; the same without its properties and hidden sheet; a form that the plan describes.
private let makes: [[(name: String, content: [UInt8])]] = {
  let stamped = SmallOffice.form
  let unstamped = stamped.map { part in
    part.name == "docProps/custom.xml"
      ? (
        name: part.name,
        content: Array(String(decoding: part.content, as: UTF8.self).replacing("huizong", with: "x").utf8)
      )
      : part
  }
  let described = WorkbookParts(
    rows: row(1, ["月报表"]) + row(2, ["填报单位", "东县民政局", "所属期", "2024年6月"])
      + row(3, ["项目", "计量单位", "累计完成", "情况"]) + row(4, ["适老化改造", "户", "60", "进展顺利"])
      + row(5, ["彩票销售量", "万元", "21386.42", ""]) + row(6, ["印发方案", "", "已完成", ""]))
  return [stamped, unstamped, described.parts.map { (name: $0.name, content: $0.content) }]
}()

private func row(_ number: Int, _ texts: [String]) -> String {
  let cells = texts.enumerated().map { index, text in
    let reference = CellReference(row: number - 1, column: index).a1
    return Double(text) == nil
      ? #"<c r="\#(reference)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
      : #"<c r="\#(reference)"><v>\#(text)</v></c>"#
  }
  return #"<row r="\#(number)">\#(cells.joined())</row>"#
}

/// Whatever the bytes are, the answer is a form whose sums tie or a refusal that says why.
private func check(_ parts: [FilePart]) {
  precondition(!parts.isEmpty, "no answer")
  for part in parts {
    switch part.reading {
    case .refused(_, let findings):
      precondition(!findings.isEmpty, "refused without a word")
      check(findings)
    case .form(let form):
      precondition(form.accounting.ties, "what became of the cells does not tie")
      precondition(SmallOffice.plan.plan.unit(id: form.submission.unit) != nil, "a form of nobody")
      check(form.findings)
    }
  }
}

private func check(_ findings: [Finding]) {
  for finding in findings {
    for language in [Language.chinese, .english] {
      precondition(!FindingWords(finding, language: language).what.isEmpty, "a finding without words")
    }
  }
}
