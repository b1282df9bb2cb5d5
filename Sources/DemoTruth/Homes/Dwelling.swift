/// A place where people can live: a flat, a house, a room in a dormitory, or a bed in a home.
package struct Dwelling: Sendable {
  /// What kind of dwelling it is, by the census' classes (2020 census, short form H2).
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 普通住宅: a flat of an estate or on a street.
    case flat
    /// 农村住宅: a house of its own in a village.
    case villageHouse
    /// 集体住所: dormitories of firms, schools and sites; one dwelling is one building's whole
    /// dormitory of an organisation, with room for up to 400 people.
    case dormitory
    /// 养老机构: a care home, whole.
    case careHome
  }

  /// The place of its building in `ground.buildings`.
  package var building: Int32
  package var kind: Kind
  /// 单元, from 1; 0 where the building has one entrance that no address names.
  package var entrance: UInt8
  /// From 1; as the building counts its floors.
  package var floor: UInt8
  /// The number of the door on its floor, from 1: floor 3, door 2 is 302室.
  package var door: UInt8
  /// Rooms to live in: 居室.
  package var rooms: UInt8
  /// The floor area by its deed, in tenths of a square metre.
  package var area: UInt16
  /// How many people it can house; for flats and houses more can live there than it says.
  package var beds: UInt16
}
