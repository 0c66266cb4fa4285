internal import PlanModel

extension PlanCheck {
  mutating func checkNotFigures() {
    for entry in plan.notFigures {
      if entry.column == nil, NumberScanner.isBare(entry.quote) {
        report(.tooBroad, at: entry.line.flatMap { document.offset(line: $0, column: 1) } ?? 0, text: entry.quote)
      }
      let count = entry.quote.unicodeScalars.count
      let starts = document.occurrences(of: entry.quote, in: 0..<document.characters.count).filter { start in
        let place = document.place(of: start)
        return (entry.line ?? place.line) == place.line && (entry.column ?? place.column) == place.column
      }
      for start in starts { coverage.mark(start..<start + count, .notFigure) }
      if starts.isEmpty {
        let offset = entry.line.flatMap { document.offset(line: $0, column: entry.column ?? 1) }
        report(.notFigureNotFound, at: offset ?? 0, text: entry.quote)
      }
    }
  }

  mutating func checkUnassigned() {
    for entry in plan.unassigned {
      let range = document.lineStarts.indices.contains(entry.line - 1) ? document.lineRange(entry.line - 1) : 0..<0
      guard let start = document.occurrences(of: entry.text, in: range).first else {
        report(.unassignedNotFound, at: range.lowerBound, text: String(entry.text.prefix(24)))
        continue
      }
      coverage.mark(start..<start + entry.text.unicodeScalars.count, .assigned)
    }
  }

  /// Reports every number that nobody has spoken for; the numbering of headings is not counted.
  mutating func checkNumbers() {
    let scanner = NumberScanner(characters: document.characters)
    for line in document.lineStarts.indices {
      let range = document.lineRange(line)
      let numbering = scanner.numbering(of: range)
      for number in scanner.numbers(in: range) where number.upperBound > numbering.upperBound {
        summary.numbers += 1
        if coverage.covers(number, .indicator) {
          summary.numbersInIndicators += 1
        } else if coverage.covers(number, [.indicator, .notFigure]) {
          summary.numbersExplained += 1
        } else {
          report(
            .uncovered, at: number.lowerBound, text: document.text(number), context: context(of: number, in: range))
        }
      }
    }
  }

  /// Reports every line that belongs to no task and is not listed as unassigned.
  mutating func checkRest() {
    for line in document.lineStarts.indices {
      let range = document.lineRange(line)
      let isOpen: (Int) -> Bool = { [document, coverage] offset in
        !coverage.covers(offset..<offset + 1, .assigned) && !document.characters[offset].properties.isWhitespace
      }
      guard let start = range.first(where: isOpen), let last = range.last(where: isOpen) else { continue }
      report(.unassigned, at: start, text: String(document.text(start..<last + 1).prefix(24)))
    }
  }

  private func context(of number: Range<Int>, in line: Range<Int>) -> String {
    let before = document.text(max(line.lowerBound, number.lowerBound - 10)..<number.lowerBound)
    let after = document.text(number.upperBound..<min(line.upperBound, number.upperBound + 10))
    return before + "【" + document.text(number) + "】" + after
  }
}
