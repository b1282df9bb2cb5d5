/// How an address is written down: the many ways of departments, for one and the same place.
package struct AddressStyle: Sendable {
  /// How much of the divisions is named.
  package enum Divisions: Sendable, CaseIterable {
    /// 临江省云溪市格物区和风街道明月社区
    case all
    /// 临江省云溪市格物区和风街道: the standard form of the police.
    case standard
    /// 云溪市格物区
    case district
    /// 格物区和风街道
    case short
    /// 和风街道明月社区
    case community
    case none
  }

  /// Which of the two names of a place are written.
  package enum Form: Sendable, CaseIterable {
    /// 长安路12号锦绣花园3幢
    case both
    /// 长安路12号3幢
    case road
    /// 锦绣花园3幢
    case estate
  }

  /// How the last part is written.
  package enum Room: Sendable, CaseIterable {
    /// 3幢2单元301室
    case full
    /// 3幢2单元301
    case bare
    /// 3-2-301
    case dashed
    /// 3幢2-301
    case entranceDashed
    /// 3幢2单元3楼301室
    case withFloor
  }

  /// Where an address is cut short, coarsest first.
  package enum Level: Int, Sendable, CaseIterable, Comparable {
    case district, street, community, road, door, building, entrance, floor, room

    package static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  package var divisions = Divisions.standard
  package var form = Form.both
  package var room = Room.full
  /// 幢, 号楼, 栋, # or 号楼 as the department writes it.
  package var buildingWord = "幢"
  /// 单元 or 门.
  package var entranceWord = "单元"
  /// Whether numbers of phases are Chinese (二期) or not (2期); the standard has them Chinese.
  package var hasChinesePhase = true
  /// Whether numbers of buildings, entrances and doors on roads are Chinese: 三幢.
  package var isChinese = false
  /// Whether the road's former name and the estate's other name are used where there are any.
  package var usesFormerRoad = false
  package var usesSecondName = false
  package var level = Level.room

  package init() {}

  func numeral(_ number: Int) -> String { isChinese ? ChineseNumeral.text(number) : "\(number)" }

  func phase(_ number: Int) -> String {
    (hasChinesePhase ? ChineseNumeral.text(number) : "\(number)") + "期"
  }
}
