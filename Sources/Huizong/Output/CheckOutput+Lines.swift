extension CheckOutput {
  /// A file's line: what `File` holds, without the findings.
  struct FileLine: Encodable {
    let file: File

    init(_ file: File) { self.file = file }

    private enum Key: String, CodingKey { case type, version, file, verdict, unit, period, digest, cells, findings }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Key.self)
      try members.encode("file", forKey: .type)
      try members.encode(CheckOutput.currentVersion, forKey: .version)
      try members.encode(file.file, forKey: .file)
      try members.encode(file.verdict, forKey: .verdict)
      try members.encodeIfPresent(file.unit, forKey: .unit)
      try members.encodeIfPresent(file.period, forKey: .period)
      try members.encodeIfPresent(file.digest, forKey: .digest)
      try members.encodeIfPresent(file.cells, forKey: .cells)
      // How many lines follow, so that a cut-off output is noticed.
      try members.encode(file.findings.count, forKey: .findings)
    }
  }

  /// A finding's line: what `Item` holds, and whose it is.
  struct FindingLine: Encodable {
    let file: File
    let finding: Item

    init(_ file: File, _ finding: Item) { (self.file, self.finding) = (file, finding) }

    private enum Key: String, CodingKey { case type, file, unit, period }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Key.self)
      try members.encode("finding", forKey: .type)
      try members.encode(file.file, forKey: .file)
      try members.encodeIfPresent(file.unit, forKey: .unit)
      try members.encodeIfPresent(file.period, forKey: .period)
      try finding.encode(to: encoder)
    }
  }
}
