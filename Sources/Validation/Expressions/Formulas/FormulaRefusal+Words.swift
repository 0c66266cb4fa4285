public import PlanModel

extension FormulaRefusal {
  /// Returns the reason, without a full stop.
  public func words(in language: Language) -> String {
    switch self {
    case .noCell(let reference):
      language("工作簿里没有“\(reference.words.chinese)”的单元格", "the workbook has no cell for “\(reference.words.english)”")
    case .noListColumn(let name):
      language("工作簿里没有清单的“\(name)”列", "the workbook has no list column “\(name)”")
    case .noList: language("工作簿里没有清单", "the workbook has no list")
    case .noExplanations: language("工作簿里没有核实说明栏", "the workbook has no column of explanations")
    case .observation(let name):
      language("读表发现（\(name)）只有读表时才知道", "a remark of the reader (\(name)) is known only when the file is read")
    case .notCondition: language("不是判断", "it is no condition")
    case .tooLong: language("公式超过8192个字符", "the formula has more than 8,192 characters")
    case .tooDeep: language("公式嵌套超过64层", "the formula is more than 64 levels deep")
    }
  }
}
