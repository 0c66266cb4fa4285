/// How a cell's content lies in the cell.
public struct CellAlignment: Hashable, Sendable {
  public var horizontal: Horizontal
  public var vertical: Vertical
  /// Breaks long text into lines.
  public var wraps: Bool
  /// Makes the font smaller until the text fits; without effect when `wraps`.
  public var shrinks: Bool
  /// Steps of indentation, 0 to 250; only for left, right and distributed text.
  public var indent: Int
  /// Degrees, -90 to 90, or 270 for letters one above the other.
  public var rotation: Int

  public enum Horizontal: UInt8, Hashable, Sendable {
    case general = 0
    case left, center, right, fill, justify, centerAcross, distributed
  }

  public enum Vertical: UInt8, Hashable, Sendable {
    /// The file's own default.
    case bottom = 0
    case top, center, justify, distributed
  }

  public init(
    _ horizontal: Horizontal = .general, _ vertical: Vertical = .bottom, wraps: Bool = false, shrinks: Bool = false,
    indent: Int = 0, rotation: Int = 0
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.wraps = wraps
    self.shrinks = shrinks
    self.indent = indent
    self.rotation = rotation
  }
}
