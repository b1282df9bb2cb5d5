/// Where something is, element by element, as the register of the police has it.
package struct Address: Sendable, Hashable {
  package var province = Division.province
  package var city = Division.city
  package var district = Division.first.name
  /// 街道 or 镇, and 社区 or 村.
  package var street = ""
  package var community = ""
  /// Empty in villages.
  package var road = ""
  /// What the road was called before; empty where it was not renamed.
  package var formerRoad = ""
  package var door = Door()
  /// The estate or natural village; empty where there is none, or it has no name.
  package var estate = ""
  /// The other name of the estate; empty where it has one.
  package var secondEstate = ""
  /// How the estate counts its buildings.
  package var kind = Estate.Kind.compound
  /// 期, from 1; the row (排) or group (组) where the kind is one; 0 for none.
  package var phase = 0
  /// 1 to 4 for 甲乙丙丁 before the building's number.
  package var prefix = 0
  /// The building's number; 0 for none.
  package var building = 0
  /// 附号 of the building.
  package var sub = 0
  /// 单元; 0 for none.
  package var entrance = 0
  /// As the building counts; 0 where the address ends before it.
  package var floor = 0
  /// The door on the floor; 0 for none.
  package var room = 0
  /// A shop's number on its door; 0 for none.
  package var shop = 0

  /// 301, 1202; empty without a room.
  package var roomNumber: String {
    floor > 0 && room > 0 ? "\(floor)" + Digits.padded(room, 2) : ""
  }

  package init() {}

  private static let stems = ["", "甲", "乙", "丙", "丁"]

  /// A door number: 12号, 甲12号, 12号附1号, 12号之一; 弄 where the door is a lane's.
  static func doorText(_ door: Door, word: String = "号", numeral: (Int) -> String = { "\($0)" })
    -> String
  {
    let number = numeral(Int(door.number))
    switch door.mark {
    case .none: return number + word
    case .before: return stems[min(Int(door.count), 4)] + number + word
    case .sub: return number + word + "附\(door.count)号"
    case .of: return number + word + "之" + ChineseNumeral.text(Int(door.count))
    }
  }

  /// The number on a building: 3幢, 甲3幢, 5号, 3排12号.
  static func numberText(_ building: Building, _ kind: Estate.Kind) -> String {
    var address = Address()
    address.kind = kind
    address.phase = Int(building.phase)
    address.prefix = Int(building.prefix)
    address.building = Int(building.number)
    address.sub = Int(building.sub)
    return address.buildingText(AddressStyle())
  }

  /// 一期3幢, 3排12号, 5组12号附1号, 5号.
  func buildingText(_ style: AddressStyle) -> String {
    guard building > 0 else { return "" }
    let stem = Self.stems[min(prefix, 4)]
    let number = style.numeral(building)
    let tail = sub > 0 ? "附\(sub)号" : ""
    switch kind {
    case .estate, .compound:
      return (phase > 0 ? style.phase(phase) : "") + stem + number + style.buildingWord + tail
    case .lane: return number + "号" + tail
    case .rows: return "\(phase)排" + number + "号" + tail
    case .village: return "\(phase)组" + number + "号" + tail
    }
  }
}
