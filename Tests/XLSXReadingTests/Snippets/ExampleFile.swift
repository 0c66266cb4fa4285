import FoundationEssentials
import TestSupport

/// The workbook that the articles speak of, as a file: a form of one indicator table, its title merged, one row hidden.
enum ExampleFile {
  static let parts: WorkbookParts = {
    let form = """
      <row r="1"><c r="A1" t="s"><v>0</v></c></row>\
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="s"><v>3</v></c><c r="D2" t="s"><v>4</v></c></row>\
      <row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3"><v>120</v></c><c r="C3" s="1"><v>45322</v></c></row>\
      <row r="4" hidden="1"><c r="A4" t="s"><v>6</v></c><c r="B4"><v>80.5</v></c><c r="D4" t="inlineStr"><is><t>上半年</t></is></c></row>\
      <row r="5"><c r="A5" t="s"><v>7</v></c><c r="B5"><f>SUM(B3:B4)</f><v>200.5</v></c></row>
      """
    let texts = ["2024 年任务", "责任单位", "目标值", "日期", "备注", "城区民政局", "陆丰市民政局", "合计"]
    return WorkbookParts(
      sheets: [
        ("填报表", WorkbookParts.sheet(rows: form, around: #"<mergeCells><mergeCell ref="A1:D1"/></mergeCells>"#)),
        ("说明", WorkbookParts.sheet(rows: #"<row r="1"><c r="A1" t="b"><v>1</v></c></row>"#)),
      ], strings: texts.map { "<si><t>\($0)</t></si>" }.joined(), styles: WorkbookParts.styles(ids: [14]))
  }()

  /// Writes the parts to a file for as long as `body` runs.
  static func at<Result>(
    _ parts: WorkbookParts = parts, _ body: (String) async throws -> Result
  ) async throws -> Result {
    let name = "huizong-example-\(UInt64.random(in: 0..<(.max))).xlsx"
    let path = FileManager.default.temporaryDirectory.appending(path: name).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(parts.bytes).write(to: URL(filePath: path))
    return try await body(path)
  }
}
