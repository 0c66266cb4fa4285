extension SourceNode {
  /// The value on one line, as YAML in flow style: how an entry that is kept as written keeps its lists and maps.
  var flowText: String {
    switch content {
    case .scalar(let text, let style): style == .plain ? text : YAMLText.quoted(text)
    case .sequence(let items): "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.name): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }
}
