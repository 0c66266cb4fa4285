import Forms
import FoundationEssentials
import Glibc
import PlanModel
import Testing

@testable import Huizong

/// When the signing key is made, when it must be there, and what goes on without it.
@Suite struct KeyUseTests {
  private static let june = Period("2024-06")!

  private static let named = OfficePlan.text
  private static let unnamed = OfficePlan.text.replacing("  key: office.key\n", with: "")

  /// A folder with a plan.
  private static func office(_ text: String) throws -> Folder {
    let folder = try Folder()
    try folder.write(text, to: "plan.yaml")
    return folder
  }

  private static func issue(_ plan: OpenPlan, in folder: Folder) async throws -> (made: [String], forms: [String]) {
    let job = try TemplateJob(
      plan: plan, period: june, units: ["东县", "西县"], history: [], output: "\(folder.path)/forms", workers: 1)
    var made: [String] = []
    let forms = try await job.run { made.append($0) }
    return (made, forms.map(\.path))
  }

  @Test func `where the plan names no key, one is made once, for its owner alone, and found again`() async throws {
    let folder = try Self.office(Self.unnamed)
    let path = "\(folder.path)/plan.yaml"
    #expect(try await Self.issue(OpenPlan(path: path), in: folder).made == ["\(path).key"])
    var info = stat()
    // The call fills the structure, or fails.
    #expect(unsafe stat("\(path).key", &info) == 0 && info.st_mode & 0o777 == 0o600)
    let again = try OpenPlan(path: path)
    #expect(again.key != nil)
    #expect(try await Self.issue(again, in: folder).made == [])
    #expect(folder.names == ["forms", "plan.yaml", "plan.yaml.key"])
  }

  @Test func `two runs that make the key at once take the same`() async throws {
    let folder = try Self.office(Self.unnamed)
    let plans = try (0..<2).map { _ in try OpenPlan(path: "\(folder.path)/plan.yaml") }
    let ids = try plans.map { try $0.signingKey { _ in }.id }
    #expect(try ids == [ids[0], ids[0]] && ids[0] == OpenPlan(path: "\(folder.path)/plan.yaml").key?.id)
  }

  @Test func `a key that the plan names and that is not there stops everything, and none is made`() throws {
    let folder = try Self.office(Self.named)
    let error = #expect(throws: JobError.self) { try OpenPlan(path: "\(folder.path)/plan.yaml") }
    #expect(error?.code == .missingKey)
    for language in [Language.chinese, .english] {
      let message = error?.message(in: language) ?? ""
      #expect(message.contains("\(folder.path)/office.key") && message.contains("--without-key"))
    }
    #expect(folder.names == ["plan.yaml"])
    let stated = #expect(throws: JobError.self) {
      try OpenPlan(path: "\(folder.path)/plan.yaml", keyPath: "\(folder.path)/other.key")
    }
    #expect(stated?.code == .missingKey && stated?.message(in: .chinese).contains("other.key") == true)
  }

  @Test func `without the key a run goes on, says so in its report, and signs nothing`() async throws {
    let folder = try Self.office(Self.named)
    try folder.write("0123456789abcdef", to: "office.key")
    let path = "\(folder.path)/plan.yaml"
    let inbox = try await Self.issue(OpenPlan(path: path), in: folder).forms
    #expect(inbox.count == 2)
    func report(_ plan: OpenPlan) async throws -> String {
      try await ConsolidateJob(
        plan: plan, period: Self.june, source: .inbox("\(folder.path)/forms", earlier: []), workers: 1
      ).run().report(language: .chinese)
    }
    #expect(try await !report(OpenPlan(path: path)).contains("withoutKey"))
    FileAccess.remove("\(folder.path)/office.key")
    let plan = try OpenPlan(path: path, withoutKey: true)
    let told = try await report(plan)
    #expect(told.contains("\"withoutKey\" : true") && told.contains("\"read\" : 2"))
    await #expect(throws: JobError(.noKeyToSign, "\(folder.path)/office.key")) {
      try await Self.issue(plan, in: folder)
    }
    #expect(folder.names == ["forms", "plan.yaml"])
  }

  @Test(arguments: ["\u{FEFF}0123456789abcdef", "0123456789abcdef\r\n", "\u{FEFF}# 密钥\r\n0123456789abcdef\r\n\r\n"])
  func `marks and line ends of an editor make no other key`(text: String) throws {
    let folder = try Self.office(Self.named)
    try folder.write("0123456789abcdef", to: "office.key")
    let key = try OpenPlan(path: "\(folder.path)/plan.yaml").key?.id
    try folder.write(text, to: "office.key")
    #expect(try OpenPlan(path: "\(folder.path)/plan.yaml").key?.id == key)
  }

  @Test func `where no stamp is genuine, the key is what to look at first`() async throws {
    let folder = try Self.office(Self.named)
    let path = "\(folder.path)/plan.yaml"
    try folder.write("0123456789abcdef", to: "office.key")
    let forms = try await Self.issue(OpenPlan(path: path), in: folder).forms
    func hint(_ files: [String]) async throws -> String? {
      let plan = try OpenPlan(path: path)
      return try await CheckJob(plan: plan, period: Self.june, history: [], files: files, workers: 1).run()
        .keyHint(plan, in: .chinese)
    }
    #expect(try await hint(forms) == nil)
    try folder.write("fedcba9876543210", to: "office.key")
    #expect(try await hint(forms)?.contains("\(folder.path)/office.key") == true)
    // One alone may well be altered.
    #expect(try await hint(Array(forms.prefix(1))) == nil)
  }
}
