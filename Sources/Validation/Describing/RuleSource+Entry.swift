public import PlanModel

extension RuleSource {
  /// Returns the entry of a plan file that changes this rule: every field that may stand in it, as it is now.
  public func entry(in language: Language) -> String {
    var lines = ["  - id: \(id)"]
    if !isFixed {
      lines.append("    grade: \(grade.rawValue)  # error 强制性, warning 核实性, notice 提示")
      lines.append("    off: \(isOff)")
      lines += [("validFrom", validFrom), ("validUntil", validUntil), ("trialUntil", trialUntil)].map { name, period in
        period.map { "    \(name): \($0)" } ?? "    # \(name): 2024-07"
      }
    }
    if !isObserved, !isFixed {
      let texts: [(String, Text?)] = [
        ("when", when), ("expression", expression), ("value", value), ("expected", expected),
        ("difference", difference),
      ]
      for (name, text) in texts { if let text { lines.append("    \(name): \(Self.quoted(text.text))") } }
    }
    lines.append("    message: \(Self.quoted(words.message))")
    lines.append("    remedy: \(Self.quoted(words.remedy.isEmpty ? "—" : words.remedy))")
    return "rules:\n" + lines.joined(separator: "\n")
  }

  /// Returns the text in single quotes: what stands between them is taken as it is.
  private static func quoted(_ text: String) -> String {
    var out = "'"
    for character in text { out += character == "'" ? "''" : character.isNewline ? " " : String(character) }
    return out + "'"
  }
}
