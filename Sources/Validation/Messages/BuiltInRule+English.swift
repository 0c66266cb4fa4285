import PlanModel
import XLSXReading

extension BuiltInRule {
  /// The same in English, for `--lang en`; names of columns and units stay as the form has them.
  func english(_ finding: Finding) -> (what: String, remedy: String) {
    let text = finding.text.map { "“\(Self.shortened($0))”" } ?? "blank"
    let column = finding.column ?? "the cell"
    let value = finding.value ?? ""
    let expected = finding.expected ?? ""
    switch self {
    case .unreadableFile: return Self.unreadable(finding, .english)
    case .anotherPlan: return ("a form of “\(value)”, not of “\(expected)”", "use a template of this plan")
    case .anotherPeriod: return ("a form for \(value); \(expected) is due", "use the template for \(expected)")
    case .stampAltered: return ("the template's stamp was altered", "fill a fresh copy of the template")
    case .formNotFound: return ("no sheet has the header of the form", "fill the template itself")
    case .columnMissing: return ("column “\(expected)” is missing or its header unrecognisable", "restore the header")
    case .unitUnknown: return ("reporting unit \(text) is not known", "use your unit's template")
    case .rowMissing: return ("the row of “\(expected)” is missing", "copy it from the template")
    case .rowDuplicated: return ("“\(value)” stands on two rows", "keep one")
    case .requiredBlank: return ("\(column) is blank; the item counts as not reported", "fill in: \(expected)")
    case .notNumber:
      return ("\(column) \(text) is no number", "a number only, such as \(expected.isEmpty ? "80" : expected)")
    case .notDate: return ("\(column) \(text) is no date", "fill in: \(expected)")
    case .foreignMeasure:
      return ("\(column) \(text) is not in “\(expected)” and cannot be converted", "give it in \(expected)")
    case .cumulativeFell: return ("\(column) \(value) is below the last \(expected)", "check, or explain in 核实说明")
    case .formulaError: return ("\(column) holds a formula error \(text)", "give a number")
    case .numeratorOver: return ("\(column) \(value) exceeds its whole \(expected)", "check both rows")
    case .overwritten: return ("the formula in \(column) was replaced by \(text); it makes \(expected)", "restore it")
    case .dateInFuture: return ("the day \(value) is outside the span", "expected: \(expected)")
    case .notApplicableRequired:
      return ("\(column) says \(text), but the unit has a share of \(expected)", "give a number")
    default: return englishWarning(finding, text: text, column: column)
    }
  }

  private func englishWarning(_ finding: Finding, text: String, column: String) -> (what: String, remedy: String) {
    let value = finding.value ?? ""
    let expected = finding.expected ?? ""
    switch self {
    case .overTarget: return ("\(column) \(value) exceeds the share \(expected)", "if true, say so in 核实说明")
    case .behindWithoutReason: return ("\(value) points behind the pace, \(expected) not given", "fill in \(expected)")
    case .preparerIsReviewer: return ("preparer and reviewer are both \(text)", "have somebody else review it")
    case .measureShift:
      return ("\(column) \(value) is off by a thousand: perhaps not in \(expected)", "check the unit of measure")
    case .bareFraction: return ("\(column) says \(text), taken as \(value) %", "give per cent, such as 65")
    case .rangeNotTaken: return ("\(column) \(text) is a range and was not taken", "give one number")
    case .mergedFigure:
      return ("\(column) is merged; the number counts once, at the top left", "unmerge and fill each row")
    case .approximate: return ("\(column) \(text) is approximate, taken as \(value)", "give the exact number")
    case .numberInWords: return ("\(column) \(text) holds words, \(value) was taken", "a number only")
    case .ambiguousNumber: return ("\(column) \(text) can be read in two ways, taken as \(value)", "check")
    case .targetChanged:
      return ("\(column) was changed to \(text); the plan's “\(expected)” stands", "report changes apart")
    case .outsideLayout: return ("\(text) stands outside the form and was not counted", "use the form's columns")
    case .severalForms: return ("several sheets look like the form; only “\(expected)” was read", "delete the others")
    case .hiddenData: return ("figures stand in hidden rows or columns; they were read", "unhide and check")
    case .bracketNegative: return ("\(column) \(text) was taken as \(value)", "check")
    case .fellExplained: return ("\(column) \(value) is below the last \(expected), with an explanation", "")
    case .stampMissing: return ("no stamp; read by headers and names", "use the template next time")
    case .signatureMissing: return ("\(expected) not filled in", "fill in sheet 签署")
    case .previousDiffers: return ("previous figure \(value) differs from last period's \(expected)", "check, or explain in 核实说明")
    case .conflictingFiles:
      return (
        "files of one unit differ (\(value)); \(expected) is undecided and counted nowhere", "have the unit choose"
      )
    default: return englishNotice(finding, text: text, column: column)
    }
  }

  private func englishNotice(_ finding: Finding, text: String, column: String) -> (what: String, remedy: String) {
    let value = finding.value ?? ""
    let expected = finding.expected ?? ""
    switch self {
    case .normalized: return ("\(column) \(text) was taken as \(value)", "")
    case .nilReturn: return ("\(column) \(text) is a nil return (0)", "")
    case .overwrittenEqual: return ("the formula in \(column) was replaced by an equal number", "")
    case .sheetRenamed: return ("sheet “\(expected)” was renamed “\(value)”", "")
    case .earlierRevision: return ("a template of revision \(value) of the plan, read by its own layout", "")
    case .duplicateFile: return ("same content as “\(value)”; counted once", "")
    case .rowFoundByName: return ("the row has no code; found by its name “\(value)”", "")
    default: return (rawValue, "")
    }
  }
}
