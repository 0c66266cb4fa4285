internal import Consolidation
internal import FoundationEssentials
internal import LedgerStore
internal import PlanFile
internal import Reports

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Processor time of writing one summary over and over, from a part that `huizong partial` wrote.
struct BookWriting {
  let plan: String
  let partial: String
  let output: String
  let times: Int

  /// - Returns: a line of JSON: writings, milliseconds of processor time of one, content, layout and packing together.
  func run() throws -> String {
    let plan = try PlanReader().read(contentsOf: plan)
    let known = try PartialFile.period(of: FileManager.default.contents(atPath: partial).map(Array.init) ?? [])
    let period = try Consolidator(
      plan: plan, period: known.basis.period, previous: known.previous, earlier: known.earlier
    ).consolidate(known.candidates, refused: known.refused)
    let start = clock()
    for _ in 0..<times { try SummaryBook(period: period).write(to: output) }
    let microseconds = (clock() - start) * 1_000_000 / Int(CLOCKS_PER_SEC) / times
    return #"{"writings":\#(times),"microseconds":\#(microseconds)}"#
  }
}
