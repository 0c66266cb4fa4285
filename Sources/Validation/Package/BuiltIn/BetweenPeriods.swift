import PlanModel

/// Rules about what a unit says now beside what it said before, and about the objects of its lists.
extension RuleSource {
  static let betweenPeriods: [RuleSource] = [
    seen(
      "W50", .milestoneUndone, .warning,
      words: Words(
        "以前报过已办结的，现在又没有办结。", "What was reported as done is not done any more.",
        say: "{column}填的是{text}，但以前报的是已办结：{expected}", "{column} says {text}; it was reported as done: {expected}",
        mend: "请核对；确系撤回的，在“核实说明”写明原因", "check, or explain in 核实说明"), example: ("累计", "推进中（上期2024-05-20）")),
    seen(
      "W51", .completionDayChanged, .warning,
      words: Words(
        "办结日期与以前报的不同。", "The day on which it was done is another one than was reported.",
        say: "办结日期{value}与以前报的不同：{expected}", "done on {value}; it was reported as {expected}",
        mend: "请核对；以前报错的，在“核实说明”写明原因", "check, or explain in 核实说明"), example: ("累计", "2024-06-18（上期2024-05-20）")),
    seen(
      "W52", .recurringFell, .warning,
      words: Words(
        "定期开展的次数比以前报的还少。", "A duty was done fewer times than was reported.",
        say: "{column}{value}次少于以前报的{expected}", "{column} {value} times is less than {expected}, which was reported",
        mend: "请核对；以前多报的，在“核实说明”写明原因", "check, or explain in 核实说明"), example: ("累计", "2（上期3）")),
    seen(
      "W53", .objectRepeated, .warning,
      words: Words(
        "明细表里同一个对象列了两次。", "An object stands twice in one list.", say: "{value}在{expected}已经列过",
        "{value} stands at {expected} already", mend: "请只留一行；确是两个的，名称写得分得开", "keep one, or tell them apart by name"),
      example: ("对象", "张某户，两行")),
    seen(
      "W54", .objectDoneBefore, .warning,
      words: Words(
        "明细表里的对象以前已办结，现在又办结一次，或又没有办结。", "An object that was done before is done again, or not any more.",
        say: "{value}已{expected}，本期又列为{text}", "{value} was done before ({expected}); now it is {text}",
        mend: "请核对：已计过的删去，不能重复计；属实的，在“核实说明”写明原因", "delete what was counted before, or explain in 核实说明"),
      example: ("对象", "张某户，1月已办结")),
    seen(
      "W55", .objectDayOutside, .warning,
      words: Words(
        "明细表里的办结日期不在本期之内，或早于计划年度。", "An object was done on a day outside the period, or before the plan's year.",
        say: "{value}的办结日期{text}不在{expected}之内", "{value} was done on {text}, which is not within {expected}",
        mend: "请核对日期；确是以前办结、本期补报的，在“核实说明”写明原因", "check the day, or explain in 核实说明"),
      example: ("办结日期", "2023-12-20")),
    seen(
      "W56", .yearInPeriod, .warning,
      words: Words(
        "按本期填的项目，本期的数比到上期为止的累计还大，也比以前任何一期大一倍以上；或季度末月的数比本季前两个月之和还多四成以上：多半是填了累计数。数不改。",
        "In an item that is filled by period, the figure is larger than all before it and twice that of any earlier period; or in the "
          + "last month of a quarter it is 1.4 times the two before and twice either: perhaps a sum. It is never changed.",
        say: "{column}{value}达到或超过{expected}，可能填的是累计数", "{column} {value} is not less than {expected}: perhaps a sum",
        mend: "这一栏只填本期的数；属实的，在“核实说明”写明原因", "give the period's own figure, or explain in 核实说明"),
      example: ("本期", "17517.88（到上期为止的累计17484.13）")),
    seen(
      "W57", .levelShift, .warning,
      words: Words(
        "按现有数填的项目，一期之间变成了以前各期的八倍以上，或八分之一以下，变成0也算（都在50以下的数不看，10以上的变成0要看）：多半多打、少打了一位。数不改。",
        "A number of what there is became eight times all earlier ones or more, or an eighth or less, 0 included: perhaps a "
          + "digit too many or too few. Below 50 it is not asked, but for 10 and more that became 0. It is never changed.",
        say: "{column}{value}与前几期的{expected}相差悬殊，可能多打或少打了一位",
        "{column} {value} is out of all proportion to the earlier {expected}: perhaps a digit too many or too few",
        mend: "请核对；属实的，在“核实说明”写明原因", "check the figure, or explain in 核实说明"),
      example: ("累计", "44000（前几期44）")),
    seen(
      "W58", .figureInWords, .warning,
      words: Words(
        "文字里写着“应为”“实为”“更正为”多少，与这一行的数不同。数不改。",
        "The words of a row say what a figure should be, and it is another one. It is never changed.",
        say: "{column}里写的是“{value}”，与这一行的数{expected}不同",
        "{column} says “{value}”, which is not {expected}, the row's figure",
        mend: "请把对的数填进数字栏；数字没有错的，改文字", "enter the right figure in its column, or mend the words"),
      example: ("进展情况", "累计数应为352户（累计342）")),
    seen(
      "W59", .amountRepeated, .warning,
      words: Words(
        "按本期填的数与上一期的本期数一位不差（四位以上的数才看）：多半是把上一期的表又报了一遍。数不改。",
        "The period's own figure, of four digits or more, is that of the period before to the last digit: perhaps the old form came "
          + "again. It is never changed.",
        say: "{column}{value}与上一期填的一位不差", "{column} {value} is that of the period before to the last digit",
        mend: "请核对是不是本期的数；属实的，在“核实说明”写明原因", "check that it is this period's, or explain in 核实说明"),
      example: ("本期", "3872.18（上一期3872.18）")),
  ]
}
