package import Geometry

/// A building: where it stands, what it is, and how its doors are numbered.
package struct Building: Sendable {
  /// What it was built as.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 住宅楼: flats.
    case flats
    /// 商住楼: shops below, flats above.
    case mixed
    /// 农村住宅
    case villageHouse
    /// 老宅: a house of the old quarter, of one to four dwellings.
    case oldHouse
    /// 联排、别墅: one dwelling at each entrance.
    case villa
    /// 集体宿舍
    case dormitory
    /// 养老院
    case careHome
    /// 商铺: shops alone.
    case shops
    case office
    /// 商场、酒店、市场
    case hall
    case factory
    case storage
    case school
    case kindergarten
    case hospital
    case government
    case culture
    case utility
    case farm
    /// 工棚、在建
    case site

    /// The name of the kind.
    package var title: String {
      switch self {
      case .flats: "住宅"
      case .mixed: "商住"
      case .villageHouse: "农村住宅"
      case .oldHouse: "老宅"
      case .villa: "低层住宅"
      case .dormitory: "集体宿舍"
      case .careHome: "养老设施"
      case .shops: "商铺"
      case .office: "商务办公"
      case .hall: "商业"
      case .factory: "厂房"
      case .storage: "仓库"
      case .school: "学校"
      case .kindergarten: "幼儿园"
      case .hospital: "医疗"
      case .government: "机关"
      case .culture: "文化"
      case .utility: "公用设施"
      case .farm: "农业设施"
      case .site: "工地"
      }
    }
  }

  /// Its outline.
  package enum Form: UInt8, Sendable {
    case rectangle, stepped, ell, cross, court
  }

  /// Its middle in metres of the local plane, and the direction of its length.
  var x: Float
  var y: Float
  var alongX: Float
  var alongY: Float
  /// In metres.
  package var length: Float
  package var depth: Float
  package var form: Form
  package var kind: Kind
  /// The place of its block in `ground.blocks`, of its grid in `ground.grids`, and of its estate in
  /// `ground.estates`; -1 where it stands alone on a road.
  package var block: Int32
  package var grid: Int32
  package var estate: Int32 = -1
  /// 期, from 1; 0 where the estate has none; in a village the 组, in a quarter of rows the 排.
  package var phase: UInt8 = 0
  /// Its number in its estate: 3 of 3幢; 0 where it has none.
  package var number: UInt16 = 0
  /// 1 to 4 for 甲乙丙丁 before the number.
  package var prefix: UInt8 = 0
  /// 附号 after a house's number; 0 where it has none.
  package var sub: UInt8 = 0
  package var floors: UInt8 = 1
  /// 单元 (0 where no address names one), and doors on a floor of each.
  package var entrances: UInt8 = 0
  package var doors: UInt8 = 1
  /// How many of its lowest floors are shops, and how many shops each of these has.
  package var shopFloors: UInt8 = 0
  package var shops: UInt8 = 0
  /// Whether its floors and doors leave out 4, 13 and 14.
  package var skipsUnlucky = false
  /// Its own door on a road, where it has one; else that of its estate.
  package var door = Door()
  /// The days when it was finished and torn down (ordinals of `Day`); `Int32.max` while it stands.
  package var built: Int32 = 0
  package var razed: Int32 = .max

  /// Its middle on the earth.
  package var position: Coordinate { Terrain.degrees(middle) }

  var middle: Coordinate { Coordinate(x: Double(x), y: Double(y)) }

  /// Whether it stood on a day.
  package func stands(on day: Int32) -> Bool { built <= day && day < razed }

  /// The number on the floor's doors of the n-th floor from below: 5 for the fourth where 4 is left out.
  package func floorLabel(_ floor: Int) -> Int { skipsUnlucky ? Self.lucky(floor) : floor }

  /// The n-th number of those without a 4 at the end and without 13.
  package static func lucky(_ index: Int) -> Int {
    var label = 0
    var left = index
    while left > 0 {
      label += 1
      if label % 10 != 4 && label != 13 { left -= 1 }
    }
    return label
  }

  /// Its outline in metres, counter-clockwise, not closed.
  var ring: [Coordinate] {
    let (l, d) = (Double(length) / 2, Double(depth) / 2)
    let shape: [(Double, Double)]
    switch form {
    case .rectangle: shape = [(-l, -d), (l, -d), (l, d), (-l, d)]
    case .stepped:
      shape = [
        (-l, -d), (l * 0.3, -d), (l * 0.3, -d * 0.72), (l, -d * 0.72), (l, d), (-l * 0.25, d),
        (-l * 0.25, d * 0.74), (-l, d * 0.74),
      ]
    case .ell:
      shape = [(-l, -d), (l, -d), (l, d * 0.1), (-l * 0.35, d * 0.1), (-l * 0.35, d), (-l, d)]
    case .cross:
      shape = [
        (-l * 0.5, -d), (l * 0.5, -d), (l * 0.5, -d * 0.55), (l, -d * 0.55), (l, d * 0.55),
        (l * 0.45, d * 0.55), (l * 0.45, d), (-l * 0.45, d), (-l * 0.45, d * 0.55), (-l, d * 0.55),
        (-l, -d * 0.55), (-l * 0.5, -d * 0.55),
      ]
    case .court:
      shape = [
        (-l, -d), (l, -d), (l, d), (l * 0.55, d), (l * 0.55, -d * 0.2), (-l * 0.55, -d * 0.2),
        (-l * 0.55, d), (-l, d),
      ]
    }
    let along = Coordinate(x: Double(alongX), y: Double(alongY))
    return shape.map { middle + along * $0.0 + along.left * $0.1 }
  }

  /// Its outline on the earth, closed.
  package var outline: Ring { Ring(ring.map(Terrain.degrees)) }
}

/// A door number on a road: 长安路12号.
package struct Door: Sendable, Hashable {
  /// What tells two doors of one number apart.
  package enum Mark: UInt8, Sendable {
    case none
    /// 甲12号
    case before
    /// 12号附1
    case sub
    /// 12号之1, in Chinese numerals: 12号之一
    case of
  }
  /// The place of the road in `ground.roads`, or -1.
  package var road: Int16 = -1
  package var number: UInt16 = 0
  package var mark = Mark.none
  /// 1 for 甲, 附1 and 之一.
  package var count: UInt8 = 0
}

/// What shares one address: an estate, a village, a lane of the old quarter, a compound.
package struct Estate: Sendable {
  package enum Kind: UInt8, Sendable {
    /// 小区: buildings count as 幢.
    case estate
    /// 弄: the door number is the lane's, buildings count as 号.
    case lane
    /// 排: houses in rows, 3排12号; `phase` of the building is the row.
    case rows
    /// 自然村: 沈家桥5组12号; `phase` of the building is the group.
    case village
    /// 院: factories, schools, offices: buildings count as 幢 and have no flats.
    case compound
  }
  package var kind: Kind
  /// Empty for lanes and for compounds, which are named for who is there.
  package var name: String
  /// What people also call it; empty where it has one name.
  package var secondName = ""
  /// Its gate.
  package var door = Door()
  package var grid: Int32
  /// How many phases it was built in.
  package var phases: UInt8 = 1
  /// The blocks that it fills, places in `ground.blocks`.
  package var blocks: [Int32]
  /// The day when its first building was finished, an ordinal of `Day`.
  package var built: Int32
}
