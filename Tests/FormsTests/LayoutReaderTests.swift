import FoundationEssentials
import PlanModel
import Testing

@testable import Forms

@Suite struct LayoutReaderTests {
  private func read(_ json: String) -> FormLayout? {
    var reader = LayoutReader(Array(json.utf8))
    return reader.layout()
  }

  private func decoded(_ json: String) -> FormLayout? {
    try? JSONDecoder().decode(FormLayout.self, from: Data(json.utf8))
  }

  private static let layout = FormLayout(
    plan: FormSample.plan, unit: FormSample.east, period: FormSample.june, previous: FormSample.previous)

  @Test func `a layout as it is written is read as the decoder reads it`() throws {
    let json = try Self.layout.json()
    #expect(read(json) == Self.layout)
    #expect(decoded(json) == Self.layout)
    #expect(FormLayout(json: json) == Self.layout)
    #expect(Set(Self.layout.rows.map(\.entry)) == Set(Indicator.EntryKind.allCases), "every kind of row is among them")
  }

  @Test func `what stands otherwise is left to the decoder`() throws {
    let json = try Self.layout.json()
    let spaced = json.replacing(",\"plan\"", with: ", \"plan\"")
    let escaped = json.replacing("适老化改造", with: "适老化\\\"改造")
    for other in [spaced, escaped] {
      #expect(read(other) == nil)
      #expect(FormLayout(json: other) == decoded(other))
      #expect(FormLayout(json: other) != nil)
    }
    let later = json.replacing("\"version\":1}", with: "\"version\":99}")
    #expect(read(later)?.version == 99)
    #expect(FormLayout(json: later) == nil)
  }

  @Test func `a layout that is cut off or altered is read as the decoder reads it, or not at all`() throws {
    let bytes = Array(try Self.layout.json().utf8)
    for count in 0..<bytes.count {
      var reader = LayoutReader(Array(bytes.prefix(count)))
      #expect(reader.layout() == nil)
    }
    var (read, refused) = (0, 0)
    for place in bytes.indices {
      for byte in Array("\"0,}\\a\n".utf8) where byte != bytes[place] {
        var altered = bytes
        altered[place] = byte
        var reader = LayoutReader(altered)
        guard let layout = reader.layout() else {
          refused += 1
          continue
        }
        read += 1
        // Half a character is replaced by both.
        let decoded = try? JSONDecoder().decode(
          FormLayout.self, from: Data(String(decoding: altered, as: UTF8.self).utf8))
        #expect(layout == decoded)
      }
    }
    #expect(read > 0 && refused > 0)
  }
}
