import Foundation
import Testing

/// What the README and the document of the commands show is what happens. One test after the other: they share `out/`.
@Suite(.serialized) struct ReadmeTests {
  /// A command of a `console` block with what the document prints below it.
  struct Example: CustomStringConvertible {
    var command: String
    var output: [Substring] = []
    var description: String { command }

    /// The command goes on in the next line.
    var isOpen: Bool { output.isEmpty && command.hasSuffix("\\") }
  }

  private static let readme = "README.md"
  private static let commands = "Sources/HuizongCLI/README.md"

  private static func lines(_ document: String) throws -> [Substring] {
    try CommandRun.text(document).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Fenced blocks of a language, in order.
  private static func blocks(_ language: String, in document: String) throws -> [[Substring]] {
    var blocks: [[Substring]] = []
    var isInside = false
    for line in try lines(document) {
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

  private static func examples(in document: String) throws -> [Example] {
    try blocks("console", in: document).flatMap { block in
      var examples: [Example] = []
      for line in block {
        if examples.last?.isOpen == true {
          examples[examples.count - 1].command += "\n\(line)"
        } else if line.hasPrefix("$ ") {
          examples.append(Example(command: String(line.dropFirst(2))))
        } else if !examples.isEmpty {
          examples[examples.count - 1].output.append(line)
        }
      }
      return examples
    }
  }

  /// What stands below each heading of the third level.
  private static func sections(of document: String) throws -> [String: [Substring]] {
    var sections: [String: [Substring]] = [:]
    var heading: String?
    for line in try lines(document) {
      if line.hasPrefix("### ") {
        heading = String(line.dropFirst(4))
      } else if line.hasPrefix("## ") {
        heading = nil
      } else if let heading {
        sections[heading, default: []].append(line)
      }
    }
    return sections
  }

  @Test func `every example prints what its document says`() throws {
    let examples = try Self.examples(in: Self.readme) + Self.examples(in: Self.commands)
    #expect(examples.count >= 43)
    for example in examples {
      let run = try CommandRun(shell: example.command)
      // 1: there are findings, which the sample holds on purpose.
      #expect(run.status < 2, "\(example.command)\n\(run.complaint)")
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

  @Test func `the month of the README runs, and is the same in both languages`() throws {
    let months = try Self.blocks("sh", in: Self.readme).filter { $0.contains { $0.hasPrefix("huizong ") } }
    try #require(months.count == 2)
    let month = months[0].filter { !$0.hasPrefix("#") }
    #expect(months[1].filter { !$0.hasPrefix("#") } == month)
    #expect(months.allSatisfy { $0.count { $0.hasPrefix("#") } >= 10 })
    let office = CommandRun.root.appending(path: "out/office")
    try? FileManager.default.removeItem(at: office)
    // Line after line in one shell, as somebody would type them; where one ends with 2 or more, it goes no further.
    let script = month.map { "\($0)\nstatus=$?; [ $status -lt 2 ] || exit $status" }
    let run = try CommandRun(shell: script.joined(separator: "\n"))
    #expect(run.status == 0, "\(run.output)\n\(run.complaint)")
    let words = month.flatMap { $0.split(separator: " ") }
    let written = zip(words, words.dropFirst()).filter { ["-o", "--html"].contains($0.0) }.map { String($0.1) }
    #expect(written.count >= 9)
    for path in written {
      let file = office.appending(path: path).path(percentEncoded: false)
      #expect(FileManager.default.fileExists(atPath: file), "\(path)")
    }
  }

  @Test func `every subcommand has help in both languages, and a section with an example`() throws {
    let document = try CommandRun.text(Self.commands)
    let sections = try Self.sections(of: Self.commands)
    let subcommands = [
      "plan check", "plan show", "plan allocate", "plan export", "plan import", "template", "check", "return",
      "consolidate", "partial", "merge", "status", "watch", "report", "bulletin", "recheck", "ledger verify",
      "ledger certificate",
      "ledger history",
      "ledger diff",
      "ledger choose", "ledger restore", "ledger enter", "ledger export", "dump", "limits", "rules list",
      "layout infer",
      "rules explain",
      "rules test",
      "rules compare",
    ]
    for command in subcommands {
      let help = try CommandRun(shell: "huizong help \(command)")
      #expect(help.status == 0 && help.output.contains("OVERVIEW"), "\(command)")
      #expect(
        help.output.contains { $0 >= "一" && $0 <= "龥" } && help.output.contains(" / "), "\(command) says it in both")
      let anchor = command.replacingOccurrences(of: " ", with: "-")
      #expect(document.contains("[`\(command)`](#\(anchor))"), "\(command) stands in the table of contents")
      let section = try #require(sections[command], "\(command) has a section")
      #expect(
        section.contains { $0.hasPrefix("$ huizong \(command) ") || $0 == "$ huizong \(command)" }
          // It needs a table of shares, which the sample does not have.
          || command == "plan allocate" && section.contains { $0.hasPrefix("huizong \(command) ") },
        "\(command) has an example")
      let prose = section.prefix { !$0.hasPrefix("```") }
      #expect(prose.contains { $0.first.map { $0 >= "一" && $0 <= "龥" } == true }, "\(command) in Chinese")
      #expect(prose.contains { $0.first.map { $0 >= "A" && $0 <= "Z" } == true }, "\(command) in English")
    }
    #expect(Set(sections.keys) == Set(subcommands), "a section is of no subcommand")
    let all = try CommandRun(shell: "huizong --help").output
    let listed = all.split(separator: "\n").filter {
      $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("-h") && !$0.contains("See")
    }
    #expect(listed.count == 17, "a subcommand came in that this test does not know: \(listed)")
  }

  @Test func `the Swift example of the README is the one that is compiled`() throws {
    let shown = try Self.blocks("swift", in: Self.readme).map { $0.joined(separator: "\n") }
    let source = try CommandRun.text("Tests/EndToEndTests/ReadmeExample.swift")
    let body = try #require(source.components(separatedBy: "// README\n").dropFirst().first)
    let lines = body.components(separatedBy: "\n").map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : $0 }
    let compiled = lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(source.contains("import Huizong\n"))
    // Once in Chinese, once in English.
    #expect(shown == Array(repeating: "import Huizong\n\n" + compiled, count: 2))
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
