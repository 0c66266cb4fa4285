import Consolidation
import FoundationEssentials
import Huizong
import LedgerStore
import PlanModel
import TestSupport

/// What comes in: changes (`ByteEdits`) to an archive and to the list of receipts beside it.
func fuzzIntake(_ bytes: [UInt8]) {
  let (texts, changed) = ByteEdits(bytes).applied(to: [archive, receipts])
  SmallOffice.write(texts[0], to: "\(inbox)/东县.zip")
  SmallOffice.write(texts[1], to: "\(inbox)/receipts.csv")
  let part: PartialPeriod
  do {
    part = try SmallOffice.waiting {
      try await PartialJob(
        plan: SmallOffice.plan, period: SmallOffice.period, inbox: inbox, history: [], received: SmallOffice.received,
        workers: 1
      ).run()
    }
    let again = try PartialFile.period(of: PartialFile.lines(of: part))
    precondition(again == part, "a part comes back otherwise")
  } catch let error as JobError {
    precondition(!error.message(in: .chinese).isEmpty, "refused without a word")
    return
  } catch {
    fatalError("\(error)")
  }
  if changed.isEmpty { precondition(part.candidates.count == 1, "the form is refused before anything is changed") }
  for file in part.refused { precondition(!file.findings.isEmpty, "refused without a word") }
}

private let inbox: String = {
  let folder = "\(SmallOffice.folder)/intake"
  SmallOffice.made { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
  return folder
}()

private let receipts = Array(
  "文件,收到\n东县.zip/六月/东县.xlsx,2024-07-03\n东县.zip/没有.xlsx,7月4日\n东县.zip,2024-07-05\n".utf8)

/// A folder with a form, a name in GBK, a file of nothing, two of one name, one that leads out, a workbook that is none.
private let archive: [UInt8] = {
  var gbk = ZipEntry("", "佐证")
  gbk.name = [0xCB, 0xB5, 0xC3, 0xF7] + Array(".txt".utf8)
  gbk.flags = 0
  return ZipFile([
    ZipEntry("六月/", ""), ZipEntry("六月/说明.txt", "佐证"), gbk, ZipEntry("空.xlsx", ""), ZipEntry("a.pdf", "1"),
    ZipEntry("a.pdf", "2"), ZipEntry("../../etc/x.xlsx", "x"), ZipEntry("西县.xlsx", run: 3000, after: "PK"),
    ZipEntry("六月/东县.xlsx", SmallOffice.workbook(SmallOffice.form)),
  ]).bytes
}()
