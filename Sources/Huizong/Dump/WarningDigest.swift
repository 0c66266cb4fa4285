public import XLSXReading

/// Makes few messages out of many warnings: equal ones over many cells become one.
public enum WarningDigest {
  /// Returns one message for each kind of warning in each sheet, naming the first cells.
  public static func messages(_ warnings: [ReadWarning], in language: MessageLanguage) -> [String] {
    var order: [Key] = []
    var groups: [Key: [ReadWarning]] = [:]
    for warning in warnings {
      let key = Key(code: warning.code, sheet: warning.sheet)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(warning)
    }
    return order.compactMap { key in
      guard let group = groups[key], let first = group.first else { return nil }
      let message = first.message(in: language)
      guard group.count > 1 else { return message }
      return message + alike(group.count, language)
    }
  }

  private struct Key: Hashable {
    let code: ReadWarning.Code
    let sheet: String?
  }
}
