import Consolidation
import Forms
import FoundationEssentials
import Huizong
import LedgerStore
import PlanModel

/// What `huizong partial` writes: changes to a part (`ByteEdits`), with a last line that proves what they left.
func fuzzPart(_ bytes: [UInt8]) {
  let (lines, _) = ByteEdits(bytes).applied(to: lines)
  let content = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  let foot = #"{"digest":"\#(Digest.hex(of: content))","files":\#(lines.count - 1)}"# + "\n"
  let part: PartialPeriod
  do throws(PartialFile.Problem) {
    part = try PartialFile.period(of: content + Array(foot.utf8))
  } catch {
    return
  }
  do {
    let written = try PartialFile.lines(of: part)
    let again = try PartialFile.period(of: written)
    precondition(again == part, "a part that is written once more is another")
    _ = try part.tellingNamesApart()
  } catch {
    fatalError("a part that was read cannot be written: \(error)")
  }
  guard part.basis.period == SmallOffice.period else { return }
  _ = try? Consolidator(
    plan: SmallOffice.plan.plan, period: part.basis.period, previous: part.previous, earlier: part.earlier
  ).consolidate(part.candidates, refused: part.refused)
}

/// The lines of a part without the last: its head, a form, a file that was refused, an attachment.
private let lines: [[UInt8]] = {
  let inbox = "\(SmallOffice.folder)/part"
  SmallOffice.made { try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true) }
  SmallOffice.write(SmallOffice.workbook(SmallOffice.form), to: "\(inbox)/东县.xlsx")
  SmallOffice.write(Array("no workbook".utf8), to: "\(inbox)/西县.xlsx")
  SmallOffice.write(Array("佐证".utf8), to: "\(inbox)/说明.txt")
  let bytes = SmallOffice.made {
    try PartialFile.lines(
      of: SmallOffice.waiting {
        try await PartialJob(
          plan: SmallOffice.plan, period: SmallOffice.period, inbox: inbox, history: [], received: SmallOffice.received,
          workers: 1
        ).run()
      })
  }
  return bytes.split(separator: UInt8(ascii: "\n")).dropLast().map(Array.init)
}()
