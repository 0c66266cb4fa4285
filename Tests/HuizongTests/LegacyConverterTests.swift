import Consolidation
import Foundation
import PlanModel
import Testing
import Validation

@testable import Huizong

/// A program in LibreOffice's place.
@Suite struct ConversionTests {
  @Test func `a program that does not end is ended with all that it started, and the next file is converted`()
    async throws
  {
    let folder = try Folder()
    let program = "\(folder.path)/soffice"
    // Hangs on a form of one byte; of others it makes a copy.
    let script = """
      #!/bin/sh
      for last; do :; done
      if [ "$(wc -c < "$last")" -eq 1 ]; then sleep 600 & echo $! > "\(folder.path)/child"; wait; fi
      while [ "$1" != --outdir ]; do shift; done
      mkdir -p "$2" && cp "$last" "$2/form.xlsx"
      """
    try folder.write(bytes: Array(script.utf8), to: "soffice")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let office = LibreOffice(program: program)
    var limits = InputLimits.standard
    limits[.convertSeconds] = 2
    async let hung = office.xlsx(of: [1], ending: "xls", limits: limits)
    // As long as it takes on a busy machine.
    async let other = office.xlsx(of: [1, 2, 3], ending: "xls", limits: .standard)
    #expect(await hung == nil)
    #expect(await other == [1, 2, 3])
    let child = try #require(Int32(String(decoding: folder.bytes("child"), as: UTF8.self).dropLast()))
    // Gone, or left as a zombie for whoever reaps here.
    let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
    #expect(state.isEmpty || state.contains(") Z "), "\(state)")
  }
}

/// Workbooks of older kinds, read with LibreOffice where it is installed.
@Suite(.enabled(if: LegacyConverter.installed != nil, "LibreOffice is not installed")) struct LegacyConverterTests {
  /// The eastern county's form as LibreOffice saves it in another format.
  private func saved(as ending: String) throws -> [UInt8] {
    let folder = try Folder()
    try folder.write(bytes: SmallOffice.sounding().form("east"), to: "form.xlsx")
    let process = Process()
    process.executableURL = URL(filePath: try #require(LibreOffice.find()).program)
    process.arguments = [
      "--headless", "-env:UserInstallation=file://\(folder.path)/profile", "--convert-to", ending, "--outdir",
      folder.path,
      "\(folder.path)/form.xlsx",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try folder.bytes("form.\(ending)")
  }

  @Test(arguments: ["xls", "ods"])
  func `a form in an older format is read like any other, and that is said`(ending: String) async throws {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    // WPS calls its own .et; the content is that of .xls.
    office.receive(ending == "xls" ? "东县.et" : "东县.ods", try saved(as: ending))
    office.converter = .installed
    let outcome = try await office.run()
    let east = try #require(outcome.period.units.first { $0.unit.id == "east" })
    #expect(east.status == .onTime && east.files.counting.count == 1)
    let found = outcome.period.findings.filter { $0.unit == "east" }
    #expect(found.map(\.rule) == [BuiltInRule.convertedFile.rawValue], "\(found)")
    let row = try #require(east.files.counting.first?.submission.row("1.1-02"))
    #expect(row.current.figure == .decimal(FixedDecimal("3977.52")!))
    // The digest is that of the file that came in.
    #expect(row.current.origin?.digest.count == 64)
  }

  @Test func `what cannot be converted is refused with how to save it`() async throws {
    var office = try SmallOffice.sounding()
    office.receive("坏的.xls", RuleFixture.oldWorkbook)
    for converter in [nil, LegacyConverter { _, _, _ in nil }] {
      office.converter = converter
      let report = try #require(try await office.run().intake.reports.first { $0.file == "坏的.xls" })
      #expect(report.disposition == .refused)
      #expect(FindingWords(try #require(report.findings.first)).sentence().contains("另存为"))
    }
  }
}
