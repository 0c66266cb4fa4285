internal import SpreadsheetML

extension WorkbookCore {
  /// Reads the three parts of properties; one that cannot be read is warned about and left out.
  func documentProperties() -> DocumentProperties {
    var properties = DocumentProperties()
    let links = (try? store.relationships(of: "")) ?? []
    for link in links where !link.isExternal {
      do throws(XLSXReadError) {
        if link.leads(to: "core-properties") {
          try properties.readCore(store.markup(link.target), limits: store.limits)
        } else if link.leads(to: "extended-properties") || link.leads(to: "extendedProperties") {
          try properties.readExtended(store.markup(link.target), limits: store.limits)
        } else if link.leads(to: "custom-properties") || link.leads(to: "customProperties") {
          try properties.readCustom(store.markup(link.target), limits: store.limits)
        }
      } catch {
        warnings.add(ReadWarning(.unreadableSidePart, detail: error.description))
      }
    }
    return properties
  }
}
