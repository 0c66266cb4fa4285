import Forms
import FoundationEssentials
import PlanFile
import PlanModel
import TestSupport
import Testing
import Validation

@testable import Huizong

/// An office in June, its three units' forms filled as they should be, for a test to spoil in one place.
///
/// Every form is a workbook that our writer made; plan, inbox and earlier months lie in a folder of their own.
struct SmallOffice {
  typealias Entries = [(code: String, column: FormColumn, entry: FormEditor.Entry)]
  typealias Edit = (inout FormEditor) throws -> Void

  var plan = OfficePlan.text
  /// What stands for LibreOffice; none, so that a machine that has it says the same as one that has not.
  var converter: LegacyConverter?
  /// `contacts.csv` beside the plan.
  var contacts: String?
  private var inbox: [(name: String, bytes: [UInt8])] = []
  private var earlier: [(name: String, bytes: [UInt8])] = []
  private var receipts: [String: String] = [:]
  private var earlierReceipts: [String: String] = [:]

  static let key = SigningKey(file: "a key for tests and nothing else")!
  static let june = Period("2024-06")!

  /// 上期累计 as June's forms have it printed.
  static let previous: [String: [String: FixedDecimal]] = [
    "east": [
      "01": 25, "02": FixedDecimal("17408.9")!, "05": 2, "07": 20, "08": 12, "09": 8, "17": 10, "18": 45, "19": 500,
      "20": 260, "21": 110, "25": 100, "30": 2,
    ],
    "west": ["01": 17, "19": 300], "office": [:],
  ]

  /// What each unit fills in, by the month's own form.
  static func entries(_ unit: String) -> Entries {
    switch unit {
    case "office": [("15", .cumulative, 32)]
    case "west": [("01", .cumulative, 20), ("16", .cumulative, 12), ("19", .cumulative, 410)]
    default:
      [
        ("01", .cumulative, 31), ("01", .progress, "已改造31户"), ("01", .problems, "部分老人外出"), ("01", .nextSteps, "逐户预约"),
        ("02", .current, 3977.52), ("03", .cumulative, 120), ("04", .cumulative, "推进中"),
        ("05", .current, .day("2024-06-12")), ("06", .progress, "压实责任，召开会议2次"), ("07", .cumulative, 26),
        ("08", .cumulative, 16), ("09", .cumulative, 10), ("11", .cumulative, 38), ("12", .cumulative, 70),
        ("13", .cumulative, 92), ("14", .cumulative, 85), ("16", .cumulative, 20), ("17", .current, 3),
        ("18", .cumulative, 48), ("19", .cumulative, 620), ("20", .cumulative, 300), ("21", .cumulative, 120),
        ("23", .cumulative, 5), ("24", .cumulative, 70), ("25", .cumulative, 260), ("30", .cumulative, 4),
      ]
    }
  }

  /// The objects that 26 counts.
  static func objects(_ unit: String) -> [[FormEditor.Entry]] {
    guard unit == "east" else { return [] }
    return [
      ["台账不全", "已办结", .day("2024-06-05"), "已补齐"], ["公示不及时", "已办结", .day("2024-06-20"), .blank],
      ["档案缺件", "推进中", .blank, "7月办结"], ["收费公示缺项", "未启动", .blank, .blank],
    ]
  }

  /// A unit's form filled as it should be, then edited.
  func form(
    _ unit: String, period: Period = june, plan text: String? = nil, previous: [String: FixedDecimal]? = nil,
    line: LineFigures = LineFigures(), _ edit: Edit = { _ in }
  ) throws -> [UInt8] {
    let plan = try PlanReader().read(text ?? plan)
    let printed = previous ?? Self.previous[unit] ?? [:]
    let path = FileManager.default.temporaryDirectory.appending(path: "form-\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(
      rules: RulePackage(plan: plan), unit: #require(plan.unit(id: unit)), period: period,
      previous: Dictionary(uniqueKeysWithValues: printed.map { ("1.1-" + $0.key, $0.value) }), line: line
    ).write(to: path, key: Self.key)
    var editor = try FormEditor(Array(#require(FileManager.default.contents(atPath: path))))
    for (code, column, entry) in Self.entries(unit) { editor.set(code, column, entry) }
    editor.list(Self.objects(unit))
    if unit == "office" { editor.review(task: 0, "两县按计划推进") }
    editor.sign("填报人", .text("\(unit)甲"))
    editor.sign("审核人", .text("\(unit)乙"))
    editor.sign("联系电话", "0660-3361210")
    try edit(&editor)
    return editor.parts.bytes
  }

  /// Puts a file into the inbox.
  mutating func receive(_ name: String, _ bytes: [UInt8], on day: String? = "2024-07-03") {
    inbox.removeAll { $0.name == name }
    inbox.append((name, bytes))
    receipts[name] = day
  }

  /// Takes a file out of the inbox.
  mutating func withdraw(_ name: String) {
    inbox.removeAll { $0.name == name }
    receipts[name] = nil
  }

  /// Puts a file into the folder of earlier months.
  mutating func remember(_ name: String, _ bytes: [UInt8], on day: String) {
    earlier.append((name, bytes))
    earlierReceipts[name] = day
  }

  /// The office with every unit's sound form in its inbox, `unit`'s edited.
  init(_ unit: String = "east", _ edit: Edit = { _ in }) throws {
    for id in ["office", "east", "west"] { receive("\(id).xlsx", try form(id, id == unit ? edit : { _ in })) }
  }

  /// The sound forms, made once.
  private static let sound = Result { try SmallOffice() }
  static func sounding() throws -> SmallOffice { try sound.get() }

  /// What consolidating the inbox says.
  func run() async throws -> ConsolidateJob.Outcome {
    let folder = try Folder()
    var job = try ConsolidateJob(
      plan: lay(in: folder), period: Period("2024-06")!,
      source: .inbox("\(folder.path)/inbox", earlier: earlier.isEmpty ? [] : ["\(folder.path)/earlier"]), workers: 1)
    job.converter = converter
    // Tests look at the account of cells too.
    job.keepsForms = true
    return try await job.run()
  }

  /// Returns what in the inbox is open, into the folder `returns` of `folder`.
  func sendBack(in folder: Folder, by day: String? = nil) async throws -> ReturnJob.Outcome {
    try await ReturnJob(
      plan: lay(in: folder), period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox"),
      history: earlier.isEmpty ? [] : ["\(folder.path)/earlier"], dueBy: day.flatMap { CivilDate($0) },
      output: "\(folder.path)/returns", workers: 1
    ).run { _ in Issue.record("the office has a key") }
  }

  func lay(in folder: Folder) throws -> OpenPlan {
    try folder.write(plan, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    if let contacts { try folder.write(contacts, to: ContactBook.fileName) }
    for (place, files, dates) in [("inbox", inbox, receipts), ("earlier", earlier, earlierReceipts)] {
      let lines = dates.sorted { $0.key < $1.key }.map { "\($0.key),\($0.value)" }
      try folder.write((["file,date"] + lines).joined(separator: "\n") + "\n", to: "\(place)/receipts.csv")
      for (name, bytes) in files { try folder.write(bytes: bytes, to: "\(place)/\(name)") }
    }
    return try OpenPlan(path: "\(folder.path)/plan.yaml")
  }
}
