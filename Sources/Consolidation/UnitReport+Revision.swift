import PlanModel

extension UnitReport {
  /// Returns the 修订号 of the file that counts for an item: one more than the files with the item that it replaced,
  /// returned ones among them; `nil` where no file reports the item.
  public func revision(of code: String) -> Int? {
    guard let source = files.source(of: code) else { return nil }
    // Most files are the only one.
    return [files.superseded, files.counting, files.returned].reduce(1) { revision, files in
      revision + files.count { $0 !== source && source.replaces($0) && $0.submission.row(code) != nil }
    }
  }
}
