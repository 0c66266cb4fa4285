import Forms
import PlanFile
public import PlanModel
import Validation

extension InferLayoutJob.Outcome {
  /// Returns the entry as it goes into the plan file, with remarks on what to look over.
  public func yaml(in language: Language) -> String {
    let layout = proposal.layout
    var lines = [
      language(
        "# 从“\(file)”推出的版式。请逐行核对，放进计划文件的 layouts 下。",
        "# From “\(file)”. Check it line by line; it goes under layouts in the plan."),
      "layouts:", "  - id: \(YAMLText.scalar(layout.id))", "    title: \(YAMLText.scalar(layout.title))",
    ]
    if !layout.sheets.isEmpty { lines.append("    sheets: \(list(layout.sheets))") }
    if !layout.except.isEmpty { lines.append("    except: \(list(layout.except))") }
    if let unit = layout.unit.first {
      lines.append("    unit: \(place(unit))")
    } else {
      lines.append(
        language(
          "    # unit: {cell: A2}   没有找到单位写在哪里，请填", "    # unit: {cell: A2}   where the unit stands was not found"))
    }
    if let period = layout.period {
      lines.append("    period: \(place(period))")
    } else {
      lines.append(
        language(
          "    # period: {cell: A3}   没有找到期别；不写则以 --period 为准",
          "    # period: {cell: A3}   not found; without it --period decides"))
    }
    lines.append("    columns:")
    for column in ForeignLayout.Column.allCases {
      guard let words = layout.columns[column] else { continue }
      lines.append("      \(column.rawValue): \(words.count == 1 ? YAMLText.scalar(words[0]) : list(words))")
    }
    if proposal.lacksFigure {
      lines.append(
        language("      # value: 完成数   没有找到填数的一栏，请填它的表头", "      # value: …   the column of figures was not found"))
    }
    if proposal.rows.contains(where: { !$0.isExact }) {
      lines.append("    rows:")
      lines += proposal.rows.map { row(language, $0) }
    }
    return (lines + trial(language)).map(Self.oneLine).joined(separator: "\n") + "\n"
  }

  /// Returns the line with a space for every break and control character: what a sheet says stays in its remark.
  private static func oneLine(_ line: String) -> String {
    func breaks(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    return String(String.UnicodeScalarView(line.unicodeScalars.map { breaks($0) ? " " : $0 }))
  }

  private func list(_ texts: [String]) -> String { "[\(texts.map(YAMLText.scalar).joined(separator: ", "))]" }

  private func place(_ place: ForeignLayout.Place) -> String {
    let spot =
      switch place.spot {
      case .label(let label): "label: \(YAMLText.scalar(label))"
      case .cell(let name): "cell: \(name)"
      case .sheetName: "sheetName: true"
      }
    return "{\(place.sheet.map { "sheet: \(YAMLText.scalar($0)), " } ?? "")\(spot)}"
  }

  private func row(_ language: Language, _ row: LayoutInference.Row) -> String {
    let key = YAMLText.scalar(row.key)
    let own = row.key == row.name ? "" : " \(row.name)"
    guard let code = row.code else {
      return "      # \(key): \"\"  #\(own) \(language("计划里没有找到对应的指标", "no indicator of the plan was found"))"
    }
    let name = plan.indicator(code: code)?.name ?? ""
    return
      "      \(key): \(YAMLText.quoted(code))  #\(own) → \(name)\(row.isExact ? "" : language("，请核对", ", check it"))"
  }

  /// Returns what the example is read as by this description.
  private func trial(_ language: Language) -> [String] {
    proposal.trial.map { part in
      switch part.reading {
      case .refused(_, let findings):
        let words = findings.first.map { FindingWords($0, language: language).sentence(language) } ?? ""
        return language("# 试读 \(part.file)：\(words)", "# \(part.file): \(words)")
      case .form(let form):
        let unit = plan.unit(id: form.submission.unit)?.name ?? form.submission.unit
        let counts = form.accounting
        return language(
          "# 试读 \(part.file)：\(unit)，\(form.submission.period.chinese)，应有\(counts.expected)项，读到\(counts.read + counts.nilReturns)项",
          "# \(part.file): \(unit), \(form.submission.period), \(counts.expected) expected, \(counts.read + counts.nilReturns) read"
        )
      }
    }
  }
}
