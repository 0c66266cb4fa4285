internal import PlanModel

extension PlanLinker {
  /// Checks that ids, codes and names are given once, that codes belong to their task, and that references lead
  /// somewhere and never back.
  func checkCodes() {
    var seen = (tasks: [String: Int](), codes: [String: Int](), names: [String: Int]())
    for task in draft.tasks {
      once(task.id, .duplicateID, &seen.tasks)
      for indicator in task.indicators {
        once(indicator.code, .duplicateCode, &seen.codes)
        once(indicator.name, .duplicateName, &seen.names)
        if !Self.isCode(indicator.code.value, of: task.id.value) {
          log.add(
            .foreignCode, at: indicator.code, found: indicator.code.value, expected: .literal(task.id.value))
        }
      }
    }
    let drafts = draft.tasks.flatMap(\.indicators)
    let byCode = Dictionary(drafts.map { ($0.code.value, $0) }, uniquingKeysWith: { first, _ in first })
    for draft in drafts { checkReferences(of: draft, byCode) }
  }

  private func once(_ name: Located<String>, _ code: PlanFileProblem.Code, _ seen: inout [String: Int]) {
    if let line = seen[name.value] {
      log.add(code, at: name, found: name.value, expected: .literal(String(line)))
    } else {
      seen[name.value] = name.place.line
    }
  }

  private static func isCode(_ code: String, of task: String) -> Bool {
    guard code.hasPrefix(task + "-") else { return false }
    let digits = code.utf8.dropFirst(task.utf8.count + 1)
    return digits.count == 2 && digits.allSatisfy { (48...57).contains($0) }
  }

  private func checkReferences(of draft: IndicatorDraft, _ byCode: [String: IndicatorDraft]) {
    for (key, code) in draft.references {
      guard let part = byCode[code.value] else {
        log.add(.unknownCode, at: code, found: code.value)
        continue
      }
      if let way = Self.way(from: part, to: draft.code.value, byCode) {
        log.add(.cycle, at: code, found: draft.code.value, expected: .literal(way.joined(separator: " → ")))
      } else if key != "partOf", !Self.canBePart(part.indicator) {
        log.add(.ratioPart, at: code, found: code.value)
      }
    }
    let parts = draft.references.filter { $0.key != "partOf" }.compactMap { byCode[$0.code.value] }
    if parts.count == 2, reporters(of: parts[0]) != reporters(of: parts[1]) {
      log.add(.partReporters, at: draft.references[1].code, found: parts[1].code.value)
    }
  }

  private func reporters(of draft: IndicatorDraft) -> Set<String> {
    Set(draft.reportedBy.compactMap { units.resolve($0.value) }.flatMap { $0.kind == .group ? $0.members : [$0.id] })
  }

  private static func canBePart(_ indicator: Indicator) -> Bool {
    indicator.kind == .count && (indicator.role == .context || indicator.role == .criterion)
  }

  /// Returns the codes on the way from one indicator to another along references; `nil` if there is none.
  private static func way(
    from start: IndicatorDraft, to goal: String, _ byCode: [String: IndicatorDraft]
  ) -> [String]? {
    var ways = [[start.code.value]]
    var seen: Set<String> = []
    while let way = ways.popLast(), let last = way.last {
      if last == goal { return way }
      guard seen.insert(last).inserted, let draft = byCode[last] else { continue }
      ways += draft.references.map { way + [$0.code.value] }
    }
    return nil
  }
}
