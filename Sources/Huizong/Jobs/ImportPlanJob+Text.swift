import PlanFile
public import PlanModel
import Validation

extension ImportPlanJob.Outcome {
  /// Returns what is wrong, a line each; what was read, where nothing is.
  public func lines(in language: Language) -> [String] {
    if let plan {
      return [
        language(
          "读到单位\(plan.units.count)个、任务\(plan.tasks.count)项、指标\(plan.indicators.count)项。",
          "\(plan.units.count) units, \(plan.tasks.count) tasks, \(plan.indicators.count) indicators.")
      ]
    }
    let found =
      faults.map { place, fault in "\(place)\(language("：", " "))\(fault.words(in: language))\(language("。", "."))" }
      + problems.map { place, problem in
        "\(place)\(language("：", ": "))\(problem.sentence(in: language))"
      }
    let rules = rules.map { $0.message(file: language("规则", "rules"), in: language) }
    let count = found.count + rules.count
    return found + rules + [
      language("工作簿有\(count)处不对，没有生成计划文件。", "\(count) faults in the workbook; no plan file was written.")
    ]
  }
}
