/// What is wrong with the lists of receipts of an inbox.
public struct ReceiptFaults: Hashable, Sendable {
  /// Names in the lists for which there is no file, sorted.
  public var withoutFile: [String] = []
  /// The lines that have these names, as far as they are known: a part knows the names alone.
  var lines: [String: ReceiptBook.ListLine] = [:]
  /// What is wrong with single lines.
  public var problems: [ReceiptBook.Problem] = []

  public var isEmpty: Bool { withoutFile.isEmpty && problems.isEmpty }
}

extension ReceiptFaults {
  init(_ book: ReceiptBook) {
    self.init(withoutFile: book.withoutFile, lines: book.absent, problems: book.problems)
  }
}
