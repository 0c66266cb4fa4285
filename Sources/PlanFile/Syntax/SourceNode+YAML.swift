internal import Yams

extension SourceNode {
  /// Parses one YAML document.
  ///
  /// A plan is read by people line by line: anchors and tags are refused, since they make text mean something else than
  /// what stands there (and an anchored list of anchored lists would grow without end).
  static func parse(_ text: String) throws(PlanFileProblem) -> SourceNode {
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, encoding: .utf8)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw problem(error, in: text)
    } catch {
      throw PlanFileProblem(.syntax, at: .file, found: String(describing: error))
    }
    guard let root else { throw PlanFileProblem(.emptyFile, at: .file) }
    // Nodes refer to their anchors weakly; the parser owns them.
    return try withExtendedLifetime(parser) { () throws(PlanFileProblem) in try SourceNode(root, path: "") }
  }

  private init(_ node: Node, path: String) throws(PlanFileProblem) {
    let place = SourcePlace(line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    if let anchor = node.anchor {
      throw PlanFileProblem(.anchor, at: place, path: path, found: "&\(anchor.rawValue)")
    }
    if let tag = Self.explicitTag(of: node) {
      throw PlanFileProblem(.anchor, at: place, path: path, found: tag)
    }
    switch node {
    case .scalar(let scalar):
      self.init(content: .scalar(scalar.string, Style(scalar.style)), place: place)
    case .sequence(let sequence):
      var items: [SourceNode] = []
      for (index, item) in sequence.enumerated() { items.append(try SourceNode(item, path: "\(path)[\(index)]")) }
      self.init(content: .sequence(items), place: place)
    case .mapping(let mapping):
      self.init(content: .mapping(try Self.entries(mapping, path: path)), place: place)
    case .alias(let alias):
      throw PlanFileProblem(.anchor, at: place, path: path, found: "*\(alias.anchor.rawValue)")
    }
  }

  /// Returns the tag if somebody wrote one; the parser itself tags quoted text as text.
  private static func explicitTag(of node: Node) -> String? {
    let name =
      switch node {
      case .scalar(let scalar) where scalar.style != .plain && scalar.tag.rawValue == Tag.Name.str.rawValue: ""
      case .scalar(let scalar): scalar.tag.rawValue
      case .sequence(let sequence): sequence.tag.rawValue
      case .mapping(let mapping): mapping.tag.rawValue
      case .alias: ""
      }
    return name.isEmpty ? nil : name
  }

  private static func entries(_ mapping: Node.Mapping, path: String) throws(PlanFileProblem) -> [Entry] {
    var entries: [Entry] = []
    for (key, value) in mapping {
      let place = SourcePlace(line: key.mark?.line ?? 0, column: key.mark?.column ?? 0)
      guard case .scalar(let name) = key, key.anchor == nil else {
        throw PlanFileProblem(.wrongShape, at: place, path: path, expected: .text)
      }
      let inner = path.isEmpty ? name.string : "\(path).\(name.string)"
      entries.append(Entry(name: name.string, place: place, value: try SourceNode(value, path: inner)))
    }
    return entries
  }

  private static func problem(_ error: YamlError, in text: String) -> PlanFileProblem {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = [context?.text, problem].compactMap { $0 }.joined(separator: ", ")
      return PlanFileProblem(.syntax, at: SourcePlace(line: mark.line, column: mark.column), found: words)
    case .duplicatedKeysInMapping(let names, let context):
      let place = SourcePlace(line: context.mark.line, column: context.mark.column)
      return PlanFileProblem(.duplicateKey, at: place, found: names.joined(separator: ", "))
    case .reader(let problem, let offset, _, _):
      return PlanFileProblem(.syntax, at: place(ofCharacter: offset ?? 0, in: text), found: problem)
    default:
      return PlanFileProblem(.syntax, at: .file, found: "\(error)")
    }
  }

  private static func place(ofCharacter offset: Int, in text: String) -> SourcePlace {
    let before = text.prefix(offset)
    let line = before.split(separator: "\n", omittingEmptySubsequences: false)
    return SourcePlace(line: line.count, column: (line.last?.unicodeScalars.count ?? 0) + 1)
  }
}

extension SourceNode.Style {
  init(_ style: Node.Scalar.Style) {
    switch style {
    case .singleQuoted: self = .single
    case .doubleQuoted: self = .double
    case .literal, .folded: self = .block
    case .any, .plain: self = .plain
    }
  }
}
