package import Geometry

/// WaterWorks at the water: pond, dyke, sluice or pump.
package struct WaterWorks: Sendable {
  /// 山塘, 堤防, 水闸, 泵站 or 水库.
  package var kind: String
  package var name: String
  package var community: Int32
  /// In cubic metres; 0 for what holds no water.
  package var capacity: Double
  package var position: Coordinate
}

/// Puts works at the water: a dyke on each bank between two bridges, a sluice where a canal ends, a pump at
/// canals in built-up parts, and ponds in the hills; 64 about.
struct WorksPlan {
  private(set) var works: [WaterWorks] = []

  init(_ ground: Ground, _ reaches: [WaterReach]) {
    let stream = Draw.stream(ground.seed, "works")
    let community = { (place: Coordinate) -> Int32? in
      ground.block(atMetres: place).map { ground.grids[Int(ground.blocks[$0].grid)].community }
    }
    for reach in reaches where reach.name == "云溪江" {
      let line = reach.line.map(Terrain.metres)
      let (a, b) = (line[line.count / 2], line[max(0, line.count / 2 - 1)])
      for (side, word) in [(-118.0, "北岸"), (118, "南岸")] {
        let place = a + (a - b).unit.left * -side
        guard let unit = community(place) else { continue }
        let from = reach.from.hasPrefix("起点") ? "上游" : reach.from
        works.append(
          WaterWorks(
            kind: "堤防", name: "云溪江\(word)\(from)至\(reach.to == "终点" ? "下游" : reach.to)段堤防",
            community: unit, capacity: 0, position: Terrain.degrees(place)))
      }
    }
    var stations: [String: Int] = [:]
    for (index, reach) in reaches.enumerated()
    where reach.name != "云溪江" && !reach.line.isEmpty {
      var draw = Draw(stream, index)
      let isEnd = reach.to == "终点" || reach.from.hasPrefix("起点")
      let isPump = !isEnd && draw.happens(260_000)
      guard isEnd || isPump else { continue }
      let line = reach.line.map(Terrain.metres)
      let along = (line[line.count - 1] - line[0]).unit
      let end = reach.to == "终点" ? line[line.count - 1] - along * 30 : line[0] + along * 30
      let place = (isPump ? line[line.count / 2] : end) + along.left * 19
      guard let unit = community(place) else { continue }
      let name = ground.communities[Int(unit)].name.replacing("社区", with: "").dropVillage
      let kind = isPump ? "泵站" : "水闸"
      let stem = isPump ? reach.name + name : reach.name + (reach.to == "终点" ? "出口" : "进口")
      stations[stem + kind, default: 0] += 1
      let again = stations[stem + kind] ?? 1
      works.append(
        WaterWorks(
          kind: kind, name: stem + (again > 1 ? "\(again)号" : "") + kind, community: unit,
          capacity: 0, position: Terrain.degrees(place)))
    }
    addPonds(ground, stream &+ 1)
  }

  /// In woodland of the hills and between orchards: the blocks with the lowest draws.
  private mutating func addPonds(_ ground: Ground, _ stream: UInt64) {
    let woods = ground.blocks.indices.filter { ground.blocks[$0].use == .woodland }
    let ranked = woods.map { block in
      var draw = Draw(stream, block)
      return (draw.next(), block)
    }.sorted { $0 < $1 }
    var names: [String: Int] = [:]
    for (place, (_, block)) in ranked.prefix(max(8, 64 - works.count)).enumerated() {
      guard let position = Polygon(rings: [ground.outline(ofBlock: block)]).interiorPosition else {
        continue
      }
      var draw = Draw(stream &+ 1, block)
      let community = ground.grids[Int(ground.blocks[block].grid)].community
      let stem = ground.communities[Int(community)].name.replacing("社区", with: "").dropVillage
      let word = draw.pick(["大塘", "新塘", "上塘", "里塘", "山塘", "石塘", "东塘", "西塘", "龙潭塘"])
      names[stem + word, default: 0] += 1
      let again = names[stem + word] ?? 1
      // Below 100,000 cubic metres it is a pond; the first two are small reservoirs (SL 252-2017).
      let isReservoir = place < 2
      let capacity =
        isReservoir ? draw.logUniform(110_000, 900_000) : draw.logUniform(6_000, 90_000)
      works.append(
        WaterWorks(
          kind: isReservoir ? "水库" : "山塘",
          name: isReservoir ? stem + "水库" : stem + (again > 1 ? "第\(again)" : "") + word,
          community: community, capacity: (capacity / 100).rounded() * 100, position: position))
    }
  }
}

extension String {
  /// The name of a village without 村.
  var dropVillage: String { hasSuffix("村") && count > 2 ? String(dropLast()) : self }
}
