import Forms
import PlanModel
import TestSupport
import Testing
import XLSXReading

@testable import Huizong

/// What a clerk's cell may hold and ours cannot stops one file at most, never everybody's returns.
@Suite struct UnusableTextTests {
  static let texts: [(name: String, markup: String)] = [
    ("a null", "走访_x0000_26户"), ("control characters", "走访_x0007__x001B_26户"), ("half a surrogate", "走访_xD83D_26户"),
    ("no character", "走访_xFFFF_26户"), ("an escaped escape", "走访_x005F_x0041_26户"), ("a break", "走访_x000D_&#10;26户"),
    ("a long text", String(repeating: "走", count: 40_000)),
    ("a long text of escapes", String(repeating: "_x0001_", count: 20_000)),
    ("a face", "😀" + String(repeating: "👨‍👩‍👧", count: 6_000)),
  ]

  @Test(arguments: texts.map(\.name))
  func `a return is written all the same, and so are those of the others`(name: String) async throws {
    let markup = try #require(Self.texts.first { $0.name == name }?.markup)
    var office = try SmallOffice.sounding()
    for unit in ["east", "west"] {
      let form = try office.form(unit) { editor in
        editor.set("01", .cumulative, "若干")
        editor.set("01", .progress, "占位文字")
        editor.set("01", .problems, "占位文字")
        editor.sign("填报人", "占位文字")
      }
      guard unit == "east" else {
        office.receive("west.xlsx", form)
        continue
      }
      var parts = WorkbookParts()
      let archive = try ArchiveReader(bytes: form)
      parts.parts = try archive.entries.filter { !$0.isFolder }.map { ($0.name, try archive.read($0)) }
      for part in parts.parts.map(\.name) where part.hasSuffix(".xml") {
        parts[part] = parts[part]?.replacing("占位文字", with: markup)
      }
      office.receive("east.xlsx", parts.bytes)
    }
    let folder = try Folder()
    let outcome = try await office.sendBack(in: folder)
    #expect(outcome.returns.map(\.workbook?.state) == [.written, .written])
    for item in outcome.returns {
      let path = try #require(item.workbook?.path)
      #expect(try Workbook(path: path).worksheets.count > 3)
      #expect(IssuedForm.isUntouched(try folder.bytes("returns/\(item.workbook?.name ?? "")")))
    }
    let run = try await office.run()
    try run.period.writeBook(to: "\(folder.path)/book.xlsx", split: true)
  }
}
