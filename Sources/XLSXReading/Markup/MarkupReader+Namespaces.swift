extension MarkupReader {
  /// Takes note of `xmlns="…"` and `xmlns:p="…"`; other attributes are left alone.
  mutating func bind(_ attribute: MarkupAttribute, _ bytes: RawSpan) throws(XLSXReadError) {
    if attribute.hasPrefix {
      guard names.find(bytes, attribute.nameStart, attribute.localStart - 1) == .xmlns else { return }
    }
    guard bindings.count < limits.namespaces else {
      throw exceeded("namespaces", limits.namespaces)
    }
    let namespace =
      try attribute.isPlain
      ? MarkupNamespace(bytes, attribute.valueStart, attribute.valueEnd)
      : MarkupNamespace(uri: string(of: attribute, bytes))
    let prefix = attribute.hasPrefix ? (attribute.localStart, attribute.nameEnd) : (0, 0)
    bindings.append(NamespaceBinding(prefixStart: prefix.0, prefixEnd: prefix.1, namespace: namespace))
  }

  /// Returns what a prefix stands for; an empty one is the default namespace. Undeclared ones mean nothing here.
  @inline(__always) func namespace(ofPrefix start: Int, _ end: Int, _ bytes: RawSpan) -> MarkupNamespace {
    let length = end - start
    var index = bindings.count
    while index > 0 {
      index -= 1
      let binding = bindings[index]
      if binding.prefixEnd - binding.prefixStart == length && equal(bytes, binding.prefixStart, start, length) {
        return binding.namespace
      }
    }
    if length == 0 { return .none }
    return bytes.string(start, end) == "xml" ? .xml : .other
  }

  /// Returns the attribute without a prefix.
  @inline(__always) func attribute(_ name: KnownName) -> MarkupAttribute? {
    for attribute in attributes where attribute.name == name && !attribute.hasPrefix { return attribute }
    return nil
  }

  /// Returns the attribute in a namespace.
  @inline(__always) func attribute(_ name: KnownName, _ namespace: MarkupNamespace, _ bytes: RawSpan)
    -> MarkupAttribute?
  {
    for attribute in attributes where attribute.name == name && attribute.hasPrefix {
      if self.namespace(ofPrefix: attribute.nameStart, attribute.localStart - 1, bytes) == namespace {
        return attribute
      }
    }
    return nil
  }

  /// Returns whether the current element is `name` of SpreadsheetML, or of another namespace.
  @inline(__always) func `is`(_ name: KnownName, _ namespace: MarkupNamespace = .spreadsheetML) -> Bool {
    self.name == name && self.namespace == namespace
  }
}
