import Foundation
import Testing

/// `--history` takes one or more folders, wherever the inbox stands.
@Suite struct HistoryOptionTests {
  private static let months = "samples/shanwei-2024/submissions"

  @Test func `every order of words makes the same book`() throws {
    let orders = [
      "--history M/2024-04 M/2024-05 M/2024-06", "--history M/2024-04 --history M/2024-05 M/2024-06",
      "M/2024-06 --history M/2024-04 M/2024-05", "--history=M/2024-04 M/2024-05 M/2024-06",
    ]
    var sums: Set<String> = []
    for (index, order) in orders.enumerated() {
      let words = order.replacingOccurrences(of: "M/", with: "\(Self.months)/")
      let book = FileManager.default.temporaryDirectory.appending(path: "order-\(index)-\(UUID().uuidString).xlsx")
        .path()
      defer { try? FileManager.default.removeItem(atPath: book) }
      let run = try CommandRun(
        shell:
          "huizong consolidate --plan samples/shanwei-2024/plan.yaml --period 2024-06 \(words) -o \(book) && false "
          + "|| sha256sum < \(book)")
      sums.insert(run.output.split(separator: "\n").last.map(String.init) ?? run.complaint)
    }
    #expect(sums.count == 1 && sums.first?.hasSuffix("-") == true, "\(sums)")
  }

  @Test(arguments: ["consolidate -o none.xlsx", "watch --once"])
  func `folders of earlier periods beside a ledger are refused, not passed over`(command: String) throws {
    let run = try CommandRun(
      shell: "huizong \(command) --plan samples/shanwei-2024/plan.yaml --period 2024-06 --ledger none.sqlite "
        + "--history \(Self.months)/2024-05 -- \(Self.months)/2024-06")
    #expect(run.status == 2 && run.complaint.contains("用 --ledger 就不再写 --history"), "\(run.complaint)")
  }

  @Test func `two inboxes are refused, a folder among forms is an earlier period`() throws {
    let two = try CommandRun(
      shell: "huizong consolidate --plan samples/shanwei-2024/plan.yaml --period 2024-06 \(Self.months)/2024-05 "
        + "\(Self.months)/2024-06 -o /dev/null")
    #expect(two.status == 2 && two.complaint.contains("--history"))
    let none = try CommandRun(
      shell:
        "huizong consolidate --plan samples/shanwei-2024/plan.yaml --period 2024-06 --history \(Self.months)/2024-05 "
        + "-o none.xlsx")
    #expect(none.status == 2 && none.complaint.contains("请写明收件文件夹"))
    let check = try CommandRun(
      shell:
        "huizong check --plan samples/shanwei-2024/plan.yaml --history \(Self.months)/2024-04 \(Self.months)/2024-05 "
        + "\(Self.months)/2024-06/社会福利科6月填报表.xlsx")
    #expect(check.status == 0 && check.output.hasPrefix("\(Self.months)/2024-06/社会福利科6月填报表.xlsx："))
  }

  @Test(arguments: [
    ("M/2024-06", "是文件夹"), ("--history M/2024-05 M/2024-06", "没有要审核的文件"), ("--history M/2024-05", "huizong check"),
  ])
  func `a check of no file says so`(words: String, said: String) throws {
    let own = words.replacingOccurrences(of: "M/", with: "\(Self.months)/")
    let run = try CommandRun(shell: "huizong check --plan samples/shanwei-2024/plan.yaml \(own)")
    #expect(run.status == 2 && run.complaint.contains(said) && run.output.isEmpty, "\(run)")
  }
}
