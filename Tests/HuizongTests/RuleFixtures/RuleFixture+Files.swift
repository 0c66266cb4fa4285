import PlanModel
import SpreadsheetML
import TestSupport
import Validation

@testable import Huizong

/// Rules about a file, and about a unit's other files.
extension RuleFixture {
  static let fileRules: [RuleFixture] = [
    office(.unreadableFile, at: []) {
      $0.receive("a.xlsx", Array("hello".utf8))
    } but: {
      $0.receive("a.txt", Array("hello".utf8))
    },
    office(.anotherPlan, at: []) { office in
      office.receive("a.xlsx", try office.form("east", plan: office.plan.replacing("某市民政局", with: "他市民政局")))
    },
    office(.anotherPeriod, at: []) { $0.receive("a.xlsx", try $0.form("east", period: Months.may)) },
    office(.convertedFile, at: []) { office in
      let form = try office.form("east")
      office.withdraw("east.xlsx")
      office.receive("east.xls", Self.oldWorkbook)
      office.converter = LegacyConverter { bytes, ending, _ in bytes == Self.oldWorkbook && ending == "xls" ? form : nil
      }
    } but: { office in
      office.converter = LegacyConverter { _, _, _ in nil }
    },
    office(.preparerChanged, at: ["B6"]) {
      $0.contacts = "单位,姓名,电话,自,至\n东县,某乙,0660-3361210,2024-01-01,\n"
    } but: {
      $0.contacts = "unit,name,phone,from,until\n东县,某乙,,,2024-06-29\n东县民政局,east甲,,2024-06-30,\n"
    },
    office(.foreignForm, at: [], also: ["N01", "W21"]) { office in
      office.plan += ForeignFormTests.coded
      office.withdraw("west.xlsx")
      office.receive("a.xlsx", ForeignFormTests.codedBook())
    },
    office(.periodUnknown, at: []) { office in
      office.plan += ForeignFormTests.coded
      office.withdraw("west.xlsx")
      office.receive("a.xlsx", ForeignFormTests.codedBook(period: "上个月"))
    },
    office(.notPreviousPlusCurrent, at: ["D3"], also: ["N14"], besides: ["N14"]) { office in
      office.plan += ForeignFormTests.bySheet
      office.withdraw("west.xlsx")
      office.receive("a.xlsx", ForeignFormTests.sheetsBook(west: "21", others: false))
    } but: { office in
      office.plan += ForeignFormTests.bySheet
      office.withdraw("west.xlsx")
      office.receive("a.xlsx", ForeignFormTests.sheetsBook(others: false))
    },
    another(.stampAltered) { $0.replace(">east<", ">west<", in: "docProps/custom.xml") },
    another(.formNotFound) { $0.parts[FormEditor.form] = WorkbookParts.sheet() },
    office(.columnMissing, at: ["A5:Q5"]) { office in
      office.receive(
        "a.xlsx", try office.form("east") { $0.set(CellReference(row: 4, column: 9), "合计数") })
    } but: { office in
      office.receive(
        "east.xlsx", try office.form("east") { $0.set(CellReference(row: 4, column: 9), "累计完成") })
    },
    office(.unitUnknown, at: ["B4"]) { office in
      office.receive("a.xlsx", try office.form("east") { try renamed(&$0, "火星局", stamped: false) })
    } but: { office in
      office.receive("east.xlsx", try office.form("east") { try renamed(&$0, "东县", stamped: true) })
    },
    office(.unitMismatch, at: ["B4"]) { office in
      office.receive("a.xlsx", try office.form("east") { try renamed(&$0, "西县民政局", stamped: true) })
    } but: { office in
      office.receive("east.xlsx", try office.form("east") { try renamed(&$0, "东县民政局办公室", stamped: true) })
    },
    office(.earlierRevision, at: []) { office in
      let earlier = office.plan.replacing("revision: 2", with: "revision: 1")
      office.receive("east.xlsx", try office.form("east", plan: earlier))
    },
    office(.duplicateFile, at: []) { $0.receive("east（最终版）.xlsx", try $0.form("east")) },
    office(.conflictingFiles, at: ["J7"]) { office in
      office.receive("east（最终版）.xlsx", try office.form("east") { $0.set("01", .cumulative, 32) })
    } but: { office in
      office.receive("east（最终版）.xlsx", try office.form("east") { $0.set("01", .cumulative, 32) }, on: "2024-07-04")
    },
    office(.wordsDiffer, at: ["M7", "N8"]) { office in
      let other = try office.form("east") { form in
        form.set("01", .progress, "另一句话")
        form.set("02", .problems, "另一句话")
      }
      office.receive("east（最终版）.xlsx", other)
    } but: { office in
      let later = try office.form("east") { $0.set("01", .progress, "另一句话") }
      office.receive("east（最终版）.xlsx", later, on: "2024-07-04")
    },
    office(.previousDiffers, at: ["H7"]) { office in
      office.remember(
        "5月.xlsx", try Months.form(office, Months.may) { $0.set("01", .cumulative, 24) }, on: "2024-06-03")
    } but: { office in
      office.remember("5月.xlsx", try Months.form(office, Months.may), on: "2024-06-03")
    },
    office(.previousCorrected, at: ["H7"]) { office in
      office.remember("5月.xlsx", try Months.form(office, Months.may), on: "2024-06-03")
      office.remember(
        "5月改.xlsx", try Months.form(office, Months.may) { $0.set("01", .cumulative, 26) }, on: "2024-06-05")
    },
    office(.monthsNotAdding, at: ["J21"]) { office in
      office.remember("4月.xlsx", try Months.form(office, Months.april), on: "2024-05-03")
      office.remember("4月改.xlsx", try Months.form(office, Months.april) { $0.set("17", .current, 4) }, on: "2024-06-10")
      office.remember("5月.xlsx", try Months.form(office, Months.may), on: "2024-06-03")
    } but: { office in
      office.remember("4月.xlsx", try Months.form(office, Months.april), on: "2024-05-03")
      office.remember("5月.xlsx", try Months.form(office, Months.may), on: "2024-06-03")
    },
    office(.farFromLastYear, at: ["J22"]) {
      $0.remember("上年.xlsx", try Months.lastYear($0, 100), on: "2023-07-03")
    } but: {
      $0.remember("上年.xlsx", try Months.lastYear($0, 90), on: "2023-07-03")
    },
  ]

  /// As little of an .xls file as the reader knows it by: the header of OLE2 and the name of its stream.
  static let oldWorkbook: [UInt8] = {
    let name = Array("Workbook".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1_016) + name
      + Array(repeating: 0, count: 496)
  }()

  /// A further file of the eastern county, spoiled; the other office has none.
  private static func another(_ rule: BuiltInRule, _ edit: @escaping @Sendable (inout FormEditor) throws -> Void)
    -> RuleFixture
  {
    office(rule, at: []) { $0.receive("a.xlsx", try $0.form("east", edit)) }
  }

  /// The head of the form names another unit; without its stamp the head is all there is.
  private static func renamed(_ form: inout FormEditor, _ name: String, stamped: Bool) throws {
    form.set(CellReference(row: 3, column: 1), .text("填报单位（盖章）：\(name)"))
    if !stamped {
      form.dropStamp()
      form.parts["xl/sharedStrings.xml"] = form.parts["xl/sharedStrings.xml"]?.replacing("东县民政局", with: name)
    }
  }
}
