internal import PlanModel

extension PlanFileProblem {
  private var wanted: String { expected.words(in: .english) }

  var englishAboutFile: String? {
    switch code {
    case .unreadable: FileTrouble(name: found).words(in: .english) + "."
    case .syntax:
      "YAML syntax error (\(found)). Look for indentation, quotes, or a blank missing after a colon or hyphen."
    case .anchor: "YAML anchors, aliases and tags (“\(found)”) are not supported. Write the content where it is used."
    case .tooLarge:
      "the file has \(found) bytes; the limit is \(wanted). Is it a plan file? If it is, raise it with --limits planBytes."
    case .notUTF8: "the file is not UTF-8. Save it as UTF-8."
    case .tooMany:
      "more than \(wanted) entries. Is it a plan file? If it is, raise the limit with --limits planEntries."
    case .tooDeep: "nested too deeply. Check brackets and indentation."
    case .emptyFile: "the file is empty. A plan has at least version, title, units, tasks, reporting."
    case .unsupportedVersion: "schema version “\(found)” is not known; this program reads version \(wanted)."
    default: nil
    }
  }

  var englishAboutShape: String? {
    switch code {
    case .unknownKey:
      "unknown key “\(found)”. " + (wanted.isEmpty ? "Remove or correct it." : "Possible here: \(wanted).")
    case .missingKey: "the key “\(wanted)” is missing. Add it."
    case .duplicateKey: "the key “\(found)” is given more than once. Keep one."
    case .wrongShape: "wanted here: \(wanted)."
    case .badValue: "“\(found)” is not right; wanted: \(wanted)."
    default: nil
    }
  }

  var englishAboutNames: String? {
    switch code {
    case .duplicateID: "the id “\(found)” is used on line \(wanted) already. Ids of units and tasks are unique."
    case .duplicateCode: "the code “\(found)” is used on line \(wanted) already. Codes are never used twice."
    case .duplicateName: "the name “\(found)” is used on line \(wanted) already. Give it another name."
    case .unusableName:
      "the unit's name “\(found)” holds the control character \(wanted), which no cell or file can. Remove it."
    case .foreignCode: "the code “\(found)” is not of this task. Wanted: \(wanted)- and two digits."
    case .unknownUnit: "the unit “\(found)” is not in units. Correct the name, or add it or its alias there."
    case .vagueUnit: "“\(found)” is a vague group and never expands by itself. Name the units."
    case .groupMembers: "the members of “\(found)” are wrong: " + groupRule
    case .notReporting: "“\(found)” is not in reporting.units and gets no form. Add it, or name another unit."
    case .unknownCode: "no indicator or task has the code “\(found)”. Correct it."
    case .cycle: "“\(found)” refers to itself by way of \(wanted). Remove one of the references."
    default: nil
    }
  }

  private var groupRule: String {
    "a group lists members, a vague group has vague: true and none, other units have none; a member is no group."
  }

  var englishAboutFigures: String? {
    switch code {
    case .allocationSum: "the allocation adds up to \(found), not to the target \(wanted). Make them agree."
    case .shareTwice: "“\(found)” is \(wanted), which has a share already. Give each unit one."
    case .allocationUnit: "“\(found)” does not report this indicator and cannot have a share of it."
    case .allocationWithoutTarget: "there is no target to allocate. Give value, or remove allocation."
    case .ratioWithoutParts: "a ratio that is computed needs “\(wanted)”. Give the codes of its parts."
    case .partsWithoutRatio: "“\(found)” belongs only to an indicator whose kind and aggregate are ratio."
    case .ratioPart: "“\(found)” cannot be part of a ratio: kind count and role context or criterion are needed."
    case .partReporters: "numerator and denominator are reported by different units. The same units must report both."
    case .range: "comparator range needs min and max (min not above max) and no value; nothing else has min or max."
    case .valueNotAllowed: "no value (\(found)) is allowed here: an indicator with \(wanted) has none."
    case .perMissing: "an indicator that each unit must meet needs per and value."
    case .aggregate:
      "aggregate (\(found)) does not go with kind (\(wanted)): milestone with milestone only, ratio with ratios only."
    case .order: "wrong order: \(found) must come before \(wanted)."
    default: nil
    }
  }
}
