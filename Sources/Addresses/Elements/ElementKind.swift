/// What an element of an address is, from the whole to the part.
///
/// The order is that in which a written Chinese address names them; a grammar of another country may
/// name them in another order, the kinds stay the same. Raw values are stored: they never change
/// their meaning, gaps are for what is missing.
public enum ElementKind: UInt8, CaseIterable, Sendable, Comparable, Hashable {
  case country = 1
  case province = 10
  /// Prefecture or city that has counties.
  case city = 20
  /// County, county-level city, district.
  case county = 30
  /// Town, township, sub-district (街道).
  case town = 40
  /// Administrative village or residents' community (村, 社区, 居委会).
  case community = 50
  /// Part of a village: natural village, group, team (自然村, 组, 队, 社).
  case villageGroup = 60
  /// Road, street, avenue, named alley.
  case road = 70
  /// Numbered lane off a road (29弄, 807巷, 8支弄); a lane off a lane is a second element of this kind.
  case lane = 80
  /// Number of the door plate on a road, lane or village group (甲8号, 12-14号, 5组6号).
  case roadNumber = 90
  /// Sub-number of a door (附1号, 之三).
  case subNumber = 95
  /// Residential estate, compound, named yard.
  case estate = 100
  /// Part of an estate: phase, area (二期, B区, 一区).
  case estatePart = 110
  /// Row of one-storey houses (8排, A11排).
  case row = 115
  /// Named building or place that is no estate: tower, market, school, firm.
  case place = 120
  /// Building by number or letter (12幢, 3号楼, A座).
  case building = 130
  /// Entrance of a building (2单元, 3门, 乙梯).
  case entrance = 140
  case floor = 150
  case room = 160
  /// Code of the post, where addresses carry one.
  case postcode = 190
  /// Words about the place that are no part of the address (对面, 旁边, 后门, 2楼楼梯口).
  case remark = 200

  /// The order from the whole to the part.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
