package import Geometry

/// A division of the ground of its own, such as the beats of the police, over the same blocks.
package struct Net: Sendable {
  /// One of its areas.
  package struct Unit: Sendable {
    package var code: String
    package var name: String
    /// The place of the unit above it in the net's `tops`, or -1.
    package var top: Int32
    package var boundary: MultiPolygon
    /// The block that it was grown from and is named for, a place in `ground.blocks`; -1 where that is said
    /// of no area of the net.
    package var heart: Int32 = -1
  }

  /// The areas that cover the district: beats, school districts, professional grids.
  package var units: [Unit]
  /// What unions of areas make: police stations; empty where there are none.
  package var tops: [Unit]
  /// The place of each block's area.
  package var unitOfBlock: [Int32]
}

/// Grows nets over the blocks, from seeds in the densest parts, about equal in dwellings.
struct NetPlan {
  let metric: Subdivision
  let degrees: [Coordinate]
  let division: Division
  /// Dwellings by block, and a little for the ground.
  let weights: [Double]
  let centres: [Coordinate]

  init(
    metric: Subdivision, degrees: [Coordinate], blocks: [Block], division: Division = .first
  ) {
    self.division = division
    self.metric = metric
    self.degrees = degrees
    weights = blocks.map { Double($0.wanted) + Double($0.area) / 6_000 }
    centres = metric.first.indices.map { GroundPlan.centre(metric.loop($0).map(metric.start)) }
  }

  /// 14 stations with nine beats each (公安派出所, 警务责任区), each named for the street that it has most of.
  ///
  /// - Parameter streets: the name of the street of each block, without 街道 or 镇.
  func police(names: [String], streets: [String]) -> Net {
    let stations = grow(Array(metric.first.indices), count: names.count, shift: 0)
    let names = named(stations, names, streets)
    var unit = Array(repeating: Int32(-1), count: stations.count)
    var net = Net(units: [], tops: [], unitOfBlock: [])
    for station in names.indices {
      let faces = stations.indices.filter { stations[$0] == station }
      let code = division.code + Digits.padded(51 + station, 2) + "0000"
      net.tops.append(
        Net.Unit(
          code: code, name: names[station] + "派出所", top: -1, boundary: boundary(stations, station)))
      let beats = grow(faces, count: 9, shift: 1)
      for beat in 0..<9 {
        let members = faces.indices.filter { beats[$0] == beat }
        guard !members.isEmpty else { continue }
        for member in members { unit[faces[member]] = Int32(net.units.count) }
        net.units.append(
          Net.Unit(
            code: String(code.dropLast(4)) + Digits.padded(beat + 1, 4),
            name: "\(names[station])派出所第\(ChineseNumeral.text(beat + 1))责任区", top: Int32(station),
            boundary: MultiPolygon([])))
      }
    }
    let owner = unit.map(Int.init)
    for index in net.units.indices { net.units[index].boundary = boundary(owner, index) }
    net.unitOfBlock = unit
    return net
  }

  /// The names in the order of the stations: the larger the part of a street in a station the earlier it
  /// gives its name, and what is left goes to those that are left.
  private func named(_ stations: [Int], _ names: [String], _ streets: [String]) -> [String] {
    var parts: [(weight: Double, station: Int, name: Int)] = []
    for station in names.indices {
      for (name, text) in names.enumerated() {
        let blocks = stations.indices.filter { stations[$0] == station && streets[$0] == text }
        parts.append((blocks.reduce(0) { $0 + weights[$1] }, station, name))
      }
    }
    var nameOf = [Int?](repeating: nil, count: names.count)
    var isTaken = [Bool](repeating: false, count: names.count)
    parts.sort { ($1.weight, $0.station, $0.name) < ($0.weight, $1.station, $1.name) }
    for part in parts where nameOf[part.station] == nil && !isTaken[part.name] {
      nameOf[part.station] = part.name
      isTaken[part.name] = true
    }
    return nameOf.map { names[$0 ?? 0] }
  }

  /// The districts of primary schools, one for each name.
  func schools(names: [String]) -> Net {
    let owner = grow(Array(metric.first.indices), count: names.count, shift: 2)
    let units = names.indices.map { index in
      Net.Unit(
        code: division.code + "X" + Digits.padded(index + 1, 3),
        name: names[index] + "小学学区", top: -1, boundary: boundary(owner, index))
    }
    return Net(units: units, tops: [], unitOfBlock: owner.map(Int32.init))
  }

  func boundary(_ owner: [Int], _ number: Int) -> MultiPolygon {
    let faces = owner.indices.filter { owner[$0] == number }
    let rings = metric.outline(of: faces) { $0 >= 0 && owner[$0] == number }
    return MultiPolygon(outline: rings.map { $0.map { degrees[$0] } })
  }

  /// The part of each of the faces: the lightest part takes the nearest face beside it.
  private func grow(_ faces: [Int], count: Int, shift: Int) -> [Int] {
    var seeds: [Int] = []
    var nearest = Array(repeating: 3_000.0 + Double(shift) * 700, count: faces.count)
    for _ in 0..<min(count, faces.count) {
      let best = faces.indices.max { a, b in
        let (x, y) = (nearest[a] * root(faces[a]), nearest[b] * root(faces[b]))
        return x != y ? x < y : a > b
      }
      guard let best else { break }
      seeds.append(best)
      for index in faces.indices {
        nearest[index] = min(nearest[index], (centres[faces[index]] - centres[faces[best]]).length)
      }
    }
    return spread(faces, from: seeds.map { [$0] })
  }

  /// The part of each of the faces, each grown from a group of them, named by their places in the list: the
  /// lightest part takes the face beside it that is nearest to the first of its group.
  func spread(_ faces: [Int], from groups: [[Int]]) -> [Int] {
    var place = Array(repeating: -1, count: centres.count)
    for (index, face) in faces.enumerated() { place[face] = index }
    var part = Array(repeating: -1, count: faces.count)
    var weight = Array(repeating: 0.0, count: groups.count)
    var frontier: [[Int]] = Array(repeating: [], count: groups.count)
    func take(_ index: Int, _ number: Int) {
      part[index] = number
      weight[number] += weights[faces[index]]
      for half in metric.loop(faces[index]) {
        let other = metric.face[half ^ 1]
        if other >= 0, place[other] >= 0, part[place[other]] < 0 {
          frontier[number].append(place[other])
        }
      }
    }
    for (number, group) in groups.enumerated() {
      for index in group where part[index] < 0 { take(index, number) }
    }
    while true {
      var lightest = -1
      for number in groups.indices where !frontier[number].isEmpty {
        if lightest < 0 || weight[number] < weight[lightest] { lightest = number }
      }
      guard lightest >= 0 else { break }
      // What others have taken since goes out; a part that has nothing left beside it grows no more.
      frontier[lightest].removeAll { part[$0] >= 0 }
      let centre = centres[faces[groups[lightest][0]]]
      let next = frontier[lightest].min { a, b in
        let (x, y) = ((centres[faces[a]] - centre).length, (centres[faces[b]] - centre).length)
        return x != y ? x < y : a < b
      }
      if let next { take(next, lightest) }
    }
    return part.map { max($0, 0) }
  }

  private func root(_ face: Int) -> Double { (weights[face] + 1).squareRoot().squareRoot() }
}
