import PlanModel

/// Rules about a file as a whole. E20 to E28: the file cannot be used at all.
extension RuleSource {
  static let files: [RuleSource] = [
    seen(
      "E20", .unreadableFile, .error,
      words: Words(
        "文件打不开，或不是工作簿。", "The file cannot be opened or is no workbook.", say: "文件不能读取", "the file cannot be read",
        mend: "请另存为.xlsx后重报", "save it as .xlsx"), example: ("文件", "5月.xls")),
    seen(
      "E21", .anotherPlan, .error,
      words: Words(
        "另一份计划的表。", "A form of another plan.", say: "这是“{value}”的表，不是“{expected}”的表",
        "a form of “{value}”, not of “{expected}”", mend: "请用本计划下发的模板重新填报", "use a template of this plan"),
      example: ("标识", "2023年工作要点")),
    seen(
      "E22", .anotherPeriod, .error,
      words: Words(
        "另一期的表。", "A form of another period.", say: "这是{value}的表，本次要报的是{expected}",
        "a form for {value}; {expected} is due", mend: "请用{expected}的模板重新填报", "use the template for {expected}"),
      example: ("标识", "2024年5月")),
    seen(
      "E23", .stampAltered, .error,
      words: Words(
        "模板标识被改动过。", "The template's stamp was altered.", say: "模板标识被改动过，认不准这张表", "the template's stamp was altered",
        mend: "请从下发的原模板重新填报，不要改动隐藏的工作表", "fill a fresh copy of the template"), example: ("标识", "被改过")),
    seen(
      "E24", .formNotFound, .error,
      words: Words(
        "没有一张工作表有模板的表头。", "No sheet has the header of the form.", say: "找不到填报表：没有一张工作表有模板的表头",
        "no sheet has the header of the form", mend: "请在下发的模板里填，不要另做表格", "fill the template itself"),
      example: ("工作表", "自制的表")),
    seen(
      "E25", .columnMissing, .error,
      words: Words(
        "认不准应有的列：没有这个表头，或几列都像。表头连括号里的字都要与下发的一致。",
        "A column cannot be told: its header is missing, or several are like it. What stands in brackets belongs to the header.",
        say: "认不准“{expected}”列：像它的表头{text|一个也没有}", "column “{expected}” cannot be told; headers like it: {text|none}",
        mend: "请恢复“{expected}”这个表头，只留一列，其他列另起名称", "restore the header, on one column"),
      example: ("表头", "累计完成（上月）")),
    seen(
      "E36", .sheetsDiffer, .error,
      words: Words(
        "几张工作表都是本期的填报表，数不一样：一张都不计。", "Several sheets are the form of the period and differ: none counts.",
        say: "工作表{text}像是同一张表，内容却不一样，都没有计入",
        "sheets {text} look like one table and differ; none was counted",
        mend: "请只留要报的一张，其余删去或隐藏后重报", "keep the one that is reported, delete or hide the others"),
      example: ("工作表", "填报表、填报表(2)")),
    seen(
      "E37", .twoReadings, .error,
      words: Words(
        "文件里有的格或行存了两次，或者存放的位置、文字丢了：读到的不一定是看到的。",
        "A cell or a row is stored twice, or its place or text is lost: what is read need not be what is seen.",
        say: "文件里存了两个值，或者位置、文字丢了，读哪一个说不准",
        "something is stored twice, or its place or text is lost: nobody can say what holds",
        mend: "请核对后重填（没有指明单元格的，核对整张表）；或用 Excel、WPS 打开原文件核对，另存为新的 .xlsx 再报",
        "check it and fill it in again (the whole sheet, if no cell is named), or open the file in Excel or WPS, check, and save it under a new name"
      ),
      example: ("累计", "同一格存了610和999")),
    seen(
      "E26", .unitUnknown, .error,
      words: Words(
        "认不出是哪个单位。", "The reporting unit is not known.", say: "认不出填报单位{text|}", "reporting unit {text|} is not known",
        mend: "请用本单位的模板填报，表头“填报单位”只写本单位的名称",
        "use your unit's template, with your unit's name alone in its head"), example: ("填报单位", "某局")),
    seen(
      "E28", .periodUnknown, .error,
      words: Words(
        "看不出是哪一期的表。", "The period of the form is not known.", say: "看不出是哪一期的表{text|}",
        "the period of the form {text|} is not known",
        mend: "请把期别写成“{expected|本期}”，其他的字删去；是别的期的表，另行报送",
        "make it {expected|the form's own period}, and take out other words"), example: ("期别", "上月")),
    seen(
      "E27", .unitMismatch, .error,
      words: Words(
        "标识是一个单位的，表头填报单位写的是另一个单位。", "The stamp is one unit's, the head names another.",
        say: "这是{value}的模板，填报单位写的是“{expected}”", "the template of {value}, filled in as “{expected}”",
        mend: "请用本单位的模板重新填报", "use your unit's own template"), example: ("填报单位", "西县民政局")),
    seen(
      "W12", .severalForms, .warning,
      words: Words(
        "不止一张工作表像填报表，只读一张：本期的、看得见的、填了数的。",
        "Several sheets look like the form; one is read: that of the period, visible and filled.",
        say: "工作表{text}也像填报表，读的是“{expected}”", "sheets {text} look like the form too; “{expected}” was read",
        mend: "请核对“{expected}”是要报的那一张，再删去其余的", "check that “{expected}” is the one, then delete the others"),
      example: ("工作表", "填报表、填报表(2)")),
    seen(
      "W13", .hiddenData, .warning,
      words: Words(
        "隐藏的行或列里有数。", "Figures in hidden rows or columns.", say: "隐藏的行或列里有数，已照常读取",
        "figures stand in hidden rows or columns; they were read", mend: "请取消隐藏，核对后再报", "unhide and check"),
      example: ("累计", "隐藏行里的38")),
    seen(
      "W17", .stampMissing, .warning,
      words: Words(
        "没有模板标识或标识不全，靠表头、单位名称和计划认。", "No stamp, or no whole one: read by headers, names and the plan.",
        say: "没有模板标识或标识不全，按表头、单位名称和计划读取",
        "no stamp, or no whole one; read by headers, names and the plan", mend: "下次请用下发的模板填报",
        "use the template next time"),
      example: ("标识", "")),
    seen(
      "W21", .outsideLayout, .warning,
      words: Words(
        "模板之外多出来的内容不计入。", "What stands outside the form is not counted.", say: "{value|模板外的内容}{text}没有计入",
        "{text} stands where none belongs and was not counted", mend: "{expected|需要上报的请写进模板的栏目}",
        "{expected|use the form's columns}"),
      example: ("自加的行", "慈善超市 3")),
    seen(
      "W28", .phoneDamaged, .warning,
      words: Words(
        "联系电话不成号码，多半是丢了前面的0或变成了科学记数。", "The telephone number is none: a leading 0 lost, or 1.38E+10.",
        say: "联系电话{text}不是完整的号码", "telephone number {text} is damaged", mend: "请按文本重填号码", "enter it as text"),
      example: ("联系电话", "1.3812E+10")),
    seen(
      "W24", .fractionMix, .warning, of: .form,
      words: Words(
        "同一份表里，百分数有的填成小数（0.65），有的填成百分数（65）。", "Rates of one form partly as 0.65, partly as 65.",
        say: "百分数有的填成小数，有的填成百分数：{value|}", "rates are given partly as fractions: {value|}", mend: "请一律按百分数填，例如65",
        "give all in per cent, such as 65"), example: ("累计", "0.65、72")),
  ]
}
