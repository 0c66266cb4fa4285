/// Files of the repository that tests read.
enum Repository {
  /// The path of a file given from the root of the repository.
  static func path(_ file: String) -> String {
    // Tests/PlanFileTests/Repository.swift
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    return folders.joined(separator: "/") + "/" + file
  }
}
