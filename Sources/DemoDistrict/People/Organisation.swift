import Time

/// An organisation: everything follows from its kind and number.
struct Organisation {
  /// The first two characters of its credit code.
  var kind: String
  /// From 0 within its kind.
  var index: Int
  var name: String
  var creditCode: String
  var place: RowPlace
  /// The place of the legal representative among the people.
  var head: Int
  var founded: Day
}
