/// One paragraph of a bulletin.
struct BulletinParagraph: Equatable {
  enum Kind: Equatable {
    case title
    /// 一、
    case heading
    /// （一）
    case subheading
    case body
    /// To whom it goes.
    case salutation
    /// 附件：1.… and below it 2.…
    case attachment(isFirst: Bool)
    /// 成文单位 and 日期, at the right.
    case signature
    /// Left for the author.
    case open
  }

  let kind: Kind
  let text: String

  init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
