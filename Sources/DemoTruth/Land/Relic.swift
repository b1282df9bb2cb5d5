package import Geometry
import Time

/// A protected monument (文物保护单位): a house or a place with its outline.
package struct Relic: Sendable {
  package var name: String
  /// 1 national to 4 of the county (`grade-of-culture.csv`).
  package var grade: Int
  package var era: String
  /// By the kinds of the survey of monuments.
  package var kind: String
  package var community: Int32
  /// The building that it is, or that stands nearest.
  package var building: Int32
  /// Whether a village looks after it, else the office of culture.
  package var isOfVillage: Bool
  package var announced: Int32
  /// In degrees.
  package var outline: [Coordinate]
}

/// Chooses the monuments: old houses of the quarters and villages, the oldest first by draw; 76.
struct RelicPlan {
  private(set) var relics: [Relic] = []
  private static let wanted = 76

  /// The days on which lists were announced, by grade (invented; a list every four to eight years).
  private static let lists: [[Int]] = [
    [2013_03_05, 2019_10_07], [2005_03_16, 2011_01_07, 2017_01_13],
    [1997_07_02, 2004_12_28, 2010_06_12, 2016_11_30],
    [1986_05_20, 1999_08_15, 2007_12_29, 2012_06_08, 2018_09_26, 2024_05_18],
  ]

  init(_ ground: Ground) {
    let stream = Draw.stream(ground.seed, "relic")
    let clans = Array("沈徐周吴朱蒋姚钱俞章金傅何鲍施楼胡郑许冯曹王张李陈").map(String.init)
    var ranked: [(rank: UInt64, building: Int)] = []
    for (index, building) in ground.buildings.enumerated()
    where building.razed == .max && building.kind == .oldHouse
      && building.built < -5_500 || building.kind == .villageHouse && index % 97 == 0
    {
      var draw = Draw(stream, index)
      ranked.append((draw.next(), index))
    }
    ranked.sort { ($0.rank, $0.building) < ($1.rank, $1.building) }
    var taken: Set<String> = []
    var places: [Coordinate] = []
    for (_, index) in ranked where relics.count < Self.wanted {
      let building = ground.buildings[index]
      let isNear = places.contains { $0.squareDistance(building.middle) < 60 * 60 }
      guard !isNear else { continue }
      let community = ground.grids[Int(building.grid)].community
      var draw = Draw(stream &+ 1, index)
      let isVillage = building.kind == .villageHouse
      let estate = building.estate >= 0 ? ground.estates[Int(building.estate)].name : ""
      let place =
        isVillage && !estate.isEmpty
        ? estate : ground.communities[Int(community)].name.replacing("社区", with: "").dropVillage
      let clan = estate.isEmpty || !isVillage ? draw.pick(clans) : String(estate.prefix(1))
      let forms: [(name: String, kind: String, era: String)] =
        isVillage
        ? [
          ("\(place)\(clan)氏宗祠", "古建筑", "清"), ("\(place)古井", "古建筑", "明"),
          ("\(place)石拱桥", "古建筑", "清"), ("\(place)\(clan)氏墓", "古墓葬", "明"),
          ("\(place)遗址", "古遗址", "新石器时代"), ("\(place)庙", "古建筑", "清"),
          ("\(place)革命烈士墓", "近现代重要史迹", "1949年"), ("\(place)摩崖题刻", "石窟寺及石刻", "南宋"),
          ("\(place)大会堂", "近现代重要史迹", "1958年"),
        ]
        : [
          ("\(place)\(clan)宅", "古建筑", "民国"), ("\(clan)家大院", "古建筑", "清"),
          ("\(clan)氏故居", "近现代重要史迹", "民国"), ("\(place)台门", "古建筑", "清"),
          ("\(place)旧邮局", "近现代重要史迹", "民国"), ("\(place)教堂", "近现代重要史迹", "民国"),
          ("\(place)旧粮仓", "近现代重要史迹", "1953年"), ("\(place)古井", "古建筑", "宋"),
        ]
      let form = draw.pick(forms)
      guard taken.insert(form.name).inserted else { continue }
      places.append(building.middle)
      let grade = draw.weighted([2, 8, 22, 68])
      let announced = draw.pick(Self.lists[grade])
      let plot = Lot.Footprint(
        centre: building.middle,
        along: Coordinate(x: Double(building.alongX), y: Double(building.alongY)),
        length: Double(building.length) + 1.2, depth: Double(building.depth) + 1.2)
      relics.append(
        Relic(
          name: form.name, grade: grade + 1, era: form.era, kind: form.kind, community: community,
          building: Int32(index), isOfVillage: ground.communities[Int(community)].isRural,
          announced: Int32(Day(number: announced).ordinal),
          outline: plot.corners.map(Terrain.degrees)))
    }
  }
}
