import PlanModel

extension CellFault {
  /// Returns what is wrong and what to do, as it follows the place of the cell, without a full stop.
  func words(in language: Language) -> String {
    switch self {
    case .secondSheet(let first):
      language(
        "和“\(first)”是同一种表，不知道用哪一张；请只留一张",
        "has the same table as “\(first)”, and it is not known which is meant: keep one")
    case .noResult:
      language(
        "是公式，文件里没有存它的结果，没有取；请用 Excel 或 WPS 打开、重新计算后保存，或直接填数",
        "is a formula without a stored result and is not taken: open and save the file in Excel or WPS, or enter the number"
      )
    case .error(let code):
      language(
        "是错误值\(code)，没有取；请改正公式或直接填写", "is the error \(code) and is not taken: mend the formula, or enter the value")
    case .struck:
      language(
        "有删除线，不知道算不算，没有取；请删去作废的内容，留下的去掉删除线",
        "is struck through and is not taken: delete what is void, and unstrike the rest")
    case .raised:
      language("有上标或下标，不知道是不是数的一部分，没有取；请只留数字", "has raised or lowered signs and is not taken: leave the number alone")
    case .date(let shown, let stored):
      language(
        "设成了日期格式，显示为\(shown)，存的是\(stored)，没有取；请把单元格格式改为“常规”再核对",
        "has a date format: it shows \(shown) and holds \(stored), and is not taken: make its format General")
    case .percentage(let shown):
      language(
        "设成了百分比格式，显示为\(shown)，而这里的计量单位不是%，没有取；请把单元格格式改为“常规”再核对",
        "is shown as \(shown), though per cent is not its unit of measure, and is not taken: make its format General")
    case .display(let format, let stored):
      language(
        "的格式“\(format)”使显示的与存的“\(stored)”不同，没有取；请把单元格格式改为“常规”（来自条件格式的，清除条件格式）再核对",
        "has the format “\(format)”, under which something else is seen than “\(stored)”, and is not taken: make its format General, or clear the conditional format"
      )
    case .bareFraction(let text):
      language(
        "写着\(text)，计量单位是%，不知道是不是百分之一百乘以它，没有取；请带上百分号写，例如95%或0.6%",
        "holds \(text) where per cent is wanted, and may be a fraction: write it with its sign, such as 95% or 0.6%")
    case .scientific(let text):
      language("“\(text)”是科学记数的文字，没有取；请写成普通的数", "is “\(text)”, a text in scientific notation: write a plain number")
    case .merged:
      language(
        "和别的格合并了，不知道算在哪一格，没有取；请取消合并，逐格填写",
        "is merged with others, and it is not known whose it is: unmerge, and fill in each cell")
    case .hidden:
      language(
        "在隐藏的行、列或工作表里，没有取；请取消筛选和隐藏，看过再用", "is hidden and is not taken: show its row, column or sheet first")
    case .outside(let text):
      language(
        "“\(text)”不在表的任何一栏里，没有取；请移到它的栏里，或删去",
        "“\(text)” stands in no column of the table: move it into one, or delete it")
    case .aboveKeys:
      language(
        "在键名行（灰色小字的一行）以上，没有取；请把这一行移到键名行下面",
        "stands above the row of keys and is not taken: move its row below it")
    case .noKeys:
      language(
        "有内容，却没有键名行（灰色小字的一行），没有取；请从 plan export 写出的工作簿里恢复这一行",
        "has contents and no row of keys: restore that row from a workbook of plan export")
    case .truth: language("是 TRUE 或 FALSE，不是数，没有取", "is TRUE or FALSE and no number")
    }
  }
}
