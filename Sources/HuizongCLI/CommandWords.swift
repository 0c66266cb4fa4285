internal import Huizong
internal import PlanModel
internal import XLSXReading

/// What commands say by themselves, beside what their jobs have to say. Their help stands with their options.
enum CommandWords {
  /// Says that the process ends; nobody knows by then in which language it was asked.
  static let interrupted =
    "已中断：没有写完的文件已删去，台账里记下的都在，再运行一次就接着做。 / interrupted: what was half written is gone, what the ledger noted is there; run it again to go on."

  /// Says that what a command prints cannot be written; nobody knows by then in which language it was asked.
  static let noOutput = "标准输出写不出去，打印的内容不全。 / standard output cannot be written: what was printed is not whole."

  /// Says that the signing key was left out on purpose.
  static func notProved(_ language: Language) -> String {
    language(
      "没有用签名密钥：表是不是本局下发的、有没有改过，都没有核验。",
      "the signing key was left out: nothing proves whose the forms are, or that nobody altered them.")
  }

  /// Says that a signing key had to be made.

  static func newKey(_ path: String, _ language: Language) -> String {
    language("没有签名密钥，已生成 \(path)；请妥善保管。", "there was no signing key: \(path) was made; keep it safe.")
  }

  /// Says that another run holds the ledger.
  static func waiting(for holder: String, _ language: Language) -> String {
    let who = holder.isEmpty ? "" : language("（\(holder)）", " (\(holder))")
    return language(
      "另一个 huizong\(who)正在用这个台账，等它结束…", "another huizong\(who) is using this ledger; waiting for it to end…")
  }

  // MARK: What was written

  /// Says that a run wrote nothing, as it was asked.
  static func dryRun(_ language: Language) -> String { language("试运行：什么也没有写。", "Dry run: nothing was written.") }

  /// Returns where the summary workbook is.
  static func summary(_ path: String, _ language: Language) -> String {
    language("汇总簿：\(path)", "Summary workbook: \(path)")
  }

  /// Returns where the workbooks of the units are, and how many.
  static func unitBooks(in folder: String, count: Int, _ language: Language) -> String {
    language("分单位表：\(folder)（\(count)本）", "Workbooks of units: \(folder) (\(count))")
  }

  /// Returns where the overview page is.
  static func page(_ path: String, _ language: Language) -> String {
    language("总览网页：\(path)", "Overview page: \(path)")
  }

  /// Returns where the draft of a bulletin is.
  static func bulletin(_ path: String, _ language: Language) -> String {
    language("通报草稿：\(path)", "Draft of the bulletin: \(path)")
  }

  /// Returns where the page that proves the ledger is.
  static func certificate(_ path: String, _ language: Language) -> String {
    language("台账校验单：\(path)", "The ledger's page to sign: \(path)")
  }

  /// Returns where the workbook of findings is.
  static func findings(_ path: String, _ language: Language) -> String {
    language("审核结果：\(path)", "Result: \(path)")
  }

  /// Returns where the workbook of a plan is, and how many entries each of its sheets has.
  static func plan(_ path: String, _ counts: [(sheet: String, entries: Int)], _ language: Language) -> String {
    let counts = counts.map { "\($0.sheet)\(language("", " "))\($0.entries)" }
    return "\(path)\(language("：", ": "))\(counts.joined(separator: language("、", ", ")))"
  }

  /// Returns where a form is, and how much it asks.
  static func form(_ form: TemplateJob.Form, _ language: Language) -> String {
    let missing =
      form.withoutPrevious == 0
      ? ""
      : language("，其中\(form.withoutPrevious)项没有上期数，由单位填写", ", \(form.withoutPrevious) without a previous figure")
    return language("\(form.path)：\(form.rows)项\(missing)", "\(form.path): \(form.rows) items\(missing)")
  }

  /// Returns how many forms were written, and how many were not.
  static func forms(written: Int, left: Int, _ language: Language) -> String {
    left == 0
      ? language("共\(written)份。", "\(written) forms.")
      : language("写出\(written)份，没有写\(left)份。", "\(written) forms written, \(left) not.")
  }

  // MARK: What was read

  /// Returns a warning of a workbook's reader.
  static func warning(_ message: String, _ language: MessageLanguage) -> String {
    "\(language == .chinese ? "警告：" : "warning: ")\(message)"
  }

  /// Returns how many cells could not be read whole.
  static func lostCells(_ count: Int, _ language: MessageLanguage) -> String {
    language == .chinese ? "有 \(count) 个单元格没有读全，其余都已列出" : "\(count) cells not read whole; all others are"
  }
}
