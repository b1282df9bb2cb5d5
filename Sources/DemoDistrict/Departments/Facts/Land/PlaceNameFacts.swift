import DemoTruth
import Time

/// What can be read of the gazetteer.
enum PlaceNameFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.nameEntry] = { .place($0.shared.landBook.names[$1].position) }
    table.facts = [
      "nameEntry.code": { sight, index in
        let entry = sight.shared.landBook.names[index]
        // The community, the class of GB/T 18521 and a serial number of the gazetteer.
        let kind = ["23100", "22210", "26100", "23200", "24100", "22100", "22900"]
        return .text(
          sight.community(Int(entry.community)).code + kind[Int(entry.kind.rawValue)]
            + Digits.padded(index + 1, 6))
      },
      "nameEntry.name": { .text(name($0, $1)) },
      "nameEntry.kind": { .text($0.shared.landBook.names[$1].kind.title) },
      "nameEntry.formerNames": { .optional(formerNames($0, $1)) },
      "nameEntry.addressCode": { .optional(addressCode($0, $1)) },
      "nameEntry.plate": { .optional(plate($0, $1)) },
      "nameEntry.approvedOn": { .day($0.shared.landBook.names[$1].approved) },
      "nameEntry.communityCode": {
        .text($0.community(Int($0.shared.landBook.names[$1].community)).code)
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "mca_place_name": RowRule(count: { $0.landBook.names.count }) { sight, index in
      sight.shared.landBook.names[index].approved <= sight.day
    }
  ]

  /// Plates have their road or village with the number; what is called the same in two places keeps its name.
  private static func name(_ sight: Sight, _ index: Int) -> String {
    let entry = sight.shared.landBook.names[index]
    if entry.place < 0 { return sight.shared.landBook.buildingNames[-1 - Int(entry.place)] }
    let name = sight.shared.ground.name(of: entry, on: sight.day)
    return name.isEmpty ? sight.community(Int(entry.community)).name : name
  }

  /// With the day of the renaming; of estates the name that people know them by.
  private static func formerNames(_ sight: Sight, _ index: Int) -> String? {
    let entry = sight.shared.landBook.names[index]
    let place = Int(entry.place)
    switch entry.kind {
    case .road:
      let road = sight.shared.ground.roads[place]
      guard road.renamed > 0, road.renamed <= sight.day else { return nil }
      return "\(road.formerName)（\(Day(ordinal: Int(road.renamed)).text)更名）"
    case .estate:
      let second = sight.shared.ground.estates[place].secondName
      return second.isEmpty ? nil : second
    default: return nil
    }
  }

  private static func addressCode(_ sight: Sight, _ index: Int) -> String? {
    let entry = sight.shared.landBook.names[index]
    return switch entry.kind {
    case .plate: sight.shared.ground.addressCode(ofBuilding: Int(entry.place))
    case .estate, .village: sight.shared.ground.addressCode(ofEstate: Int(entry.place))
    default: nil
    }
  }

  /// The number on the plate: 12号.
  private static func plate(_ sight: Sight, _ index: Int) -> String? {
    let entry = sight.shared.landBook.names[index]
    guard entry.kind == .plate else { return nil }
    let building = sight.building(Int(entry.place))
    let whole = name(sight, index)
    let road =
      building.door.number > 0 ? sight.shared.ground.roads[Int(building.door.road)].name : ""
    if !road.isEmpty, whole.hasPrefix(road) { return String(whole.dropFirst(road.count)) }
    let estate = building.estate >= 0 ? sight.shared.ground.estates[Int(building.estate)].name : ""
    return whole.hasPrefix(estate) ? String(whole.dropFirst(estate.count)) : whole
  }
}
