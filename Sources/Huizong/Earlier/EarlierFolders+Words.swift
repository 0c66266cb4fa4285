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
