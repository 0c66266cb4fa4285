import PlanModel

/// What the reader of forms remarks on in rows and cells.
extension RuleSource {
  static let reading: [RuleSource] = [
    seen(
      "E02", .notNumber, .error,
      words: Words(
        "应填数字的格里不是数字，或数字前后有认不出的字：整格每个字都认得才取数。",
        "A cell for numbers holds no number, or other words with it: it is taken only if every character is understood.",
        say: "{column}{text}不是数字，读不懂的是“{value}”", "{column} {text} is no number: “{value}” does not fit",
        mend: "请只填数字，例如{expected|80}，其余的话写在“进展情况”", "a number only, such as {expected|80}"),
      example: ("累计", "若干")),
    seen(
      "E03", .foreignMeasure, .error,
      words: Words(
        "数的单位与本表的不同，又不能换算；或表上几处写的单位不一样。",
        "A unit of measure that cannot be converted, or several that contradict each other.",
        say: "{column}{text}的单位“{value}”与“{expected}”不同，没有换算",
        "{column} {text} is in “{value}”, which was not converted to “{expected}”",
        mend: "请按“{expected}”填数字，不带单位；表上另写的单位改回印好的",
        "give it in {expected}, and restore the units that are printed"), example: ("累计", "38万元（本表按户）")),
    seen(
      "E05", .formulaError, .error,
      words: Words(
        "格里是公式错误。", "A cell holds a formula error.", say: "{column}是公式错误{text}",
        "{column} holds a formula error {text}",
        mend: "请改填数字", "give a number"), example: ("累计", "#REF!")),
    seen(
      "E07", .rowDuplicated, .error,
      words: Words(
        "同一指标有两行。", "An indicator stands on two rows.", say: "指标“{value}”出现了两行，取哪一行说不准",
        "“{value}” stands on two rows", mend: "请只留一行", "keep one"), example: ("指标", "适老化改造，两行")),
    seen(
      "E08", .overwritten, .error,
      words: Words(
        "公式被改成了别的数；完成率与累计÷目标相差0.1个百分点以上。", "A formula was replaced by another number; a rate more than 0.1 off.",
        say: "{column}的公式被改成了{text}，系统算得{expected}",
        "the formula in {column} was replaced by {text}; it makes {expected}",
        mend: "请恢复公式，或核对本期、上期两数", "restore it"), example: ("完成率", "54（应为7.1）")),
    seen(
      "E10", .notDate, .error,
      words: Words(
        "应填日期的格里不是日期。", "A cell for dates holds no date.", say: "{column}{text}不是日期", "{column} {text} is no date",
        mend: "请填{expected}", "fill in: {expected}"), example: ("累计", "上个月底")),
    seen(
      "E12", .rowMissing, .error,
      words: Words(
        "模板里的一行不见了。", "A row of the form is missing.", say: "缺少指标“{expected}”一行", "the row of “{expected}” is missing",
        mend: "请从模板复制该行补上并填报", "copy it from the template"), example: ("指标", "被删的行")),
    seen(
      "E18", .figureInUnit, .error,
      words: Words(
        "计量单位栏里是数字：这一行填错了列。", "A number stands in 计量单位: the row slipped by a column.", say: "计量单位栏填了{text}，这一行可能错了列",
        "{text} stands in the column of units: the row slipped", mend: "请核对这一行各栏", "check the row"),
      example: ("计量单位", "38")),
    seen(
      "W05", .bareFraction, .warning,
      words: Words(
        "百分数栏填了0到1之间的数，没有百分号：是百分数还是小数，说不准，没有取数。",
        "A number between 0 and 1 without a sign where per cent are asked for: it may be a fraction, and is not taken.",
        say: "{column}填的是{text}，也可能是{value}%，说不准，没有取数",
        "{column} says {text}, which may be {value} %; it was not taken", mend: "请按百分数填，例如65，或写上百分号，例如65%",
        "give per cent, such as 65 or 65%"),
      example: ("累计", "0.65")),
    seen(
      "W06", .rangeNotTaken, .warning,
      words: Words(
        "填的是范围，没有取数。", "A range is no figure and was not taken.", say: "{column}{text}是一个范围，没有取数",
        "{column} {text} is a range and was not taken", mend: "请填一个确定的数", "give one number"), example: ("累计", "6-7个")),
    seen(
      "W07", .mergedFigure, .warning,
      words: Words(
        "数字格合并了，数只计一次。", "Cells for figures are merged; the number counts once.", say: "{column}是合并单元格，只计左上角一格里的",
        "{column} is merged; the number counts once, at the top left", mend: "请拆分单元格，逐行填报", "unmerge and fill each row"),
      example: ("累计", "两行合并的9")),
    seen(
      "W08", .approximate, .warning,
      words: Words(
        "填的是约数。", "An approximate value.", say: "{column}{text}是约数，已按{value}计",
        "{column} {text} is approximate, taken as {value}", mend: "请填准确的数", "give the exact number"),
      example: ("累计", "约46")),
    seen(
      "W09", .targetChanged, .warning,
      words: Words(
        "模板印好的目标、指标、上期数等被改了，仍按印好的。", "A printed target, task or previous figure was changed; what was printed stands.",
        say: "印好的{column}被改成了{text}，仍按印好的“{expected}”",
        "the printed {column} was changed to {text}; “{expected}” stands",
        mend: "请改回；印错了或有变动的，请另行报告", "restore it; report what is wrong or has changed apart"),
      example: ("目标", "30（计划50）")),
    seen(
      "W40", .measureConverted, .warning,
      words: Words(
        "表上写的计量单位与计划的不同，同一类的，数已换算。",
        "The form states another unit of measure of the same family; the figure was converted.",
        say: "表上把计量单位写成{text}，数已由“{value}”换算为计划的“{expected}”",
        "the unit of measure is given as {text}; the figure was converted from {value} to {expected}",
        mend: "请核对换算后的数；不是这个单位的，把它改回印好的", "check the figure, or restore the unit of measure"),
      example: ("计量单位", "元（计划万元）")),
    seen(
      "W10", .numberInWords, .warning,
      words: Words(
        "数字前有“已完成”这类词。", "Words such as 已完成 before a number.", say: "{column}{text}夹有文字，已取{value}",
        "{column} {text} holds words, {value} was taken", mend: "请只填数字，说明写在“进展情况”", "a number only"),
      example: ("累计", "已完成7家")),
    seen(
      "W31", .contraryWords, .warning,
      words: Words(
        "农村的行写着城市的事，或反过来：多半抄错了行。", "A row for the countryside speaks of the city, or the other way round.",
        say: "“{expected}”一行的{column}写的是{value}", "{column} on the row of “{expected}” speaks of {value}",
        mend: "请核对是否填错了行", "check whether the row is the right one"), example: ("进展情况", "农村走访：城市低保对象全部走访")),
    seen(
      "W34", .listIncomplete, .warning,
      words: Words(
        "明细表里有一行没有填全：没有对象或状态，办结的没有日期，没有办结的填了日期；或整张明细表没有填。",
        "A row of a list lacks its object, its state or the day on which it was done; or the list was not filled in.",
        say: "{value}没有填好", "{value} is not filled in as it should be", mend: "请{expected}", "please: {expected}"),
      example: ("办结日期", "")),
    seen(
      "W35", .reviewIncomplete, .warning,
      words: Words(
        "条线复核没有填全：任务没有写进展，已报的数没有选“确认”或“存疑”，“存疑”的没有写意见；或整张表没有了。",
        "The review of a line is not whole: a task without its progress, a figure neither confirmed nor queried, a query "
          + "without a reason; or the sheet is gone.",
        say: "{value}没有填好", "{value} is not filled in as it should be", mend: "请{expected}", "please: {expected}"),
      example: ("复核", "")),
    seen(
      "W14", .bracketNegative, .warning,
      words: Words(
        "括号、负、△、▲、后面的减号：按负数计。", "Brackets, 负, △, ▲ or a minus behind: a negative number.",
        say: "{column}{text}按负数{value}计",
        "{column} {text} was taken as {value}", mend: "请核对", "check"), example: ("本期", "(3)")),
    seen(
      "W16", .ambiguousNumber, .warning,
      words: Words(
        "数或日期有两种读法，没有取。", "A number or a day that can be read in two ways: it is not taken.",
        say: "{column}{text}有两种读法（{value}），没有取数", "{column} {text} can be read in two ways ({value}) and was not taken",
        mend: "请写明是哪一个：数字写全，例如80；日期写年月日，例如{expected|2024-06-30}",
        "say which: a number in full, a day such as {expected|2024-06-30}"), example: ("累计", "1.780")),
    seen(
      "E30", .fractionOfWhole, .error,
      words: Words(
        "按户、个这样整件计的数填了小数。", "A fraction of things that are counted whole.",
        say: "{column}{text}是小数，“{expected}”要按整数计", "{column} {text} is a fraction; {expected} are counted whole",
        mend: "请填整数，例如80", "give a whole number, such as 80"), example: ("累计", "360.5（户）")),
    seen(
      "E31", .dateFormat, .error,
      words: Words(
        "填数字的格被设成了日期格式。", "A cell for numbers is formatted as a date.",
        say: "{column}的格是日期格式，存的数是{value}，显示成{expected}，说不准填的是数还是日期",
        "{column} is formatted as a date: {value} is stored, {expected} is shown",
        mend: "请选中这一格，把单元格格式改为“常规”，再填数字", "set the cell's format to General, and give the number"),
      example: ("累计", "1月31日（存的是31）")),
    seen(
      "E32", .struckText, .error,
      words: Words(
        "格里有删除线或上下标的字：划掉的算不算数，说不准，没有取。",
        "Text that is struck through, raised or lowered: whether it counts cannot be told.",
        say: "{column}{text}里有删除线或上下标（{value}），没有取",
        "{column} {text} holds struck or raised text ({value}) and was not taken",
        mend: "请清除这一格的格式（含条件格式），只留要报的数", "clear the cell's formats, conditional ones too, and leave what is reported"),
      example: ("累计", "45（4上有删除线）")),
    seen(
      "E33", .shownOtherwise, .error,
      words: Words(
        "单元格的数字格式或条件格式使显示的数和存的数不同。",
        "The cell's number format, or a conditional one, shows another number than the one stored.",
        say: "{column}显示的是“{value}”，存的是“{expected}”，两者不同",
        "{column} shows “{value}” and holds “{expected}”: two things",
        mend: "请把单元格格式改为“常规”（有条件格式的先清除），核对后重填",
        "clear the cell's conditional formats, set its format to General and give the number again"),
      example: ("累计", "1.2（存的是12345）")),
    seen(
      "E34", .misplacedFigure, .error,
      words: Words(
        "应填的格空着，同一行别的格里有数。", "The cell to be filled is blank, and a figure stands in another column of its row.",
        say: "{column}里有{text}，应填的“{expected}”却空着", "{column} holds {text}, while “{expected}” is blank",
        mend: "请把数填到“{expected}”，再清空这一格", "move it to “{expected}” and clear this cell"), example: ("本期", "12（应填累计）")),
    seen(
      "E35", .rowContradicts, .error,
      words: Words(
        "一行的编码是一个指标的，名称却不是：说不准是哪一行。",
        "The hidden code of a row is one indicator's and the name is not: the row cannot be told.",
        say: "这一行的编码是“{expected}”的，指标名称却是{text}，认不准是哪一项，没有读",
        "the row's code is that of “{expected}”, its name is {text}; it was not read",
        mend: "请从模板复制这一行，按名称重填", "copy the row from the template and fill it again"),
      example: ("指标", "慈善超市（编码是适老化改造的）")),
    seen(
      "W37", .rowsSorted, .warning,
      words: Words(
        "行的次序变了，隐藏的编码没有跟着动：按名称对上。", "Rows were sorted and the hidden codes stayed: read by their names.",
        say: "有{value}行排过序，隐藏的编码没有跟着动，已按指标名称对上",
        "{value} rows were sorted without their hidden codes; they were read by name", mend: "请核对这几行的数",
        "check the figures of these rows"), example: ("指标", "整表按序号排过")),
    seen(
      "W38", .implausibleDay, .warning,
      words: Words(
        "日期早于计划年度，多半写错了年份；没有取。", "A day before the plan's year, probably a slip: it is not taken.",
        say: "{column}{text}早于计划年度，没有取", "{column} {text} is before the plan's year and was not taken",
        mend: "请核对年份；确是往年办结的，请告诉汇总单位", "check the year"), example: ("累计", "1924-07-15")),
    seen(
      "W39", .changingFormula, .warning,
      words: Words(
        "格里的公式每天或每次打开算得都不同（TODAY、NOW、RAND）；没有取。",
        "A formula that comes out otherwise each day or each time (TODAY, NOW, RAND): it is not taken.",
        say: "{column}是公式{value}，每次打开都可能变，没有取", "{column} is the formula {value}, which changes, and was not taken",
        mend: "请直接填写日期或数字", "enter the day or number itself"), example: ("累计", "=TODAY()")),
  ]

