/// Says how two texts are related, by rules alone: no register, but what it knows may be handed in with
/// the names.
///
/// Names that are like each other prove nothing by themselves: there is an estate of nearly any name
/// in another city. So a common place is asked for: a road or division in both texts, or that they are
/// known to lie in one district.
public struct RelationRules: Sendable {
  /// The names that are known to belong together.
  public let names: RelationNames
  /// Whether both texts are known to lie in one district, as those of a district's tables are.
  public let sharesDistrict: Bool

  /// Rules with what is known of names.
  public init(names: RelationNames, sharesDistrict: Bool) {
    self.names = names
    self.sharesDistrict = sharesDistrict
  }

  /// The relation of two texts by the best readings of both; the order of the two does not matter.
  public func relation(
    _ one: Reading?, text: String, to other: Reading?, text otherText: String
  ) -> RelationAnswer {
    relation(
      AddressSketch(one, text: text, names: names),
      AddressSketch(other, text: otherText, names: names))
  }

  /// The relation of two sketches.
  public func relation(_ one: AddressSketch, _ other: AddressSketch) -> RelationAnswer {
    let comparison = SketchComparison(one, other, sharesDistrict: sharesDistrict)
    return RelationAnswer(relation: comparison.relation, reasons: comparison.reasons)
  }
}
