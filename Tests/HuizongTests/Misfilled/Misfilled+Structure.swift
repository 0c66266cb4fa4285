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
    form("M15", "两行的文字格合并", .accepted, reads: [Read("20", .nextSteps, .text("逐户预约"))]) {
      $0.set("19", .nextSteps, "逐户预约")
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
    form("M18", "表头“累计完成”改写成“1-6月累计完成”", .accepted, ["N01"], reads: same) {
      $0.set(CellReference(row: 4, column: 9), "1-6月累计完成")
    },
    form("M18", "表头“累计完成”改写成“1-5月累计完成”", .refused, ["E25"]) {
      $0.set(CellReference(row: 4, column: 9), "1-5月累计完成")
    },
    form("M18", "表头“本期完成”改写成“本月完成”", .accepted, ["N01"], reads: same) {
      $0.set(CellReference(row: 4, column: 8), "本月完成")
    },
    form("M18", "表头“累计完成”改写成“去年1-6月累计完成”", .refused, ["E25"]) {
      $0.set(CellReference(row: 4, column: 9), "去年1-6月累计完成")
    },
    form("M18", "表头“累计完成”后加了“（2-6月）”", .refused, ["E25"]) {
      $0.set(CellReference(row: 4, column: 9), "累计完成（2-6月）")
    },
    form("M18", "表头“累计完成”整格划掉", .refused, ["E25"]) {
      $0.set(
        CellReference(row: 4, column: 9),
        .raw(attributes: " t=\"inlineStr\"", content: "<is><r><rPr><strike/></rPr><t>累计完成</t></r></is>"))
    },
    form("M18", "栏号行里“累计完成”下写着“上年同期”", .refused, ["E25"]) {
      $0.set(CellReference(row: 5, column: 9), "上年同期")
    },
    form("M19", "截至日写成6月31日", .refused, ["E28"]) { $0.set($0.closingDay, "截至2024年6月31日") },
    form("M19", "截至日后面又加了一个日子", .refused, ["E28"]) { $0.set($0.closingDay, "截至2024年6月30日和5月31日") },
    form("M19", "标题写的是2-6月", .refused, ["E28"]) {
      $0.set(CellReference(row: 2, column: 1), "2024年度重点工作进展情况填报表（2-6月）")
    },
    form("M06", "文本格的格式在数后面加了“万”", .returned, ["E33"]) {
      $0.set("01", .cumulative, "31")
      try $0.format("01", .cumulative, as: "@&quot;万&quot;")
    },
    form("M30", "填报单位写成了不认识的单位", .refused, ["E27"]) { $0.set($0.unitName, "填报单位（盖章）：火星局") },
    form("M30", "标题后面括号里写着别的县", .refused, ["E27"]) {
      $0.set(CellReference(row: 2, column: 1), "2024年度重点工作进展情况填报表（6月）（西县）")
    },
    form("M06", "数字格式在数后面加了一个0", .returned, ["E33"]) { try $0.format("01", .cumulative, as: "0&quot; 0&quot;") },
    form("M30", "标题前写着别的县", .refused, ["E27"]) {
      $0.set(CellReference(row: 2, column: 1), "西县民政局2024年度重点工作进展情况填报表（6月）")
    },
    form("M30", "填报单位写了两个县", .refused, ["E27"]) { $0.set($0.unitName, "填报单位（盖章）：东县民政局、西县民政局") },
    form("M06", "表头写“以元为单位”，数是万元数", .accepted, ["N01", "W02", "W04", "W40"]) {
      $0.set(CellReference(row: 3, column: 13), "以元为单位")
      $0.set("02", .measure, .blank)
    },
    form("M15", "两行的指标名称合并", .returned, ["E35"]) {
      $0.replace("</mergeCells>", "<mergeCell ref=\"D23:D24\"/></mergeCells>")
    },
    form("M16", "名称前加了“未完成”", .returned, ["E35"]) { $0.set("19", .indicator, "未完成走访人次") },
    form("M54", "另有一张更正表", .accepted, ["W21"], reads: same) {
      $0.parts[FormEditor.guide] = WorkbookParts.sheet(
        rows: #"<row r="1"><c r="A1" t="inlineStr"><is><t>适老化改造</t></is></c><c r="B1"><v>35</v></c></row>"#)
      $0.replace("填表说明", "更正表", in: "xl/workbook.xml")
    },
    form("M19", "标题写的是5月，截至日是6月30日", .refused, ["E28"]) {
      $0.set(CellReference(row: 2, column: 1), "2024年度重点工作进展情况填报表（5月）")
    },
    form("M30", "表头上还单写着别的县", .refused, ["E27"]) { $0.set(CellReference(row: 1, column: 1), "西县") },
    form("M50", "指标名称整格划掉", .returned, ["E32"]) {
      $0.set(
        "01", .indicator,
        .raw(attributes: " t=\"inlineStr\"", content: "<is><r><rPr><strike/></rPr><t>适老化改造</t></r></is>"))
    },
    form("M54", "表头上方写了一个数", .accepted, ["W21"], reads: same) { $0.set(CellReference(row: 1, column: 1), 365) },
    form("M18", "表头“累计完成”改写成“合计数”", .refused, ["E25"]) { $0.set(CellReference(row: 4, column: 9), "合计数") },
    form("M19", "工作表改名为Sheet1", .accepted, ["N05"], reads: same) { $0.replace("填报表", "Sheet1", in: "xl/workbook.xml") },
    form("M19", "填报表复制了一张", .accepted, ["W12"], reads: same) { $0.copyForm() },
    form("M19", "复制的一张数不一样", .returned, ["E36"]) { $0.copyForm([($0.reference("01", .cumulative), 33)]) },
    form("M19", "旁边有上月的表", .accepted, ["W12"], reads: same) {
      $0.copyForm([($0.closingDay, "截至2024年5月31日"), ($0.reference("01", .cumulative), 25)])
    },
    form("M19", "只有上月的表", .refused, ["E22"]) { $0.set($0.closingDay, "截至2024年5月31日") },
    form("M19", "旁边有隐藏的底稿", .accepted, ["W12"], reads: same) {
      $0.copyForm([($0.reference("01", .cumulative), 29)])
      $0.replace("name=\"填表说明\"", "name=\"填表说明\" state=\"hidden\"", in: "xl/workbook.xml")
    },
    form("M17", "插入一列“累计完成（上月）”", .accepted, ["W21"], reads: same) {
      $0.append([(30, "累计完成（上月）")], toRow: FormEditor.headerRow)
      $0.append([(30, 25)], toRow: $0.row("01") - 1)
    },
    form("M17", "两列都叫“累计完成”", .refused, ["E25"]) { $0.append([(30, "累计完成")], toRow: FormEditor.headerRow) },
    form("M17", "多出一列“补报数”", .accepted, ["W21"], reads: same) {
      $0.append([(30, "补报数")], toRow: FormEditor.headerRow)
      $0.append([(30, 4)], toRow: $0.row("01") - 1)
    },
    form("M18", "表头“累计完成”改写成“累计完成（上月）”", .refused, ["E25"]) {
      $0.set(CellReference(row: 4, column: 9), "累计完成（上月）")
    },
    form("M18", "表头“累计完成”改写成“累计完成（截至6月底）”", .accepted, reads: same) {
      $0.set(CellReference(row: 4, column: 9), "累计完成（截至6月底）")
    },
    form(
      "M18", "表头“本期完成”改写成“本期完成（元）”", .incomplete, ["E01", "N01", "W40"],
      reads: [Read("02", .current, .decimal(FixedDecimal("3977.52")!))]
    ) {
      $0.set(CellReference(row: 4, column: 8), "本期完成（元）")
      $0.set("02", .current, 39_775_200)
      $0.set("17", .current, .blank)
    },
    form(
      "M06", "计量单位栏“万元”改成“元”", .accepted, ["N01", "W40"],
      reads: [Read("02", .current, .decimal(FixedDecimal("3977.52")!))]
    ) {
      $0.set("02", .measure, "元")
      $0.set("02", .current, 39_775_200)
    },
    typed("M06", "计量单位栏“户”改成“万元”", "01", .measure, "万元", .returned, ["E03"], as: .blank),
    form("M16", "按看得见的列排序，隐藏的编码没有跟着动", .accepted, ["W37"], reads: same) { $0.sortWithoutCodes("01", "19") },
    form("M16", "指标名称换成了别的事", .returned, ["E35"]) { $0.set("01", .indicator, "慈善超市") },
    form("M16", "没有编码的行和别的行同名", .returned, ["E07"], reads: same) {
      $0.addRow([(.indicator, "适老化改造"), (.cumulative, 3)])
    },
    form("M53", "累计填到了本期", .returned, ["E01", "E34"], reads: [Read("01", .cumulative, .blank)]) {
      $0.set("01", .cumulative, .blank)
      $0.set("01", .current, 31)
    },
    form("M53", "累计填到了完成率", .returned, ["E01", "E34"], reads: [Read("01", .cumulative, .blank)]) {
      $0.set("01", .cumulative, .blank)
      $0.set("01", .rate, 31)
    },
    form("M53", "同一行的本期、累计合并成一格", .returned, ["E01", "E34"], reads: [Read("01", .cumulative, .blank)]) {
      $0.set("01", .cumulative, .blank)
      $0.set("01", .current, 31)
      let row = $0.row("01")
      $0.replace("</mergeCells>", "<mergeCell ref=\"I\(row):J\(row)\"/></mergeCells>")
    },
    form("M53", "文字的行里填了数", .accepted, ["W21"], reads: same) { $0.set("06", .cumulative, 5) },
    form("M54", "表下写了更正", .accepted, ["W21"], reads: same) { $0.addRow([(.number, "注：走访人次实为625人次")]) },
    form("M54", "数填进了栏号行", .accepted, ["W21"], reads: same) { $0.set(CellReference(row: 5, column: 9), 31) },
    form("M54", "表下粘了两千行", .accepted, ["W21"], reads: same) {
      let rows = (200..<2200).map {
        "<row r=\"\($0)\"><c r=\"C\($0)\"><v>\($0)</v></c><c r=\"J\($0)\"><v>1</v></c></row>"
      }
      $0.replace("</sheetData>", rows.joined() + "</sheetData>")
    },
    form("M50", "一个数字上有删除线", .returned, ["E32"], reads: [Read("01", .cumulative, .blank)]) {
      $0.set(
        "01", .cumulative,
        .raw(attributes: " t=\"inlineStr\"", content: "<is><r><rPr><strike/></rPr><t>3</t></r><r><t>31</t></r></is>"))
    },
    form("M50", "数字后有上标", .returned, ["E32"], reads: [Read("01", .cumulative, .blank)]) {
      $0.set(
        "01", .cumulative,
        .raw(
          attributes: " t=\"inlineStr\"",
          content: "<is><r><t>31</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></is>"))
    },
    form("M06", "数字格式“0!.0,”，显示的是3.1", .returned, ["E33"], reads: [Read("01", .cumulative, .blank)]) {
      $0.set("01", .cumulative, 31_000)
      try $0.format("01", .cumulative, as: "0!.0,")
    },
    form("M06", "数字格式带单位“0\"万户\"”", .returned, ["E33"], reads: [Read("01", .cumulative, .blank)]) {
      try $0.format("01", .cumulative, as: "0&quot;万户&quot;")
    },
    form("M06", "数字格式带本栏的单位“0\"户\"”", .accepted, reads: same) {
      try $0.format("01", .cumulative, as: "0&quot;户&quot;")
    },
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
    form("M43", "数字落进计量单位栏", .returned, ["E18"]) { $0.set("01", .measure, 38) },
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
