import Testing

/// Periods, days and times as people type them.
@Suite struct TypedValueTests {
  @Test(arguments: [
    ("--period 2024-13", "2024-13"), ("--period 2024-06 --received 昨天", "昨天"), ("--period 2024-06 --now 今天", "今天"),
    ("--period 2023-06", "2023-06"),
  ])
  func `what cannot be read is said, and nothing is done`(options: String, word: String) throws {
    let sample = "samples/shanwei-2024"
    let run = try CommandRun(
      shell: "huizong consolidate --plan \(sample)/plan.yaml \(options) --dry-run \(sample)/submissions/2024-06")
    #expect(run.status == 2 && run.output.isEmpty && run.complaint.contains(word), "\(run.complaint)")
  }
}
