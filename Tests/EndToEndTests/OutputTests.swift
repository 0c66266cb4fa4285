import Foundation
import Testing

/// What a command may not do to files, to a terminal, and when it is interrupted.
@Suite struct OutputTests {
  /// A folder with the sample's plan, key and inbox of June.
  private final class Office {
    let path = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
      .path(percentEncoded: false)

    init() throws {
      let run = try CommandRun(
        shell: """
          mkdir -p '\(path)' && cd samples/shanwei-2024 && cp plan.yaml sample.key '\(path)' \
            && cp -r submissions/2024-06 '\(path)/inbox'
          """)
      #expect(run.status == 0, "\(run.complaint)")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func run(_ line: String) throws -> CommandRun { try CommandRun(shell: "cd '\(path)' && \(line)") }
  }

  @Test(arguments: ["plan.yaml", "sample.key", "inbox/new.xlsx", "./inbox/海丰6月.xlsx", "link.xlsx", "pipe", "/dev/null"])
  func `what a run reads, and what is no file, is never replaced`(output: String) throws {
    let office = try Office()
    let run = try office.run(
      """
      ln -s plan.yaml link.xlsx && mkfifo pipe && find . -type f -exec sha256sum {} + | sort > ../$$.txt
      huizong consolidate --plan plan.yaml --period 2024-06 -o \(output) inbox > log 2>&1; code=$?
      rm log; find . -type f -exec sha256sum {} + | sort | diff ../$$.txt - ; rm ../$$.txt; exit $code
      """)
    #expect(run.status == 2 && run.output.isEmpty, "\(run.output)\(run.complaint)")
  }

  @Test(arguments: ["-o link/x.xlsx", "-o x.xlsx --ledger inbox/l.sqlite", "-o x.xlsx --report link/r.json"])
  func `nothing is written into an inbox, by whatever way it is named`(outputs: String) throws {
    let run = try Office().run(
      """
      ln -s inbox link && ls inbox > before
      huizong consolidate --plan plan.yaml --period 2024-06 \(outputs) inbox > log 2>&1; code=$?
      ls inbox | diff before - ; exit $code
      """)
    #expect(run.status == 2 && run.output.isEmpty, "\(run.output)\(run.complaint)")
  }

  @Test(arguments: ["-o .", "-o none/x.xlsx", "-o ''", "-o x.xlsx --report x.xlsx"])
  func `what cannot be written is said before anything is done`(outputs: String) throws {
    let run = try Office().run(
      """
      ls > before; huizong consolidate --plan plan.yaml --period 2024-06 --ledger l.sqlite \(outputs) inbox; code=$?
      ls | diff before - ; exit $code
      """)
    // diff names what it wrote itself.
    #expect(run.status == 2 && !run.output.contains("l.sqlite") && !run.output.contains("x.xlsx"), "\(run.output)")
  }

  @Test(arguments: ["plan show plan.yaml", "rules list", "--help", "check --plan plan.yaml inbox/海丰6月.xlsx"])
  func `output that cannot be written is exit code 2`(command: String) throws {
    let run = try Office().run("huizong \(command) > /dev/full")
    #expect(run.status == 2 && run.complaint.contains("标准输出写不出去"), "\(run.complaint)")
  }

  @Test func `who interrupts a run leaves nothing half written, and may run it again`() throws {
    let office = try Office()
    let watch = "huizong watch --plan plan.yaml --period 2024-06 inbox"
    let run = try office.run(
      "timeout --preserve-status -s INT 2 \(watch); code=$?; find . -name '.*' -type f; exit $code")
    #expect(run.status == 130 && run.complaint.contains("已中断"), "\(run.output)\(run.complaint)")
    #expect(!run.output.contains(".writing"))
    let left = try office.run("find . -name '*正在审核*'")
    #expect(left.output.isEmpty, "\(left.output)")
    #expect(try office.run("\(watch) --once").status == 1)
  }

  @Test func `a name is shown on the terminal, and never obeyed`() throws {
    let office = try Office()
    let run = try office.run(
      """
      name="$(printf 'a\\033]0;x\\007\\342\\200\\256.xlsx')"; cp inbox/海丰6月.xlsx "$name"
      huizong check --plan plan.yaml "$name"
      """)
    #expect(run.output.contains("a␛]0;x␇⟨U+202E⟩.xlsx"), "\(run.output)\(run.complaint)")
    #expect(!run.output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 || $0.value == 0x202E })
  }
}
