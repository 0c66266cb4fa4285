/// The document's own description of itself.
public struct DocumentProperties: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, both for created and for modified. Given by the caller, so that equal calls
  /// make equal bytes; not 0.
  public var created: Int
  public var title: String
  public var subject: String
  public var author: String
  public var company: String
  public var keywords: String
  public var comments: String

  public init(
    created: Int, title: String = "", subject: String = "", author: String = "", company: String = "",
    keywords: String = "", comments: String = ""
  ) {
    self.created = created
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.keywords = keywords
    self.comments = comments
  }
}
