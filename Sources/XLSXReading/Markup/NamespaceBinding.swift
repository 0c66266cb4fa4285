/// A prefix (none for the default namespace) and what it stands for.
struct NamespaceBinding {
  let prefixStart: Int
  let prefixEnd: Int
  let namespace: MarkupNamespace
}
