import Foundation

/// `samples/shanwei-2024/expected.json`: what should come of each file of the samples.
struct ExpectedSamples: Decodable {
  struct Month: Decodable {
    let folder: String
    let history: [String]
    let units: [String: Unit]
    let refused: [String]
    let attachments: [String]
    let ignored: [String]
    let files: [File]
  }

  struct Unit: Decodable, Equatable {
    let status: String
    let counting: [String]
    var superseded: [String]?
    var duplicates: [String]?
    var returned: [String]?
    var omitted: [String]?
    var disputed: [String]?
  }

  struct File: Decodable {
    let file: String
    /// `accepted`, `incomplete`, `returned` or `refused`.
    let verdict: String
    let findings: [Finding]
  }

  struct Finding: Decodable {
    let id: String
    let rule: String
    let sheet: String?
    let cells: [String]?
  }

  let version: Int
  let periods: [String: Month]

  static func read() throws -> ExpectedSamples {
    try JSONDecoder().decode(Self.self, from: Data(CommandRun.text("samples/shanwei-2024/expected.json").utf8))
  }
}
