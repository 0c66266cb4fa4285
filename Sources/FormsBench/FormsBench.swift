internal import Forms
internal import FoundationEssentials
internal import PlanFile
internal import PlanModel
internal import Validation

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Processor time of reading submissions, and of checking what was read: files already in memory, one thread; and of
/// writing a summary. Makes large ledgers too.
@main
enum FormsBench {
  /// Runs what the command line asks for:
  /// - `FormsBench PLAN FOLDER COUNT`: the forms of the folder over and over, up to COUNT.
  /// - `FormsBench ledger FOLDER COUNT`: a plan and a ledger with a year of submissions, COUNT of them.
  /// - `FormsBench cells CELLS OUTPUT TIMES`: a list of cells, written that many times.
  /// - `FormsBench book PLAN PARTIAL OUTPUT TIMES`: the summary of a part, written that many times.
  /// - `FormsBench quantities`: lines of JSON on standard input, `{"text": "31户", "measure": "户"}`, each read by the
  ///   grammar of quantities.
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    if words.count == 1, words[1] == "quantities" {
      do {
        try QuantityLines().run()
      } catch {
        print("\(error)")
        exit(2)
      }
      return
    }
    if words.count == 4, words[1] == "cells", let times = Int(words[4]), times > 0 {
      do {
        print(try CellsWriting(list: words[2], output: words[3], times: times).run())
      } catch {
        print("\(error)")
        exit(2)
      }
      return
    }
    if words.count == 5, words[1] == "book", let times = Int(words[5]), times > 0 {
      do {
        print(try BookWriting(plan: words[2], partial: words[3], output: words[4], times: times).run())
      } catch {
        print("\(error)")
        exit(2)
      }
      return
    }
    if words.count == 3, words[1] == "ledger", let count = Int(words[3]), count >= 12 {
      do {
        print(#"{"submissions":\#(try LargeLedger(folder: words[2], counties: count / 12).write())}"#)
      } catch {
        print("\(error)")
        exit(2)
      }
      return
    }
    guard words.count == 3, let count = Int(words[3]), count > 0 else {
      print(
        "usage: FormsBench PLAN FOLDER COUNT | FormsBench ledger FOLDER COUNT | FormsBench book PLAN PARTIAL OUTPUT TIMES"
          + " | FormsBench cells CELLS OUTPUT TIMES | FormsBench quantities"
      )
      exit(2)
    }
    do throws(PlanFileError) {
      print(try run(plan: words[1], folder: words[2], count: count))
    } catch {
      print(error.message(file: words[1], in: .english))
      exit(2)
    }
  }

  /// - Returns: a line of JSON: submissions, findings, milliseconds of processor time of each step, checking ÷ reading.
  private static func run(plan path: String, folder: String, count: Int) throws(PlanFileError) -> String {
    let plan = try PlanReader().read(contentsOf: path)
    let rules = RulePackage(plan: plan)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".xlsx") }.sorted().compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/\(name)").map { (name, Array($0)) }
    }
    let reader = SubmissionReader(plan: plan, period: nil, key: nil)
    var (reading, checking, submissions, findings) = (0, 0, 0, 0)
    while submissions < count, !files.isEmpty {
      let before = submissions
      for (name, bytes) in files where submissions < count {
        let start = clock()
        let read = reader.read(bytes: bytes, file: name)
        reading += clock() - start
        guard case .form(let form) = read else { continue }
        submissions += 1
        let middle = clock()
        findings += check(form, rules)
        checking += clock() - middle
      }
      // Of refused files alone there would be no end.
      if submissions == before { break }
    }
    let scale = Int(CLOCKS_PER_SEC) / 1000
    let ratio = reading == 0 ? 0 : (checking * 1000 / reading)
    return
      #"{"submissions":\#(submissions),"findings":\#(findings),"readingMs":\#(reading / scale),"checkingMs":\#(checking / scale),"thousandths":\#(ratio)}"#
  }

  /// Counts the findings of everything that is asked of a submission by itself, as a check asks it.
  private static func check(_ form: ReadForm, _ rules: RulePackage) -> Int {
    let submission = form.submission
    let checker = SubmissionChecker(rules: rules, period: submission.period)
    let known =
      rules.settled(form.findings, of: submission)
      + rules.settled(checker.compare(submission, with: EarlierFigures()), of: submission)
    return rules.withoutEchoes(known + checker.check(submission, known: known)).count
  }
}
