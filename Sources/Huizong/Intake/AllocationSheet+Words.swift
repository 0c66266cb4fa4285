import PlanModel

extension AllocationSheet.Problem {
  /// Returns what is wrong and what to do, with its place and without a full stop.
  func words(in language: Language) -> String {
    switch self {
    case .noTable:
      language(
        "找不到分解表：要有一行表头，写明“指标”或“编码”，并有两个以上单位的名称",
        "no table of shares: a header row with 指标 or 编码 and the names of two units or more is wanted")
    case .unitTwice(let unit, let place):
      language(
        "\(place)：\(unit)占了两栏，请合并成一栏", "\(place): \(unit) has two columns; keep one")
    case .headTwice(let text, let place):
      language(
        "\(place)：表头“\(text)”有两栏，不知道用哪一栏；请只留一栏", "\(place): two columns are headed “\(text)”; keep one")
    case .otherName(let code, let name, let place, let text):
      language(
        "\(place)：写的是“\(text)”，编码\(code)在计划里是“\(name)”；请核对这一行是不是错位，或改用计划里的名称",
        "\(place): says “\(text)”, while \(code) is “\(name)” in the plan; look whether the row slipped, or write the plan's name"
      )
    case .otherYear(let place, let text):
      language("\(place)：写的是\(text)，不是计划的年份；请核对是不是另一年的表", "\(place): names \(text), which is not the plan's year")
    case .otherMeasure(let code, let place, let text, let measure):
      language(
        "\(place)：计量单位写的是“\(text)”，指标\(code)在计划里是“\(measure)”；请换算成计划的单位",
        "\(place): the unit of measure is “\(text)”, that of \(code) in the plan “\(measure)”; convert the shares")
    case .noShares(let code, let name, let place):
      language(
        "\(place)：指标\(code) \(name)这一行没有数，而计划里有分解；要保留的删去这一行，要取消的在计划文件里删",
        "\(place): the row of \(code) \(name) is empty, and the plan has a split; delete the row to keep it, or the split in the plan file"
      )
    case .unknownIndicator(let place, let text):
      language(
        "\(place)：计划里没有指标“\(text)”，或有几项同名；请写指标编码", "\(place): the plan has no one indicator “\(text)”; give its code")
    case .noNumber(let place, let text):
      language(
        "\(place)：“\(text)”不是分解数，请只填数字，不涉及的留空", "\(place): “\(text)” is no share: give a number, or leave it empty")
    case .unsure(let place, let fault):
      language("\(place)：\(fault.words(in: .chinese))", "\(place) \(fault.words(in: .english))")
    case .twice(let code, let place):
      language("\(place)：指标\(code)分解了两次，请只留一行", "\(place): \(code) is split twice; keep one row")
    case .noTarget(let code, let place):
      language(
        "\(place)：指标\(code)没有可以分解的目标数（率、办结类和文字类不分解）",
        "\(place): \(code) has no target that can be split (rates, milestones and words are not)")
    case .notReporting(let code, let unit, let place):
      language(
        "\(place)：\(unit)不报送指标\(code)，请先在计划的 reportedBy 里加上",
        "\(place): \(unit) does not report \(code); add it to reportedBy first")
    case .sum(let code, let name, let place, let sum, let target):
      language(
        "\(place)：指标\(code) \(name)分解数合计\(sum?.shortest ?? "太大")，目标是\(target.shortest)，相差\(Self.difference(sum, target))",
        "\(place): the shares of \(code) \(name) add up to \(sum?.shortest ?? "too much"), the target is \(target.shortest): \(Self.difference(sum, target)) off"
      )
    case .otherColumn(let head, let place, let text):
      language(
        "\(place)：“\(text)”在\(head.isEmpty ? "没有表头的一栏" : "表头“\(head)”下面")，这不是计划里的单位，数也不等于目标；是单位的请改用计划里的名称，不是的请删去这一栏",
        "\(place): “\(text)” stands under \(head.isEmpty ? "no head" : "“\(head)”, which is no unit of the plan"), and it is not the target; write the plan's name of the unit, or delete the column"
      )
    case .decimals(let code, let place, let text, let places):
      language(
        "\(place)：“\(text)”的小数太多，指标\(code)在计划里是\(places)位小数；请核对后改正",
        "\(place): “\(text)” has too many decimals: \(code) has \(places) in the plan")
    case .columnSum(let place, let text, let sum):
      language(
        "\(place)：合计写的是\(text)，上面各行加起来是\(sum.shortest)；请核对后改正，或删去合计行",
        "\(place): the sum says \(text), and the rows above add up to \(sum.shortest); mend it, or delete the line of sums"
      )
    case .done(let place, let text):
      language(
        "\(place)：“\(text)”说的像是完成数，不是目标的分解；请核对是不是这张表",
        "\(place): “\(text)” seems to speak of what was done, not of targets"
      )
    }
  }

  private static func difference(_ sum: FixedDecimal?, _ target: FixedDecimal) -> String {
    (try? sum?.subtracting(target))?.shortest ?? "—"
  }
}
