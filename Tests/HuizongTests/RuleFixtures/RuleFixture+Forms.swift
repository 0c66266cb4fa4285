import PlanModel
import SpreadsheetML
import TestSupport
import Validation

/// Rules about a form as a whole: its rows, sheets, signatures.
extension RuleFixture {
  static let formRules: [RuleFixture] = [
    form(.rowMissing, at: []) { $0.replace($0.markup(ofRow: "19"), "") },
    form(.rowDuplicated, at: ["D23", "D49"]) { form in
      form.addRow([(.code, "1.1-19"), (.number, 23), (.indicator, "走访人次"), (.cumulative, 620)])
    },
    form(.rowFoundByName, at: ["D23"]) {
      $0.set("19", .code, .blank)
    } but: {
      $0.set("19", .number, .blank)
    },
    form(.mergedFigure, at: ["J23", "J24"]) { form in
      form.replace("<mergeCells count=\"", "<mergeCells count=\"0")
      form.replace("</mergeCells>", "<mergeCell ref=\"J23:J24\"/></mergeCells>")
    } but: { form in
      form.replace("</mergeCells>", "<mergeCell ref=\"M23:M24\"/></mergeCells>")
    },
    form(.outsideLayout, at: ["D49", "J49"]) { form in
      form.addRow([(.indicator, "慈善超市"), (.cumulative, 3)])
    },
    form(.hiddenData, at: ["J9"]) {
      $0.replace("<row r=\"9\"", "<row r=\"9\" hidden=\"1\"")
    } but: {
      $0.replace("<row r=\"30\"", "<row r=\"30\" hidden=\"1\"")
    },
    form(.rowContradicts, at: ["D7"]) {
      $0.set("01", .indicator, "慈善超市")
    } but: {
      $0.set("01", .indicator, " 适老化 改造")
    },
    form(.rowsSorted, at: ["D7", "D23"]) {
      $0.sortWithoutCodes("01", "19")
    } but: {
      $0.swapRows("01", "19")
    },
    form(.sheetsDiffer, at: [], besides: ["W12"]) {
      $0.copyForm([($0.reference("01", .cumulative), 33)])
    } but: {
      $0.copyForm()
    },
    form(.twoReadings, at: ["J7"]) {
      $0.set("01", .cumulative, .raw(attributes: "", content: "<v>30</v><v>31</v>"))
    } but: {
      $0.set("01", .cumulative, .raw(attributes: "", content: "<v>31</v><v>31</v>"))
    },
    form(.severalForms, at: []) { $0.parts[FormEditor.guide] = $0.parts[FormEditor.form] },
    form(.commentNoted, at: ["J7"]) {
      $0.comment(CellReference(row: 6, column: 9), "实际35户")
    } but: {
      $0.comment(CellReference(row: 6, column: 9), "退回1（提示）：已规整")
    },
    form(.macrosIgnored, at: []) { $0.parts["xl/vbaProject.bin"] = "macros" },
    form(.sheetRenamed, at: []) { $0.replace("填报表", "Sheet1", in: "xl/workbook.xml") },
    form(.stampMissing, at: []) { $0.dropStamp() },
    form(.textShortened, at: ["N7"]) {
      $0.set("01", .problems, .text(String(repeating: "难", count: 30_001)))
    } but: {
      $0.set("01", .problems, .text(String(repeating: "难", count: 30_000)))
    },
    form(.stampCopyMissing, at: []) {
      $0.parts["docProps/custom.xml"] = $0.parts["docProps/custom.xml"]?.replacing("huizong.", with: "other.")
    },
    form(.signatureMissing, at: ["B7"]) {
      $0.sign("审核人", .blank)
    } but: {
      $0.sign("填报日期", .blank)
    },
    form(.preparerIsReviewer, at: ["B7"]) {
      $0.sign("审核人", "east甲")
    } but: {
      $0.sign("审核人", "east甲乙")
    },
    form(.phoneDamaged, at: ["B8"]) {
      $0.sign("联系电话", .number("6603361210"))
    } but: {
      $0.sign("联系电话", "13812345678")
    },
    form(.fractionMix, at: ["J18"], also: ["W05"]) {
      $0.set("13", .cumulative, 0.92)
    } but: {
      $0.set("13", .cumulative, 9.2)
    },
  ]
}
