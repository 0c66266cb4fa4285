internal import FoundationEssentials
internal import PlanModel

extension PlanListing {
  /// Returns the listing as JSON, format `huizong.plan` version 1; the same plan always gives the same bytes.
  ///
  /// An object with `format`, `version`, `title`, `titleStated`, `issuer`, `year`, `revision`, `units`, `tasks`. Field
  /// names and values are those of the plan file, except that names of units are resolved to ids (`leads` and
  /// `responsible` keep the written name beside the id, which is absent for a name that means nobody in particular) and
  /// groups in `reportedBy` are expanded. Decimals are strings, so that no digit is lost. Absent fields are left out.
  /// `illustrative` lists the fields made for a sample; `["*"]` is the whole entry. `pace` and the notes of the plan
  /// are not part of it.
  /// - Throws: `unwritable`.
  public func json() throws(PlanListingError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(ListingJSON(self)), as: UTF8.self)
    } catch {
      throw .unwritable("\(error)")
    }
  }
}
