import Geometry

/// What a professional grid (专属网格) is about: places that an office looks after as one, apart from homes.
enum ProfessionalTheme: Int, CaseIterable {
  case campus, hospital, market, offices, administration, works, depot, park
  /// 商业街区: the shops below the flats of an estate, where no other place is near.
  case shops

  init?(_ use: Block.Use) {
    switch use {
    case .school: self = .campus
    case .hospital: self = .hospital
    case .hall: self = .market
    case .office: self = .offices
    case .government, .culture: self = .administration
    case .factory: self = .works
    case .storage: self = .depot
    case .park: self = .park
    case .towers, .slabs, .walkUps: self = .shops
    default: return nil
    }
  }

  var title: String {
    switch self {
    case .campus: "校园"
    case .hospital: "医院"
    case .market: "商贸区"
    case .offices: "商务区"
    case .administration: "政务区"
    case .works: "产业园"
    case .depot: "物流园"
    case .park: "公园"
    case .shops: "商业街区"
    }
  }
}

extension NetPlan {
  /// Blocks of one theme beside each other: what a professional grid grows from.
  private struct Place {
    var theme: ProfessionalTheme
    /// The largest first.
    var faces: [Int]
    var area: Double
  }

  /// The professional grids: campuses, hospitals, markets, offices, works, depots and parks, spread over the
  /// district, and where these are too few the shops of estates; the ground between them goes to the next.
  ///
  /// Codes are the district's, Z and three digits, by theme and there from the north.
  ///
  /// - Parameters:
  ///   - count: how many, at most one per block.
  ///   - names: of each block the name of its community, without 社区 or 村; empty where it has none.
  func professional(count: Int, blocks: [Block], names: [String]) -> Net {
    let places = places(blocks, names)
    var chosen: [Place] = []
    var nearest = Array(repeating: 1_500.0, count: places.count)
    for isOfShops in [false, true] {
      var left = Set(places.indices.filter { (places[$0].theme == .shops) == isOfShops })
      while chosen.count < count, !left.isEmpty {
        let best = left.max { a, b in
          let (x, y) = (nearest[a] * size(places[a]), nearest[b] * size(places[b]))
          return x != y ? x < y : a > b
        }
        guard let best else { break }
        left.remove(best)
        chosen.append(places[best])
        let centre = centres[places[best].faces[0]]
        for index in places.indices {
          nearest[index] = min(nearest[index], (centres[places[index].faces[0]] - centre).length)
        }
      }
    }
    chosen.sort { a, b in
      let (x, y) = (centres[a.faces[0]].y, centres[b.faces[0]].y)
      return a.theme != b.theme
        ? a.theme.rawValue < b.theme.rawValue : x != y ? x > y : a.faces[0] < b.faces[0]
    }
    let owner = spread(Array(metric.first.indices), from: chosen.map(\.faces))
    var times: [String: Int] = [:]
    let units = chosen.enumerated().map { index, place in
      let (stem, title) = (names[place.faces[0]], place.theme.title)
      times[stem + title, default: 0] += 1
      let time = times[stem + title] ?? 1
      let further = time == 1 ? "" : "第\(ChineseNumeral.text(time))"
      return Net.Unit(
        code: division.code + "Z" + Digits.padded(index + 1, 3),
        name: stem + further + title + "专属网格", top: -1, boundary: boundary(owner, index),
        heart: Int32(place.faces[0]))
    }
    return Net(units: units, tops: [], unitOfBlock: owner.map(Int32.init))
  }

  private func size(_ place: Place) -> Double { place.area.squareRoot().squareRoot() }

  /// The places of all themes, in the order of their first blocks; of estates each block is one.
  private func places(_ blocks: [Block], _ names: [String]) -> [Place] {
    let themes = blocks.indices.map {
      blocks[$0].grid < 0 || names[$0].isEmpty ? nil : ProfessionalTheme(blocks[$0].use)
    }
    var isTaken = Array(repeating: false, count: blocks.count)
    var places: [Place] = []
    for start in blocks.indices where !isTaken[start] {
      guard let theme = themes[start] else { continue }
      isTaken[start] = true
      var faces = [start]
      var next = 0
      while theme != .shops, next < faces.count {
        for half in metric.loop(faces[next]) {
          let other = metric.face[half ^ 1]
          guard other >= 0, !isTaken[other], themes[other] == theme else { continue }
          isTaken[other] = true
          faces.append(other)
        }
        next += 1
      }
      faces.sort {
        blocks[$0].area != blocks[$1].area ? blocks[$0].area > blocks[$1].area : $0 < $1
      }
      let area = faces.reduce(0) { $0 + Double(blocks[$1].area) }
      places.append(Place(theme: theme, faces: faces, area: area))
    }
    return places
  }
}
