import PlanModel

extension UnitReport {
  /// Returns the 修订号 of the file that counts for an item: one more than the files with the item that it replaced,
  /// returned ones among them; `nil` where no file reports the item.
  public func revision(of code: String) -> Int? {
    guard let source = files.source(of: code) else { return nil }
    return 1
      + (files.superseded + files.counting + files.returned).count { older in
        source.replaces(older) && older.submission.row(code) != nil
      }
  }
}
