internal import FoundationEssentials
public import PlanModel

extension PlanReader {
  /// The plan in the file at `path`.
  /// - Throws: everything that is wrong with the file, or that it cannot be read.
  public func read(contentsOf path: String) throws(PlanFileError) -> Plan {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw PlanFileError([PlanFileProblem(.unreadable, at: .file, found: "\(error)")])
    }
    return try read(data)
  }
}
