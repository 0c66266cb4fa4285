internal import PlanModel

extension PlanCheck {
  mutating func checkTask(_ task: PlanTask) {
    guard let text = locateText(task) else { return }
    coverage.mark(text, .assigned)
    let heading = locateHeading(task, before: text.lowerBound)
    let names = assignmentBlock(after: text.upperBound)
    coverage.mark(names, .assigned)
    checkNames(task, in: names, or: text)
    for indicator in task.indicators {
      var isFound = false
      for range in [text, heading].compactMap(\.self) {
        for start in document.occurrences(of: indicator.quote, in: range) {
          coverage.mark(start..<start + indicator.quote.unicodeScalars.count, .indicator)
          isFound = true
        }
      }
      if !isFound {
        report(.quoteNotFound, at: text.lowerBound, about: indicator.code, text: indicator.quote)
      }
    }
  }

  /// Returns where the task's text stands: at its span, or else wherever the document has it.
  private mutating func locateText(_ task: PlanTask) -> Range<Int>? {
    let count = task.text.unicodeScalars.count
    let span = task.source.flatMap { source -> Range<Int>? in
      guard let start = document.offset(line: source.line, column: source.column),
        let last = document.offset(line: source.endLine, column: source.endColumn)
      else { return nil }
      return start..<last + 1
    }
    if let span, document.text(span) == task.text { return span }
    let starts = document.occurrences(of: task.text, in: 0..<document.characters.count)
    guard let start = starts.first else {
      if let span { return reportDifference(task, span) }
      let offset = task.source.flatMap { document.offset(line: $0.line, column: 1) } ?? 0
      report(.textNotFound, at: offset, about: task.id, text: excerpt(task.text))
      return nil
    }
    if task.source != nil { report(.textElsewhere, at: start, about: task.id, text: excerpt(task.text)) }
    return start..<start + count
  }

  /// Says where the text begins to differ from its span; the span then stands for the text in all that follows.
  private mutating func reportDifference(_ task: PlanTask, _ span: Range<Int>) -> Range<Int> {
    let text = Array(task.text.unicodeScalars)
    let same = zip(text, document.characters[span]).prefix { $0 == $1 }.count
    let offset = min(span.lowerBound + same, span.upperBound - 1)
    let words = String(String.UnicodeScalarView(text.dropFirst(same).prefix(12)))
    let there = document.text(span.lowerBound + same..<min(span.upperBound, span.lowerBound + same + 12))
    report(.textDiffers, at: offset, about: task.id, text: words, context: there)
    return span
  }

  /// Returns where the task's heading stands: on the text's own line before it, or on the last line before that which
  /// is not blank.
  private mutating func locateHeading(_ task: PlanTask, before text: Int) -> Range<Int>? {
    var line = document.lineIndex(of: text)
    var range = document.lineRange(line).lowerBound..<text
    while isBlank(range), line > 0 {
      line -= 1
      range = document.lineRange(line)
    }
    let numbering = NumberScanner(characters: document.characters).numbering(of: document.lineRange(line))
    guard let start = document.occurrences(of: task.heading, in: range).first else {
      report(.headingNotFound, at: range.lowerBound, about: task.id, text: task.heading)
      return nil
    }
    if let last = task.path.last, !document.text(numbering).hasPrefix(last) {
      report(.numbering, at: numbering.lowerBound, about: task.id, text: last, context: document.text(numbering))
    }
    let end = start + task.heading.unicodeScalars.count
    let endsSentence = end < range.upperBound && Self.headingEnds.contains(document.characters[end])
    coverage.mark(numbering, .assigned)
    coverage.mark(start..<(endsSentence ? end + 1 : end), .assigned)
    return start..<end
  }

  /// Returns where the names of those stand who answer for the task: what follows the text on its line, and lines that
  /// begin with such a label.
  private func assignmentBlock(after end: Int) -> Range<Int> {
    var line = document.lineIndex(of: max(end - 1, 0))
    var stop = end
    let rest = end..<max(end, document.lineRange(line).upperBound)
    guard isBlank(rest) || isAssignment(rest) else { return end..<end }
    stop = rest.upperBound
    while line + 1 < document.lineStarts.count, isAssignment(document.lineRange(line + 1)) {
      line += 1
      stop = document.lineRange(line).upperBound
    }
    return end..<stop
  }

  private func isAssignment(_ range: Range<Int>) -> Bool {
    let text = document.text(range).drop { $0.isWhitespace || Self.openers.contains($0) }
    return Self.labels.contains { text.hasPrefix($0) }
  }

  private mutating func checkNames(_ task: PlanTask, in block: Range<Int>, or text: Range<Int>) {
    for name in task.leads + task.responsible
    where document.occurrences(of: name, in: block).isEmpty && document.occurrences(of: name, in: text).isEmpty {
      report(.nameNotFound, at: block.lowerBound, about: task.id, text: name)
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    document.characters[range].allSatisfy(\.properties.isWhitespace)
  }

  private func excerpt(_ text: String) -> String { text.count > 24 ? text.prefix(24) + "…" : text }

  private static let headingEnds: Set<Unicode.Scalar> = ["。", "：", ":", ".", "；"]
  private static let openers: Set<Character> = ["{", "｛", "(", "（", "[", "［", "〔", "【"]
  private static let labels = ["牵头", "责任", "配合", "协同", "参与", "负责"]
}
