internal import PlanModel

extension FieldValue {
  /// Reads `true`, or a list of names of fields of the same entry.
  func illustrative(fields: [String]) -> Illustrative {
    guard case .sequence = node.content else { return truth() == true ? .all : .none }
    let names = items().compactMap { $0.parsed(.oneOf(fields)) { fields.contains($0) ? $0 : nil } }
    return names.isEmpty ? .none : .fields(Set(names))
  }

  /// Returns the entries of a list, which are kept as written.
  func entries() -> [PlanEntry] {
    items().compactMap { item in
      guard case .mapping(let entries) = item.node.content else {
        item.refuse(shape: .mapping)
        return nil
      }
      let fields = entries.map { entry in
        if case .scalar(let text, _) = entry.value.content { return PlanEntry.Field(name: entry.name, value: text) }
        return PlanEntry.Field(name: entry.name, value: entry.value.flowText)
      }
      return PlanEntry(fields: fields, line: item.node.place.line)
    }
  }

  /// Reads when a form is due: 次月5日, 当月25日, 次年1月15日.
  func dueRule() -> Reporting.DueRule? {
    parsed(.due) { text in
      guard text.hasSuffix("日") else { return nil }
      let rest = text.dropFirst(2).dropLast()
      switch text.prefix(2) {
      case "当月": return Self.day(rest).map { Reporting.DueRule(monthsAfter: 0, day: $0) }
      case "次月": return Self.day(rest).map { Reporting.DueRule(monthsAfter: 1, day: $0) }
      case "次年":
        let parts = rest.split(separator: "月", omittingEmptySubsequences: false)
        guard parts.count == 2, let month = Int(parts[0]), (1...12).contains(month) else { return nil }
        return Self.day(parts[1]).map { Reporting.DueRule(monthsAfter: month, day: $0) }
      default: return nil
      }
    }
  }

  private static func day(_ text: Substring) -> Int? { Int(text).flatMap { (1...31).contains($0) ? $0 : nil } }
}

extension FieldReader {
  /// Returns `from` and `until` of an entry; the first must not come after the second.
  mutating func span() -> (from: Period?, until: Period?) {
    let from = optional("from")?.period()
    let until = optional("until")?.period()
    if let from, let until, from.firstDay > until.lastDay {
      log.add(
        .order, at: keyPlace("from"), path: path, found: from.description, expected: .literal(until.description))
    }
    return (from, until)
  }
}
