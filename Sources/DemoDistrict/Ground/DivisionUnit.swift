/// A street or a community.
struct DivisionUnit {
  /// 9 digits for a street, 12 for a community.
  var code: String
  /// Its full name: 和风街道, 明月社区.
  var name: String
  /// The place of the street that a community belongs to.
  var street: Int
  /// The places of its grids in the list.
  var cells: [Int]
}
