/// An element whose end tag is yet to come, as places in the part.
struct OpenElement {
  let name: KnownName
  let namespace: MarkupNamespace
  let nameStart: Int
  let localStart: Int
  let nameEnd: Int
  /// Namespace bindings in force outside it.
  let bindings: Int
}
