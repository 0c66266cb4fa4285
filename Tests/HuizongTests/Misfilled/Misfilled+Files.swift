import Huizong
import PlanModel
import SpreadsheetML
import TestSupport
import Validation

/// Files: what they are called, of what kind and of when they are.
extension Misfilled {
  static let files: [Misfilled] = [
    office("M29", "计划旧版的模板", .accepted, ["N06"]) { office in
      let earlier = office.plan.replacing("revision: 2", with: "revision: 1")
      office.receive("east.xlsx", try office.form("east", plan: earlier))
    },
    office("M29", "上个月的模板", .refused, ["E22"], file: "五月.xlsx") {
      $0.receive("五月.xlsx", try $0.form("east", period: Months.may))
    },
    office("M30", "用了别的县的模板", .refused, ["E27"], file: "a.xlsx") { office in
      office.receive(
        "a.xlsx",
        try office.form("east") { $0.set(CellReference(row: 3, column: 1), "填报单位（盖章）：西县民政局") })
    },
    office("M31", "同一份又报一次，名叫最终版", .accepted, ["N07"], file: "east（最终版）.xlsx") {
      $0.receive("east（最终版）.xlsx", try $0.form("east"))
    },
    office("M31", "两份数不同，同一天收到", .accepted, ["W19"]) { office in
      office.receive("east（最终版2）.xlsx", try office.form("east") { $0.set("01", .cumulative, 32) })
    },
    office("M32", "文件名是“新建 XLSX 工作表.xlsx”", .accepted, file: "新建 XLSX 工作表.xlsx") {
      $0.receive("新建 XLSX 工作表.xlsx", try $0.form("east") { $0.set("01", .cumulative, 32) }, on: "2024-07-04")
    },
    office("M33", "老格式.xls（OLE2）", .refused, ["E20"], file: "a.xlsx") {
      $0.receive("a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1_024))
    },
    office("M34", "后缀是.xlsx，内容是网页", .refused, ["E20"], file: "a.xlsx") {
      $0.receive("a.xlsx", Array("<html><table><tr><td>31</td></tr></table></html>".utf8))
    },
    office("M35", "加了打开口令", .refused, ["E20"], file: "a.xlsx") { office in
      let name = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1_016)
      bytes += name + Array(repeating: 0, count: 480)
      office.receive("a.xlsx", bytes)
    },
    office("M36", "压缩包改名为.xlsx", .refused, ["E20"], file: "a.xlsx") {
      $0.receive("a.xlsx", ZipFile([ZipEntry("填报表.txt", Array("31".utf8))]).bytes)
    },
    form("M39", "单位名写成简称，标识丢了", .accepted, ["W17"]) {
      $0.dropStamp()
      $0.parts["xl/sharedStrings.xml"] = $0.parts["xl/sharedStrings.xml"]?.replacing("东县民政局", with: "东县")
    },
    office("M39", "单位名认不出，标识丢了", .refused, ["E26"], file: "a.xlsx") { office in
      office.receive(
        "a.xlsx",
        try office.form("east") {
          $0.dropStamp()
          $0.parts["xl/sharedStrings.xml"] = $0.parts["xl/sharedStrings.xml"]?.replacing("东县民政局", with: "火星局")
        })
    },
  ]

  static let lists: [Misfilled] = [
    office(
      "M58", "标识丢了，上期累计抄错（17408.9写成12386.42）", .accepted, ["W09", "W17"],
      reads: [Misfilled.Read("02", .cumulative, .decimal(FixedDecimal("21386.42")!))]
    ) { office in
      office.remember("5月.xlsx", try Months.form(office, Months.may), on: "2024-06-03")
      office.receive(
        "east.xlsx",
        try office.form("east") {
          $0.dropStamp()
          $0.set("02", .previous, 12386.42)
        })
    },
    office("M60", "收件登记被Excel另存成“2024/7/3 9:30”", .accepted) {
      $0.receive("east.xlsx", try $0.form("east"), on: "2024/7/3 9:30")
    },
  ]

  static let people: [Misfilled] = [
    office("M45", "两个县的数一模一样", .accepted, ["W11"], file: "west.xlsx") { office in
      office.receive("office.xlsx", try office.form("office") { $0.set("15", .cumulative, 40) })
      office.receive(
        "west.xlsx",
        try office.form("west") { form in
          for (code, value) in [("01", 31), ("16", 20), ("19", 620)] {
            form.set(code, .cumulative, .number("\(value)"))
          }
        })
    }
  ]
}
