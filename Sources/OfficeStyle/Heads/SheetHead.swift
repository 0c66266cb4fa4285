public import XLSXWriting

/// What stands on top of every sheet: links (not printed), 附件N and a mark, the title, a line with three parts.
public struct SheetHead: Hashable, Sendable {
  /// Row 0, outside the print area.
  public var links: [Link]
  /// 附件1, at the left; empty for none.
  public var attachment: String
  /// 示例数据, at the right; empty for none.
  public var mark: String
  public var title: String
  /// 填报单位（盖章）：…
  public var left: String
  /// 截至2024年6月30日
  public var middle: String
  /// 单位：万元
  public var right: String
  /// Draws the accent rule below, as on the overview.
  public var isRuled: Bool

  public struct Link: Hashable, Sendable {
    public var text: String
    public var target: LinkTarget

    public init(_ text: String, _ target: LinkTarget) {
      self.text = text
      self.target = target
    }
  }

  public init(
    title: String, left: String = "", middle: String = "", right: String = "", attachment: String = "",
    mark: String = "", links: [Link] = [], ruled: Bool = false
  ) {
    self.title = title
    self.left = left
    self.middle = middle
    self.right = right
    self.attachment = attachment
    self.mark = mark
    self.links = links
    self.isRuled = ruled
  }

  /// The rows of a head: links, attachment, title, line. The table begins below, on row 4 counted from zero.
  public static let rows = 4
}
