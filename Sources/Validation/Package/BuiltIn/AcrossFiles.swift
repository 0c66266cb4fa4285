import PlanModel

/// Rules about the files of a unit, and about a period's submissions together.
extension RuleSource {
  static let copies: [RuleSource] = [
    seen(
      "W19", .conflictingFiles, .warning, of: .period,
      words: Words(
        "同一单位几份文件内容不同，又分不出先后。", "Files of one unit differ, and none supersedes.",
        say: "同一单位有几份内容不同的文件（{value}），{expected}待定，没有计入合计",
        "files of one unit differ ({value}); {expected} is undecided and counted nowhere", mend: "请单位确认以哪一份为准",
        "have the unit choose"), example: ("累计", "14与15")),
    seen(
      "W60", .wordsDiffer, .warning, of: .period,
      words: Words(
        "同一单位几份文件数字相同，文字或签署不同，又分不出先后：数字照计，文字用排在前面的一份。",
        "Files of one unit agree in their figures, differ in words or signatures, and none supersedes: the figures count.",
        say: "同一单位几份文件（{value}）的文字或签署不同，分不出先后，用的是“{expected}”里的",
        "words or signatures of one unit's files ({value}) differ, and none supersedes; those of “{expected}” are used",
        mend: "请单位确认以哪一份为准", "have the unit choose"), example: ("存在问题", "两份各写一样")),
    seen(
      "N07", .duplicateFile, .notice, of: .period,
      words: Words(
        "内容相同的文件只计一份。", "Files of equal content count once.", say: "与“{value}”内容相同，只计一份",
        "same content as “{value}”; counted once"), example: ("文件", "复件")),
    seen(
      "W20", .previousDiffers, .warning,
      words: Words(
        "表上的上期累计与上期报送的不同；中间缺报的，比最近一期报过的还小。",
        "The previous figure on the form is not what was reported, or below the last that is known.",
        say: "上期累计{value}与报送过的{expected}不一致", "previous figure {value} differs from {expected}, which was reported",
        mend: "请核对；上期数有更正的，在“核实说明”写明", "check, or explain in 核实说明"), example: ("上期累计", "176（上期报178）")),
    seen(
      "N09", .previousCorrected, .notice,
      words: Words(
        "表印好以后，上期的文件更正过（上期数已更正）。", "The last period's file was corrected after this form was printed.",
        say: "上期累计印的是{value}，上期已更正为{expected}", "the form prints {value}; last period was corrected to {expected}"),
      example: ("上期累计", "176（已更正为178）")),
    seen(
      "W30", .monthsNotAdding, .warning,
      words: Words(
        "各期本期数相加不等于累计数，多半是前几期的文件更正过，上期累计没有跟着改。",
        "The periods' own figures do not add up to the cumulative one: an earlier file was corrected, and the sum not.",
        say: "{column}{value}不等于年初以来各期之和{expected}", "{column} {value} is not the sum of the periods {expected}",
        mend: "请核对各期本期数；属实的，在“核实说明”写明原因", "check the periods, or explain in 核实说明"),
      example: ("累计", "191（各期之和193）")),
  ]

  static let acrossFiles: [RuleSource] = [
    seen(
      "E17", .allocationNotAdding, .error, of: .period,
      words: Words(
        "各单位表上印的分解数合起来不等于全市目标：有的表是计划旧版的。",
        "The shares printed on the forms do not add up to the city's target: some are of an earlier revision.",
        say: "各表印的分解数合计{value}，不等于全市目标{expected}",
        "the shares on the forms add up to {value}, not to the target {expected}",
        mend: "请换发新版模板，按新的分解数重报", "send out the current template"), example: ("分解数", "东县60＋西县50，目标100")),
    seen(
      "W11", .identicalFigures, .warning, of: .period,
      words: Words(
        "几个县的数完全相同，可能填错了表。", "Several counties report identical figures.", say: "与{value}的数完全相同",
        "figures identical to those of {value}", mend: "请各自核对", "have each check"), example: ("累计", "两县各项全同")),
    seen(
      "W32", .countiesNotCity, .warning, of: .period,
      words: Words(
        "各县合计不等于市里报的数。", "The counties do not add up to the city's figure.", say: "各县合计{value}不等于全市数{expected}",
        "the counties add up to {value}, the city reports {expected}", mend: "请市县核对", "have both check"),
      example: ("累计", "县合计997，市报1000")),
    seen(
      "W36", .figureQueried, .warning, of: .period,
      words: Words(
        "牵头科室在条线复核里对这个数存疑。", "The lead department queries the figure in its review (条线复核).",
        say: "{value}对{text}存疑：{expected}", "{value} queries {text}: {expected}",
        mend: "请核对改正；属实的，把依据告知该科室，由其改为“确认”", "correct it, or show the department the grounds to confirm it"),
      example: ("累计", "195")),
    seen(
      "N15", .reviewOutdated, .notice, of: .period,
      words: Words(
        "条线复核以后，单位的数改过。", "The county's figure was changed after it was reviewed (条线复核).",
        say: "{value}复核时是{expected}，现在是{text}", "{value} reviewed {expected}; now it is {text}",
        mend: "请再复核一次", "review it again"), example: ("累计", "196（复核时195）")),
    seen(
      "W22", .copiesNotBoth, .warning, of: .period,
      words: Words(
        "计划要求电子表和盖章件都报（reporting.stampedCopy），收件里找不到这个单位的盖章件。",
        "The plan wants a stamped copy with each form (reporting.stampedCopy); none of this unit is in the inbox.",
        say: "只有电子表，没有{unit}的盖章件", "a form without the stamped copy of {unit}",
        mend: "请补报盖章件的扫描件或照片，放在同一文件夹，或文件名写明单位", "send a scan, in the form's folder or named after the unit"),
      example: ("盖章件", "")),
  ]
}
