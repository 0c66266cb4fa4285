internal import FoundationEssentials
public import PlanModel

extension PlanReader {
  /// Returns the plan in the file at `path`.
  /// - Throws: everything that is wrong with the file, or that it cannot be read.
  public func read(contentsOf path: String) throws(PlanFileError) -> Plan { try read(text(contentsOf: path)) }

  func text(contentsOf path: String) throws(PlanFileError) -> String {
    let data: Data
    do throws(FileTrouble) {
      data = try FileBytes.read(path, limit: limits.bytes)
    } catch {
      if case .tooLarge = error { throw tooLarge(FileBytes.count(path)) }
      throw PlanFileError([PlanFileProblem(.unreadable, at: .file, found: error.name)])
    }
    return try text(data)
  }
}
