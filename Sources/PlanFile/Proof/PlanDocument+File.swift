internal import FoundationEssentials
public import PlanModel

extension PlanDocument {
  /// The document in the file at `path`: plain text in UTF-8, no larger than a plan may be.
  ///
  /// - Parameter limits: those of the plan.
  /// - Throws: `notUTF8`, `unreadable`.
  public init(
    contentsOf path: String, limits: PlanReader.Limits = PlanReader.Limits()
  ) throws(PlanDocumentError) {
    let data: Data
    do throws(FileTrouble) {
      data = try FileBytes.read(path, limit: limits.bytes)
    } catch {
      throw .unreadable(error)
    }
    try self.init(data)
  }
}

extension PlanDocumentError {
  /// Returns one line with file, what is wrong and what to do.
  public func message(file: String, in language: Language) -> String {
    switch (self, language) {
    case (.notUTF8, .chinese): "\(file): 原文不是 UTF-8 纯文本。请另存为 UTF-8 的 .txt 后再核对。"
    case (.notUTF8, .english): "\(file): the document is not plain text in UTF-8. Save it as such."
    case (.unreadable(let why), .chinese): "\(file): 读不了原文：\(why.words(in: .chinese))，或用 --document 指明。"
    case (.unreadable(let why), .english):
      "\(file): the document cannot be read: \(why.words(in: .english)), or name it with --document."
    }
  }
}