  static let notices: [RuleSource] = [
    seen(
      "N01", .normalized, .notice,
      words: Words(
        "写法按规则规整了，数不变。", "The way of writing was normalised.", say: "{column}{text}已规整为{value}",
        "{column} {text} was taken as {value}"), example: ("累计", "３４２")),
    seen(
      "N02", .textDateConverted, .notice,
      words: Words(
        "文本写的日期按日期读。", "A date written as text was read.", say: "{column}{text}已按日期{value}读取",
        "{column} {text} was taken as {value}"), example: ("累计", "2024.6.26")),
    seen(
      "N03", .nilReturn, .notice,
      words: Words(
        "零报告。", "A nil return.", say: "{column}填了{text}，按零报告（0）计", "{column} {text} is a nil return (0)"),
      example: ("累计", "无")),
    seen(
      "N04", .overwrittenEqual, .notice,
      words: Words(
        "公式被改成了相等的数。", "A formula replaced by an equal number.", say: "{column}的公式被改成了数字，数值一致",
        "the formula in {column} was replaced by an equal number"), example: ("累计", "38")),
    seen(
      "N05", .sheetRenamed, .notice,
      words: Words(
        "工作表改了名。", "The sheet was renamed.", say: "工作表“{expected}”改名为“{value}”，已照常读取",
        "sheet “{expected}” was renamed “{value}”"), example: ("工作表", "Sheet1")),
    seen(
      "N06", .earlierRevision, .notice,
      words: Words(
        "计划旧版的模板，按当时的版式读。", "A template of an earlier revision, read by its own layout.",
        say: "这是计划第{value}版的模板，已按当时的版式读取",
        "a template of revision {value} of the plan, read by its own layout"), example: ("标识", "第1版")),
    seen(
      "E29", .notPreviousPlusCurrent, .error,
      words: Words(
        "自制表上手填的三个数对不上：上期累计加本期不等于累计。",
        "On a form of another make: the earlier figure and the period's own do not make the cumulative one.",
        say: "累计完成{text}不等于上期累计加本期{expected}",
        "cumulative {text} is not the earlier figure plus the period's own, {expected}",
        mend: "请核对上期累计、本期、累计三个数", "check the three figures"), example: ("累计", "31（25+5）")),
    seen(
      "N11", .macrosIgnored, .notice,
      words: Words(
        "工作簿带有宏。宏不运行，也不影响读数。", "The workbook has macros: they are not run, and change nothing that is read.",
        say: "工作簿带有宏，宏没有运行，表照常读取", "the workbook has macros; they were not run, the form was read as any other"),
      example: ("文件", "填报表.xlsm")),
    seen(
      "N12", .convertedFile, .notice,
      words: Words(
        "旧格式（.xls、.et、.ods）的表，由 LibreOffice 转换后读取。",
        "A form in an older format, read after LibreOffice had converted it.",
        say: "这是{value}格式的表，由 LibreOffice 转换后读取", "a form in the format {value}, converted by LibreOffice"),
      example: ("文件", "填报表.xls")),
    seen(
      "N10", .commentNoted, .notice,
      words: Words(
        "格上有批注。批注和颜色不作为填报内容，记下备查。", "A comment on a cell: comments and colours are no entries; it is noted.",
        say: "批注“{value}”不作为填报内容", "the comment “{value}” is not taken as an entry"), example: ("批注", "实际35户")),
    seen(
      "N13", .preparerChanged, .notice,
      words: Words(
        "填报人不是通讯录（contacts.csv）里登记的人。换了人请更新通讯录。", "The preparer is not the one whom contacts.csv names.",
        say: "填报人是“{text}”，通讯录里登记的是“{value}”", "the preparer is “{text}”; contacts.csv names “{value}”"),
      example: ("填报人", "乙（登记为甲）")),
    seen(
      "N16", .stampCopyMissing, .notice,
      words: Words(
        "模板标识存有两份，少了一份；另一份核验无误。", "One of the two copies of the stamp is missing; the other one holds.",
        say: "模板标识少了一份，另一份核验无误", "one of the two copies of the stamp is missing; the other one holds",
        mend: "不用改", "nothing to mend"), example: ("标识", "文件属性里的一份没有了")),
    seen(
      "N17", .textShortened, .notice,
      words: Words(
        "文字太长，或有单元格里写不了的字符：汇总簿、退回表里只写得下一部分。",
        "A text that is too long, or has characters that no cell holds: books and returns have a part of it.",
        say: "文字太长或有写不了的字符（{value}），汇总簿里只写得下一部分",
        "the text is too long, or has what no cell holds ({value}); books have a part of it",
        mend: "请缩短，详情另附文件", "shorten it; details go into a document beside the form"),
      example: ("存在问题", "三万多字")),
    seen(
      "N14", .foreignForm, .notice,
      words: Words(
        "不是下发的填报表，按计划里描述的版式（layouts）读取。", "A form of another make, read by its description in the plan.",
        say: "按“{value}”的版式读取", "read as “{value}”"), example: ("文件", "县里自制的月报表")),
    seen(
      "N08", .rowFoundByName, .notice,
      words: Words(
        "这一行没有编码，按名称认出。", "A row without code, found by its name.", say: "这一行没有编码，按指标名称“{value}”认出",
        "the row has no code; found by its name “{value}”"), example: ("编码", "")),
  ]
}
