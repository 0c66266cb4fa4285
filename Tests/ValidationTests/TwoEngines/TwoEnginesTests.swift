import Foundation
import Testing

@testable import Validation

/// One expression, two engines: random rules over random figures, judged by the validator and by LibreOffice.
///
/// `HUIZONG_TWO_ENGINES` says over how many pairs; without it nothing runs, as LibreOffice and openpyxl are needed.
@Suite struct TwoEnginesTests {
  static let pairs = ProcessInfo.processInfo.environment["HUIZONG_TWO_ENGINES"].flatMap { Int($0) } ?? 0
  static let seed = ProcessInfo.processInfo.environment["HUIZONG_SEED"].flatMap { UInt64($0) } ?? 20_240_630

  @Test(.enabled(if: pairs > 0))
  func `the validator and a spreadsheet agree on every rule`() throws {
    var (pairs, census, refused) = ([RulePair](), Census(), 0)
    var random = Scrambler(seed: Self.seed)
    while pairs.count < Self.pairs {
      do {
        pairs.append(try RulePair(seed: random.next(), row: pairs.count))
        census.add(pairs[pairs.count - 1])
      } catch let refusal as FormulaRefusal {
        #expect(refusal == .tooLong || refusal == .tooDeep)
        refused += 1
      }
    }
    let disagreements = try Self.disagreements(pairs)
    for (index, found) in disagreements.prefix(10) {
      print("disagreement: validator \(pairs[index].verdict), spreadsheet \(found); \(pairs[index].description)")
    }
    print(Self.report(pairs, census, refused: refused, disagreements: disagreements.count))
    #expect(disagreements.isEmpty)
    Self.expectWide(pairs, census, refused: refused)
  }

  /// The pairs on which the engines differ. First the harness shows that it would see one: the stored result of every
  /// formula is wrong, and behind the pairs stand formulas whose result is known, one of them with its words swapped.
  private static func disagreements(_ pairs: [RulePair]) throws -> [(Int, PairBook.Found)] {
    let swapped = try #require(pairs.firstIndex { $0.verdict != .notApplicable && $0.when == nil })
    let words = pairs[swapped].formula.replacing("\"OK\"", with: "\"?\"")
      .replacing("\"不符\"", with: "\"OK\"").replacing("\"?\"", with: "\"不符\"")
    var formulas = pairs.map { (verdict: $0.formula, holds: $0.holds, fails: $0.fails) }
    formulas.append((words, pairs[swapped].fails, pairs[swapped].holds))
    formulas.append(("IF(1+1=2,\"two\",\"other\")", "1+1=2", "1+1=3"))
    let found = try PairBook.recalculated(formulas, pairs)
    try #require(found.count == formulas.count)
    try #require(found.last == .init(verdict: "two", holds: "TRUE", fails: "FALSE"), "stored results were believed")
    try #require(
      !agree(pairs[swapped], found[pairs.count]) && agree(pairs[swapped], found[swapped]),
      "a planted disagreement was not noticed")
    return pairs.indices.filter { !agree(pairs[$0], found[$0]) }.map { ($0, found[$0]) }
  }

  private static func agree(_ pair: RulePair, _ found: PairBook.Found) -> Bool {
    let words: [ConditionResult: String] = [.holds: "OK", .fails: "不符", .notApplicable: ""]
    return found.verdict == words[pair.verdict] && found.holds == (pair.truth == .holds ? "TRUE" : "FALSE")
      && found.fails == (pair.truth == .fails ? "TRUE" : "FALSE")
  }

  private static func share(_ count: Int, of whole: Int) -> Int { whole == 0 ? 0 : count * 100 / whole }

  private static func failing(_ pairs: [RulePair]) -> (judged: Int, failing: Int) {
    (pairs.count { $0.truth != .notApplicable }, pairs.count { $0.truth == .fails })
  }

  private static func report(_ pairs: [RulePair], _ census: Census, refused: Int, disagreements: Int) -> String {
    let (judged, failing) = failing(pairs)
    let special = pairs.count(where: \.isSpecial)
    let counts = census.counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { "\($0.key) \($0.value)" }
    return """
      two engines: seed \(seed), \(pairs.count) pairs of a rule and a submission, \(disagreements) disagreements
      verdicts: \(judged - failing) hold, \(failing) fail (\(share(failing, of: judged)) % of those judged), \
      \(pairs.count - judged) not applicable; with blank, 0, 无 or — \(special) (\(share(special, of: pairs.count)) %)
      refused as too long or too deep, and made anew: \(refused)
      how many rules use what: \(counts.joined(separator: ", "))
      """
  }

  /// The run is worth something only if it went everywhere: from 2,000 pairs on each part of the language stands in 50
  /// rules, in fewer pairs in as many fewer.
  private static func expectWide(_ pairs: [RulePair], _ census: Census, refused: Int) {
    let least = min(50, pairs.count * 50 / 2_000)
    for (label, count) in census.counts { #expect(count >= least, "\(label)") }
    let (judged, failing) = failing(pairs)
    #expect((30...70).contains(share(failing, of: judged)))
    #expect(judged * 2 >= pairs.count)
    #expect(share(pairs.count(where: \.isSpecial), of: pairs.count) >= 20)
    #expect(refused * 10 <= pairs.count)
  }
}
