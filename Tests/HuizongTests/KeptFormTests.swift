import Forms
import FoundationEssentials
import PlanModel
import TestSupport
import Testing

@testable import Huizong

/// A form that somebody has filled in place is never written over by accident.
@Suite struct KeptFormTests {
  private func job(
    _ folder: Folder, history: [String] = [], replacing: Bool = false, units: [String] = []
  ) throws -> TemplateJob {
    try TemplateJob(
      plan: OpenPlan(path: "\(folder.path)/plan.yaml"), period: Period("2024-06")!, units: units, history: history,
      output: "\(folder.path)/forms", replacing: replacing, workers: 1)
  }

  private func office() throws -> Folder {
    let folder = try Folder()
    _ = try SmallOffice.sounding().lay(in: folder)
    return folder
  }

  private func east(_ forms: [TemplateJob.Form]) throws -> TemplateJob.Form {
    try #require(forms.first { $0.unit.id == "east" })
  }

  @Test func `an untouched form is written anew, also where the new one is another`() async throws {
    let folder = try office()
    let first = try await job(folder).run { _ in }
    #expect(first.allSatisfy { $0.state == .written })
    for form in first {
      #expect(IssuedForm.isUntouched(try folder.bytes("forms/\(form.path.split(separator: "/").last ?? "")")))
    }
    let again = try await job(folder).run { _ in }
    #expect(again == first)
    // Another contact, another target, other figures of the month before.
    try folder.write("东县,丁某,0660-3361299\n", to: ContactBook.fileName)
    try folder.write(OfficePlan.text.replacing("revision: 1", with: "revision: 2"), to: "plan.yaml")
    let other = try await job(folder, history: []).run { _ in }
    #expect(other.allSatisfy { $0.state == .written })
  }

  static let edits: [(name: String, edit: @Sendable (inout FormEditor) throws -> Void)] = [
    ("a figure", { $0.set("01", .cumulative, 31) }), ("a word", { $0.set("01", .problems, "外出") }),
    ("0", { $0.set("01", .cumulative, 0) }), ("who filled it", { $0.sign("填报人", "丁某") }),
    ("an object", { $0.list([["台账不全", "已办结", .day("2024-06-05"), .blank]]) }),
  ]

  @Test(arguments: edits.map(\.name))
  func `one with something in it stays as it is, is said, and stops no other`(name: String) async throws {
    let folder = try office()
    let form = try east(try await job(folder).run { _ in })
    let file = "forms/\(form.path.split(separator: "/").last ?? "")"
    var editor = try FormEditor(folder.bytes(file))
    try Self.edits.first { $0.name == name }?.edit(&editor)
    try folder.write(bytes: editor.parts.bytes, to: file)
    let forms = try await job(folder).run { _ in }
    #expect(try east(forms).state == .kept && forms.filter { $0.state == .written }.count == forms.count - 1)
    #expect(try folder.bytes(file) == editor.parts.bytes)
    #expect(try east(forms).state.trouble(form.path, .chinese)?.contains("--replace") == true)
    #expect(try east(try await job(folder, replacing: true).run { _ in }).state == .written)
    #expect(IssuedForm.isUntouched(try folder.bytes(file)))
  }

  @Test func `what is none of our forms stays too`() async throws {
    let folder = try office()
    let form = try east(try await job(folder).run { _ in })
    let file = "forms/\(form.path.split(separator: "/").last ?? "")"
    for bytes in [TableBook.bytes([["指标", "累计"], ["甲", "3"]]), Array("不是工作簿".utf8), []] {
      try folder.write(bytes: bytes, to: file)
      #expect(try east(try await job(folder).run { _ in }).state == .kept)
      #expect(try folder.bytes(file) == bytes)
    }
  }

  @Test func `nothing is written through a link, or over a file of another kind, whatever is asked for`() async throws {
    let folder = try office()
    let form = try east(try await job(folder).run { _ in })
    let file = "forms/\(form.path.split(separator: "/").last ?? "")"
    let table = TableBook.bytes([["指标", "累计"], ["甲", "3"]])
    try folder.write(bytes: table, to: file)
    #expect(try east(try await job(folder, replacing: true).run { _ in }).state == .foreign)
    #expect(try folder.bytes(file) == table)
    try FileManager.default.removeItem(atPath: form.path)
    try folder.write("secret", to: "a.key")
    try FileManager.default.createSymbolicLink(
      atPath: form.path, withDestinationPath: "\(folder.path)/a.key")
    let again = try east(try await job(folder, replacing: true).run { _ in })
    #expect(again.state == .foreign && again.state.trouble(again.path, .chinese)?.contains("链接") == true)
    #expect(try folder.bytes("a.key") == Array("secret".utf8))
  }

  @Test func `a return that was mended in place stays, and its message does not speak of a workbook`() async throws {
    let folder = try Folder()
    let office = try SmallOffice { editor in editor.set("01", .cumulative, "若干") }
    let first = try await office.sendBack(in: folder)
    let workbook = try #require(first.returns.first?.workbook)
    #expect(workbook.state == .written)
    let again = try await office.sendBack(in: folder)
    #expect(again.returns.first?.workbook?.state == .written)
    var editor = try FormEditor(folder.bytes("returns/\(workbook.name)"))
    editor.set("01", .cumulative, 33)
    try folder.write(bytes: editor.parts.bytes, to: "returns/\(workbook.name)")
    let third = try await office.sendBack(in: folder)
    #expect(third.returns.first?.workbook?.state == .kept && third.needsSomebody)
    #expect(try folder.bytes("returns/\(workbook.name)") == editor.parts.bytes)
    #expect(!third.messages[0].contains(workbook.name) && third.messages[0].contains("若干"))
    #expect(third.text(language: .chinese).contains("--replace"))
  }
}
