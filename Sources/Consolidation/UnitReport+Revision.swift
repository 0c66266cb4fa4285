import PlanModel

extension UnitReport {
  /// 修订号 of the file that counts for an item: one more than the acceptable files that it replaced there; `nil` where
  /// no file reports the item.
  public func revision(of code: String) -> Int? {
    guard let source = files.source(of: code) else { return nil }
    return 1
      + (files.superseded + files.counting).count { older in
        source.replaces(older) && older.submission.row(code) != nil
      }
  }
}
