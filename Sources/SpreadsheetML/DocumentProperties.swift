/// What a workbook says about itself: its core properties, and of the extended and custom ones those that people use.
///
/// Of a workbook that was read all of it can be forged, and much of it is often missing.
/// - Source: ECMA-376 Part 2, 11.1 (core properties); Part 1, 22.2 (extended) and 22.3 (custom).
public struct DocumentProperties: Hashable, Sendable {
  public var title: String?
  public var subject: String?
  public var creator: String?
  public var keywords: String?
  /// Programs show it as the document's comments.
  public var description: String?
  public var company: String?
  public var lastModifiedBy: String?
  /// As the clock of the file has it, which is UTC in the files of most programs.
  public var created: CalendarMoment?
  public var modified: CalendarMoment?
  /// The program that saved it, as in `Microsoft Excel` or `WPS 表格`.
  public var application: String?
  /// Custom properties by name, each as text, whatever its type.
  public var custom: [String: String]

  public init(
    title: String? = nil, subject: String? = nil, creator: String? = nil, keywords: String? = nil,
    description: String? = nil, company: String? = nil, lastModifiedBy: String? = nil, created: CalendarMoment? = nil,
    modified: CalendarMoment? = nil, application: String? = nil, custom: [String: String] = [:]
  ) {
    self.title = title
    self.subject = subject
    self.creator = creator
    self.keywords = keywords
    self.description = description
    self.company = company
    self.lastModifiedBy = lastModifiedBy
    self.created = created
    self.modified = modified
    self.application = application
    self.custom = custom
  }
}
