public import PlanModel
import Validation

extension UnreadFile {
  /// With the folder's name: `2024-05/东县.xlsx`.
  var place: String { "\(FileAccess.name(of: folder))/\(file)" }

  /// Returns one sentence for a terminal.
  public func message(in language: Language) -> String {
    let why = FindingWords(finding, language: language).sentence(language)
    return language("往期文件没有读到：\(place)：\(why)", "a file of an earlier period was not read: \(place): \(why)")
  }
}

extension EarlierReceipts {
  /// Returns one sentence for a terminal.
  public func message(in language: Language) -> String {
    let place = "\(FileAccess.name(of: folder))/"
    return language("往期的收件登记：\(place)", "receipts of an earlier period: \(place)") + problem.message(in: language)
  }
}

extension [EarlierReceipts] {
  /// Returns a sentence for each; of many of one folder the first few and how many more there are.
  public func messages(in language: Language) -> [String] {
    Dictionary(grouping: self, by: \.folder).sorted { $0.key < $1.key }.flatMap { folder, own in
      own.prefix(ReceiptBook.Problem.shown).map { $0.message(in: language) }
        + ReceiptBook.Problem.more(FileAccess.name(of: folder), own.count - ReceiptBook.Problem.shown, language)
    }
  }
}
