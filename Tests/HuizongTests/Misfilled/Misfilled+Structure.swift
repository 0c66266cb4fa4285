import Huizong
import PlanModel
import SpreadsheetML
import TestSupport
import Validation

/// Cells, rows, columns and sheets.
extension Misfilled {
  private static let same = [Read("01", .cumulative, .decimal(31)), Read("19", .cumulative, .decimal(620))]

  static let structure: [Misfilled] = [
    form(
      "M15", "两行的数字格合并", .accepted, ["W07"],
      reads: [Read("19", .cumulative, .decimal(620)), Read("20", .cumulative, .blank)]
    ) {
      $0.replace("</mergeCells>", "<mergeCell ref=\"J23:J24\"/></mergeCells>")
    },
    form("M15", "两行的文字格合并", .accepted, reads: [Read("20", .measures, .text("逐户预约"))]) {
      $0.set("19", .measures, "逐户预约")
      $0.replace("</mergeCells>", "<mergeCell ref=\"O23:O24\"/></mergeCells>")
    },
    form("M16", "两行对调", .accepted, reads: same) { $0.swapRows("01", "19") },
    form("M16", "删了一行", .returned, ["E12"]) { $0.replace($0.markup(ofRow: "19"), "") },
    form("M16", "多加一行“慈善超市”", .accepted, ["W21"], reads: same) { $0.addRow([(.indicator, "慈善超市"), (.cumulative, 3)]) },
    form("M16", "编码被清掉", .accepted, ["N08"], reads: same) { $0.set("19", .code, .blank) },
    form("M17", "数字栏前插入一列", .accepted, reads: same) { $0.insertColumn(before: 7) },
    form("M18", "表头“累计完成”改写成“累计完成（户）”", .accepted, reads: same) {
      $0.set(CellReference(row: 4, column: 9), "累计完成（户）")
    },
    form("M18", "表头“累计完成”改写成“累计完成情况”", .accepted, ["N01"], reads: same) {
      $0.set(CellReference(row: 4, column: 9), "累计完成情况")
    },
    form("M18", "表头“累计完成”改写成“合计数”", .refused, ["E25"]) { $0.set(CellReference(row: 4, column: 9), "合计数") },
    form("M19", "工作表改名为Sheet1", .accepted, ["N05"], reads: same) { $0.replace("填报表", "Sheet1", in: "xl/workbook.xml") },
    form("M19", "填报表复制了一张", .accepted, ["W12"], reads: same) { $0.parts[FormEditor.guide] = $0.parts[FormEditor.form] },
    form("M20", "表中间插入空行", .accepted, reads: same) { $0.insertRow(before: 8) },
    form("M20", "表前插入空行", .accepted, reads: same) { $0.insertRow(before: 0) },
    form("M21", "格式刷到最后一行最后一列", .accepted, reads: same) {
      $0.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row></sheetData>")
      $0.replace("<dimension ref=\"", "<dimension ref=\"A1:XFD1048576\" was=\"")
    },
    typed("M24", "累计的公式改成数字，算得不对", "02", .cumulative, 99, .returned, ["E08"], as: .decimal(FixedDecimal("21386.42")!)),
    typed(
      "M24", "累计的公式改成数字，数是对的", "02", .cumulative, 21386.42, .accepted, ["N04"], as: .decimal(FixedDecimal("21386.42")!)),
    typed("M25", "单元格是#REF!", "01", .cumulative, .error("#REF!"), .returned, ["E05"], as: .blank),
    form("M25", "公式没有结果", .returned, ["E05"], reads: [Read("01", .cumulative, .blank)]) { form in
      form.set("01", .cumulative, .raw(attributes: "", content: "<f>[1]Sheet1!B3</f>"))
    },
    form("M28", "批注里写数“实际35户”", .accepted, ["N10"], reads: same) {
      $0.comment(CellReference(row: 6, column: 9), "实际35户")
    },
    form("M26", "填了数的行被隐藏", .accepted, ["W13"], reads: same) {
      $0.replace("<row r=\"9\"", "<row r=\"9\" hidden=\"1\"")
    },
    form("M26", "有筛选条件", .accepted, reads: same) {
      $0.replace(
        "<mergeCells",
        "<autoFilter ref=\"B5:Q30\"><filterColumn colId=\"2\"><filters><filter val=\"适老化改造\"/></filters></filterColumn></autoFilter><mergeCells"
      )
    },
    form("M27", "数字格是WPS嵌入图", .returned, ["E02"], reads: [Read("01", .cumulative, .blank)]) { form in
      form.set(
        "01", .cumulative,
        .raw(
          attributes: " t=\"str\"",
          content: "<f>_xlfn.DISPIMG(\"ID_6F2C\",1)</f><v>=DISPIMG(\"ID_6F2C\",1)</v>"))
    },
    form("M37", "dimension只写A1", .accepted, reads: same) {
      $0.replace("<dimension ref=\"", "<dimension ref=\"A1\" was=\"")
    },
    typed("M40", "目标值100改成50", "01", .target, 50, .accepted, ["W09"], as: .blank),
    typed("M40", "指标名称被改", "01", .indicator, "适老化改造户数", .accepted, ["W09"], as: .blank),
    typed("M41", "累计填成了本期数，比上期还小", "01", .cumulative, 6, .returned, ["E04"], as: .decimal(6)),
    form("M43", "数字落进计量单位栏", .returned, ["E18"]) { $0.set("01", .unit, 38) },
    form("M44", "填表说明里的示例行", .accepted, reads: same) { _ in },
    form("M44", "数据区里混进“例”行", .accepted, ["W21"], reads: same) {
      $0.addRow([(.number, "例"), (.indicator, "例：××县"), (.cumulative, 12)])
    },
    typed("M46", "指标名称用了部首形字“适⽼化改造”", "01", .indicator, "适⽼化改造", .accepted, as: .blank),
    form("M47", "多加一行“合计”", .accepted, ["W21"], reads: same) {
      $0.addRow([(.indicator, "合计"), (.cumulative, 651)])
    },
  ]
}
