import Testing

/// What the articles show is what is compiled: each `swift` block is a region of a source beside this one, between two
/// lines `// shown`, without its indentation.
@Suite struct SnippetTests {
  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The blocks of an article, their lines joined.
  private static func blocks(_ article: String) -> [String] {
    var blocks: [[Substring]] = []
    var isInside = false
    for line in lines(article) {
      if line.hasPrefix("```") {
        isInside = line == "```swift"
        if isInside { blocks.append([]) }
      } else if isInside {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.map { $0.joined(separator: "\n") }
  }

  /// The regions of a source, their lines joined, the indentation of the first mark taken away.
  private static func regions(_ source: String) -> [String] {
    var regions: [String] = []
    var open: (indentation: Int, lines: [Substring])?
    for line in lines(source) {
      let indentation = line.prefix { $0 == " " }.count
      if line.dropFirst(indentation) == "// shown" {
        if let region = open {
          regions.append(region.lines.joined(separator: "\n"))
          open = nil
        } else {
          open = (indentation, [])
        }
      } else if let region = open {
        let shown = line.dropFirst(min(indentation, region.indentation))
        open?.lines.append(shown)
      }
    }
    if open != nil { regions.append("a region that does not end") }
    return regions
  }

  /// A block without the imports at its head, which a source has at its own.
  private static func body(_ block: String) -> (imports: [Substring], text: String) {
    let all = lines(block)
    let imports = all.prefix { $0.hasPrefix("import ") }
    let rest = all.dropFirst(imports.count).drop { $0.isEmpty }
    return (Array(imports), rest.joined(separator: "\n"))
  }

  @Test func `each block of the articles is compiled, and each region is shown`() throws {
    var unused: [String: [String]] = [:]  // the sources' names by region
    var sources: [String: [Substring]] = [:]
    for file in try Article.sources() {
      sources[file.name] = Self.lines(file.text)
      // This file speaks of the mark without meaning it.
      guard file.name != "SnippetTests.swift" else { continue }
      for region in Self.regions(file.text) { unused[region, default: []].append(file.name) }
    }
    var count = 0
    for file in try Article.files() {
      for block in Self.blocks(file.text) {
        count += 1
        let (imports, text) = Self.body(block)
        let place = "\(file.name):\n\(block)"
        guard let name = unused.removeValue(forKey: text)?.first else {
          Issue.record("not among the regions, or shown twice: \(place)")
          continue
        }
        for line in imports { #expect(sources[name]?.contains(line) == true, "\(line) in \(place)") }
      }
    }
    #expect(unused.isEmpty)
    #expect(count >= 20)
  }

  @Test func `every article is reached from the first page`() throws {
    let first = try Article.text("XLSXReading")
    for file in try Article.files() where !["README.md", "XLSXReading.md"].contains(file.name) {
      #expect(first.contains("<doc:\(file.name.dropLast(3))>"))
    }
  }
}
