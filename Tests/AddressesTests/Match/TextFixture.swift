import Addresses
import Foundation

/// The parser of mainland China with one made-up district, made once.
func chinaParser() throws -> AddressParser { try SharedParser.parser.get() }

private enum SharedParser {
  static let parser = Result { try makeChinaParser() }
}

private func makeChinaParser() throws -> AddressParser {
  let grammar = try Grammar(text: geoData("grammars/cn.yaml"))
  let divisions = try Divisions(
    rows: [
      DivisionRow(code: "990000", name: "试验省", kind: .province),
      DivisionRow(code: "990100", name: "试验市", kind: .city, parent: "990000"),
      DivisionRow(code: "990101", name: "新试区", kind: .county, parent: "990100"),
    ], grammar: grammar)
  return AddressParser(grammar: grammar, divisions: divisions)
}

/// A text under `GeoData`.
func geoData(_ path: String) throws -> String {
  var root = URL(filePath: #filePath)
  for _ in 0..<4 { root.deleteLastPathComponent() }
  return try String(contentsOf: root.appending(path: "GeoData/" + path), encoding: .utf8)
}

/// Towns, roads, doors, buildings, entrances and rooms whose names the parser reads.
func district() -> [AddressRow] {
  var rows = [
    row(1, .county("新试区")), row(2, in: 1, .town("河东街道")), row(3, in: 1, .town("河西街道")),
  ]
  var id: Int64 = 10
  func add(_ parent: Int64, _ element: RegisterElement, aliases: [AddressAlias] = []) -> Int64 {
    id += 1
    rows.append(row(id, in: parent, element, aliases: aliases))
    return id
  }
  for (place, name) in ["杨柳路", "长桥路", "石井街", "松风大道"].enumerated() {
    let road = add(place < 2 ? 2 : 3, .road(name))
    for number in ["8", "12", "18", "甲8", "101"] {
      let estate = number == "12" ? ["春晓花园", "夏荷花园", "秋月小区", "冬青家园"][place] : ""
      let alias = AddressAlias(.secondName, elements: [.estate(estate)])
      let door = add(road, .number(number), aliases: estate.isEmpty ? [] : [alias])
      guard number == "12" || number == "18" else { continue }
      for building in ["1", "2", "3", "13", "A"] {
        let house = add(door, .building(building))
        for entrance in ["1", "2"] {
          let stairs = add(house, .entrance(entrance))
          for room in ["101", "201", "302", "1102"] { _ = add(stairs, .room(room)) }
        }
      }
    }
  }
  return rows
}
