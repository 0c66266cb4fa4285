import Consolidation
import LedgerStore
import PlanFile
public import PlanModel
import Validation
import XLSXReading

extension JobError {
  /// Returns one sentence that says what is wrong and what to do.
  public func message(in language: Language) -> String {
    let why = reason.isEmpty ? "" : language("（\(reason)）", " (\(reason))")
    switch code {
    case .plan(let error): return error.message(file: subject, in: language)
    case .rules(let problems):
      return problems.map { $0.message(file: subject, in: language) }.joined(separator: "\n")
    case .unreadablePeriod:
      return language(
        "“\(subject)”不是期别，请写 2024-06、2024Q2、2024H1 或 2024。",
        "“\(subject)” is no period: write 2024-06, 2024Q2, 2024H1 or 2024.")
    case .periodOfAnotherYear(let year):
      return language(
        "“\(subject)”不在计划年度内，这是\(year)年的计划；请写\(year)年的期别，或换那一年的计划。",
        "“\(subject)” is not in the plan's year, \(year): name a period of it, or the plan of the other year.")
    case .periodBeforeReporting(let from):
      return language(
        "“\(subject)”不用报，本计划从\(from.chinese)起报；请写这一期或以后的期别。",
        "“\(subject)” is not reported: reporting begins with \(from); name that period or a later one.")
    case .unknownUnit(let known):
      return language(
        "计划里没有“\(subject)”这个报送单位；有：\(known.joined(separator: "、"))。",
        "the plan has no reporting unit “\(subject)”; it has: \(known.joined(separator: ", ")).")
    case .unitNotDue(let period):
      return language(
        "“\(subject)”在\(period.chinese)没有要报的指标；各单位报什么，见 huizong plan show --unit。",
        "“\(subject)” has nothing to report in \(period); what each unit reports: huizong plan show --unit.")
    case .nothingDue:
      return language(
        "“\(subject)”这一期没有要报的指标；请核对期别，或计划里的 reporting.from、frequency。",
        "nothing is to be reported in “\(subject)”: check the period, or reporting.from and frequency in the plan.")
    case .missingFile:
      return language("没有“\(subject)”这个文件，请核对路径。", "there is no file “\(subject)”: check the path.")
    case .file(let fault):
      return language(
        "“\(subject)”：\(fault.sentence(ofNamed: .chinese))。", "“\(subject)”: \(fault.sentence(ofNamed: .english)).")
    case .tooManyFiles(let limit):
      return language(
        "文件夹“\(subject)”里的文件太多\(InputLimit.inboxFiles.words(limit, .chinese))，请分开汇总或用 --limits 放宽。",
        "folder “\(subject)” has too many files\(InputLimit.inboxFiles.words(limit, .english)): split it, or raise the limit."
      )
    case .missingFolder:
      return language("没有“\(subject)”这个文件夹，请核对路径。", "there is no folder “\(subject)”: check the path.")
    case .unreadableFolder:
      return language(
        "文件夹“\(subject)”打不开\(why)，请检查读取权限。", "folder “\(subject)” cannot be read\(why): check its permissions.")
    case .workbook(let error):
      return language(
        "“\(subject)”：\(error.message(in: .chinese))", "“\(subject)”: \(error.message(in: .english))")
    case .twoReadings(let cells):
      let places = cells.prefix(8).joined(separator: language("、", ", "))
      return language(
        "“\(subject)”有的格说的不是一回事，认不准（\(places)）；请用 Excel 或 WPS 打开核对，另存以后再做。",
        "“\(subject)” has cells that say two things (\(places)): open it, look at them, and save it anew.")
    case .noTable:
      return language(
        "“\(subject)”里没有像填报表的表：要有一行表头，写着“指标”“项目”或“编码”，以及数字栏。",
        "nothing in “\(subject)” looks like a form: a row of headers with 指标, 项目 or 编码 and a column of figures is wanted."
      )
    case .noPlanTables:
      return language(
        "“\(subject)”里没有计划的单位表和任务表；这个命令读 huizong plan export 写出的工作簿。",
        "“\(subject)” has no tables of units and tasks; a workbook that huizong plan export wrote is wanted.")
    case .fileExists:
      return language(
        "“\(subject)”已经存在；要替换（连同其中的注释），请加 --replace。",
        "“\(subject)” is there already; --replace replaces it, comments and all.")
    case .unusualPlanText:
      return language(
        "计划文件里“\(subject)”的写法不能自动修改，文件没有动；请照 allocation: {单位: 数} 的写法手工填入。",
        "the entry of “\(subject)” in the plan file cannot be edited as it is written; nothing was changed: write allocation: {unit: share} by hand."
      )
    case .key:
      return language(
        "签名密钥“\(subject)”不能用\(why)：应为不少于16个字符的文本文件。",
        "signing key “\(subject)” cannot be used\(why): a text file of at least 16 characters.")
    case .missingKey:
      return language(
        "找不到签名密钥“\(subject)”，没有它就核验不了表是不是本局下发的；请把密钥放回原处，或用 --key 指明；确要不核验就做，请加 --without-key。",
        "there is no signing key “\(subject)”, and nothing else proves whose a form is: put it back, name it with --key, or go on with --without-key."
      )
    case .ledgerNotProved(let faults):
      let lines = faults.map { LedgerQuery.line($0, language) }.joined(separator: "\n")
      return language(
        "台账“\(subject)”核对不过，什么也没有写；请换回备份：\n\(lines)",
        "ledger “\(subject)” cannot be proved, and nothing was written; put back the backup:\n\(lines)")
    case .noKeyToSign:
      return language(
        "没有用签名密钥“\(subject)”，不能签发填报表；请把密钥放回原处，去掉 --without-key 再做。",
        "no form is signed without the signing key “\(subject)”: put it back and leave out --without-key.")
    case .cannotWrite:
      return language(
        "“\(subject)”写不出\(why)，请检查文件夹和权限。", "“\(subject)” cannot be written\(why): check folder and permissions.")
    case .outputAmongSubmissions:
      return language(
        "写出的文件不能放在收件文件夹里（“\(subject)”），否则会被当成报送件，或者盖掉报送件；请另给一个文件夹。",
        "nothing is written into the inbox (“\(subject)”), where it would be taken for a submission, or replace one: name another folder."
      )
    case .sameOutput:
      return language(
        "“\(subject)”这个文件名给了两样输出，后写的会盖掉先写的；请各用一个文件名。",
        "“\(subject)” is named for two outputs, the second of which would replace the first: name two files.")
    case .wouldReplace:
      return language(
        "“\(subject)”是这条命令要读的文件（计划、密钥、台账、填报表……），不能写在它上面；请换一个文件名。",
        "“\(subject)” is a file that this command reads (plan, key, ledger, form …), and is not replaced: name another file."
      )
    case .anotherKind:
      return language(
        "“\(subject)”已经有了，不是这条命令写出的那种文件（可能是密钥、台账、原文……），不替换；请换一个文件名。",
        "“\(subject)” is there, and no file of the kind that this command writes (a key, a ledger, a document …?): name another file."
      )
    case .cannotWriteFor(let refusal):
      return language(
        "“\(subject)”写不出：\(refusal.words(language))。", "“\(subject)” cannot be written: \(refusal.words(language)).")
    case .unknownRule:
      return language(
        "没有“\(subject)”这条规则，全部规则见 huizong rules list。", "there is no rule “\(subject)”: see huizong rules list.")
    case .unreadableDate:
      return language("“\(subject)”不是日期，请写 2024-07-05 这样的日期。", "“\(subject)” is no date: write one like 2024-07-05.")
    case .ledger(let error): return error.message(in: language)
    case .unknownInLedger:
      return language(
        "台账里没有“\(subject)”：应为单位、指标编码、文件名或校验值的前8位以上。",
        "the ledger has no “\(subject)”: a unit, a code, a file's name or 8 digits or more of its digest are wanted.")
    case .ambiguousInLedger(let known):
      return language(
        "“\(subject)”有\(known.count)份：\(known.joined(separator: "、"))；请写校验值（括号里的8位）。",
        "“\(subject)” are \(known.count) files: \(known.joined(separator: ", ")); give the digest in brackets.")
    case .unknownIndicator:
      return language(
        "计划里没有编码“\(subject)”的指标；全部编码见 huizong plan show。",
        "the plan has no indicator “\(subject)”; all codes: huizong plan show.")
    case .notToBeEntered(let unit):
      return language(
        "“\(subject)”不是\(unit)这一期要报的数字指标，不能录入；它要报的见 huizong plan show --unit。",
        "“\(subject)” is no figure that \(unit) reports in the period; what it reports: huizong plan show --unit.")
    case .unreadableNumber:
      return language(
        "“\(subject)”不是数字：只写数字和小数点，不带单位；逗号只用来隔开千位，如 1,200。",
        "“\(subject)” is no number: write digits and a point, without its unit; commas part thousands only, as in 1,200."
      )
    case .numberTooLong:
      return language(
        "“\(subject)”位数太多，记不下：最多38位，其中小数最多30位；请核对是不是多打了几位。",
        "“\(subject)” has too many digits, of which 38 may be, 30 of them behind the point: look for some that were typed twice."
      )
    case .unreadableDigest:
      return language(
        "“\(subject)”不是校验值：应为64位，由0–9、a–f组成，中间可以有空格和换行；请照记下的或校验单上的写全。",
        "“\(subject)” is no digest: 64 digits 0–9 and a–f are wanted, with blanks and line breaks between them or without; write all of the one noted down."
      )
    case .unknownView(let known):
      return language(
        "没有“\(subject)”这张表；有：\(known.joined(separator: "、"))。",
        "there is no view “\(subject)”; there are: \(known.joined(separator: ", ")).")
    case .part(let problem): return problem.message(subject, language)
    case .parts(let error): return error.message(subject, language)
    case .overflow:
      return language(
        "“\(subject)”：合计数超出38位，无法计算，请核对各单位数字。",
        "“\(subject)”: a total needs more than 38 digits; check the units' figures.")
    }
  }
}

extension JobError.Refusal {
  /// Returns why nothing could be written and what to do, without a full stop.
  func words(_ language: Language) -> String {
    switch self {
    case .noFolder: language("没有这个文件夹，请先建好或改正路径", "there is no such folder: make it, or correct the path")
    case .notAllowed: language("没有写入权限", "no permission to write there")
    case .isFolder: language("这是一个文件夹，请写明文件名", "this is a folder: give the name of a file")
    case .isSpecial:
      language("这是设备或管道，不是文件，请写明文件名", "this is a device or a pipe: give the name of a file")
    case .longName:
      language("文件名太长（最多255字节，约85个汉字），请改短", "the name is longer than the 255 bytes that a file may have: shorten it")
    case .full: language("磁盘已满，请清理后重来；没有留下写了一半的文件", "the disk is full: make room; no half-written file is left")
    case .readOnly: language("所在磁盘是只读的", "the disk is read-only")
    case .other: language("系统拒绝写入，请检查磁盘和权限", "the system refuses to write: check disk and permissions")
    }
  }
}
