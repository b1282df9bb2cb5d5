/// What firms must know of a community.
package struct CommunityPlace: Sendable {
  /// 明月社区, 石桥村.
  package var name: String
  /// The place of its street, and what that is called.
  package var street: Int32
  package var streetName: String
  package var isRural: Bool
  /// Its seat, a place in `premises`; -1 where it has none.
  package var seat: Int32
  /// Farmhouses, and the groups (组) of its villages.
  package var farmhouses: Int32
  package var groups: Int32

  /// Without 社区: 明月; villages keep their word.
  package var stem: String { name.hasSuffix("社区") ? String(name.dropLast(2)) : name }
}
