import Foundation
import Testing

/// What the README shows is what happens.
@Suite struct ReadmeTests {
  /// A command of a `console` block with what the README prints below it.
  struct Example: CustomStringConvertible {
    let command: String
    let output: [Substring]
    var description: String { command }
  }

  /// Fenced blocks of a language, in order.
  private static func blocks(_ language: String) throws -> [[Substring]] {
    var blocks: [[Substring]] = []
    var isInside = false
    for line in try CommandRun.text("README.md").split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```\(language)" {
        isInside = true
        blocks.append([])
      } else if line == "```" {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  private static func examples() throws -> [Example] {
    try blocks("console").flatMap { block in
      var examples: [Example] = []
      for line in block {
        if line.hasPrefix("$ ") {
          examples.append(Example(command: String(line.dropFirst(2)), output: []))
        } else if let last = examples.popLast() {
          examples.append(Example(command: last.command, output: last.output + [line]))
        }
      }
      return examples
    }
  }

  @Test func `every command of the README prints what the README says`() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 6)
    for example in examples {
      let run = try CommandRun(shell: example.command)
      var printed = run.output.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      if printed.last == "" { printed.removeLast() }
      // A line with … alone stands for the rest.
      if example.output.last == "…" {
        let shown = example.output.dropLast()
        #expect(Array(printed.prefix(shown.count)) == Array(shown), "\(example.command)\n\(run.complaint)")
        #expect(printed.count > shown.count, "\(example.command) prints more than is shown")
      } else {
        #expect(printed == example.output, "\(example.command)\n\(run.complaint)")
      }
    }
  }

  @Test func `every subcommand has help in both languages and a line in the README`() throws {
    let readme = try CommandRun.text("README.md")
    for command in [
      "plan check", "plan show", "plan allocate", "plan export", "plan import", "template", "check", "return",
      "consolidate", "partial", "merge", "status", "watch", "report", "bulletin", "recheck", "ledger verify",
      "ledger history",
      "ledger diff",
      "ledger choose", "ledger restore", "ledger enter", "ledger export", "dump", "rules list",
      "layout infer",
      "rules explain",
      "rules test",
      "rules compare",
    ] {
      let help = try CommandRun(shell: "huizong help \(command)")
      #expect(help.status == 0 && help.output.contains("OVERVIEW"), "\(command)")
      #expect(
        help.output.contains { $0 >= "一" && $0 <= "龥" } && help.output.contains(" / "), "\(command) says it in both")
      #expect(readme.contains("huizong \(command)"), "\(command)")
    }
    let all = try CommandRun(shell: "huizong --help").output
    let listed = all.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("-h") && !$0.contains("See")
    }
    #expect(listed.count == 16, "a subcommand came in that this test does not know: \(listed)")
  }

  @Test func `the Swift example of the README is the one that is compiled`() throws {
    let shown = try #require(Self.blocks("swift").first).joined(separator: "\n")
    let source = try CommandRun.text("Tests/EndToEndTests/ReadmeExample.swift")
    let body = try #require(source.components(separatedBy: "// README\n").dropFirst().first)
    let lines = body.components(separatedBy: "\n").map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : $0 }
    let compiled = lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(source.contains("import Huizong\n"))
    #expect("import Huizong\n\n" + compiled == shown)
  }

  @Test func `the Swift example of the README runs`() async throws {
    let book = CommandRun.root.appending(path: "out/summary.xlsx")
    // Its paths begin at the root of the repository, as the README's do.
    #expect(FileManager.default.changeCurrentDirectoryPath(CommandRun.root.path()))
    try FileManager.default.createDirectory(at: book.deletingLastPathComponent(), withIntermediateDirectories: true)
    try await ReadmeExample.run()
    #expect(FileManager.default.fileExists(atPath: book.path()))
  }
}
