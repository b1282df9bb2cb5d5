import DemoTruth
import Time

/// What can be read of parcels, village plots and fields.
enum ParcelFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "field.contract": (.fieldContract, { $1 }),
      "fieldContract.holder": (
        .person,
        { sight, index in
          holder(sight, Int(sight.land.fields[index].homestead))
        }
      ),
      "homestead.building": (.building, { Int($0.land.homesteads[$1].building) }),
      "homestead.holder": (.person, { holder($0, $1) }),
    ]
    table.facts = [
      "parcel.code": { .text($0.division.code + "TB" + Digits.padded($1 + 1, 8)) },
      "parcel.class": { .text($0.land.parcels[$1].landClass) },
      "parcel.communityCode": { .text($0.community(Int($0.land.parcels[$1].community)).code) },
      "parcel.communityName": { .text($0.community(Int($0.land.parcels[$1].community)).name) },
      "parcel.area": { sight, index in
        let area = sight.shared.ground.area(of: sight.land.parcels[index].outline)
        return .decimal(Digits.decimal(area, places: 2))
      },
      // The survey of a year's end is out by the middle of the next.
      "parcel.year": { sight, _ in .integer(Day(ordinal: Int(sight.day)).year) },
      // 地块代码: the village and its group with two digits, and five of the plot.
      "field.code": { sight, index in
        .text(village(sight, index) + "00" + Digits.padded(Int(sight.land.fields[index].number), 5))
      },
      "field.name": { .text(fieldName($0, $1)) },
      "field.area": { .decimal(Digits.decimal(Double($0.land.fields[$1].area), places: 1)) },
      "field.communityCode": { .text(village($0, $1)) },
      // 承包合同代码: eighteen digits of the family and J, for contracts of families.
      "fieldContract.number": { .text(contract($0, $1)) },
      "fieldContract.deedNumber": { sight, index in
        // The last six digits of the village and four of the family.
        let digits = village(sight, index).suffix(6) + contract(sight, index).dropLast().suffix(4)
        return .text("\(sight.division.code)农地承包权(2018)第\(digits)号")
      },
      // 宗地代码: J collectively owned, C a homestead.
      "homestead.code": { sight, index in
        let one = sight.land.homesteads[index]
        return .text(homeCommunity(sight, index) + "JC" + Digits.padded(Int(one.number), 5))
      },
      "homestead.area": { sight, index in
        let building = Int(sight.land.homesteads[index].building)
        let area = sight.shared.ground.homesteadArea(ofBuilding: building)
        return .decimal(Digits.decimal(area, places: 2))
      },
      "homestead.use": { .text(use($0, $1)) },
      "homestead.deed.number": { sight, index in
        let building = Int(sight.land.homesteads[index].building)
        guard let dwelling = sight.shared.homes.dwellings(ofBuilding: building).first else {
          return .none
        }
        return FactTable.all.facts["dwelling.deed.number"]?(sight, dwelling) ?? .none
      },
      "homestead.communityCode": { .text(homeCommunity($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "nrb_landuse": RowRule(count: { $0.landBook.land.parcels.count }) { _, _ in true },
    // Both lists grow village by village, in the same order.
    "agr_land_contract": RowRule(
      draw: "villages",
      group: { sight, index in
        let home = sight.land.homesteads[Int(sight.land.fields[index].homestead)]
        return Int(sight.building(Int(home.building)).estate)
      },
      count: { $0.landBook.land.fields.count },
      isIn: { sight, index in
        holder(sight, Int(sight.land.fields[index].homestead)) >= 0
      }),
    "agr_homestead": RowRule(
      draw: "villages",
      group: { sight, index in
        Int(sight.building(Int(sight.land.homesteads[index].building)).estate)
      },
      count: { $0.landBook.land.homesteads.count },
      isIn: { sight, index in
        sight.building(Int(sight.land.homesteads[index].building)).stands(on: sight.day)
          && holder(sight, index) >= 0
      }),
  ]

  /// The owner of the house; where it is a public body's, who lives there.
  private static func holder(_ sight: Sight, _ homestead: Int) -> Int {
    let building = Int(sight.land.homesteads[homestead].building)
    let owner = sight.shared.owner(ofBuilding: building, on: sight.day)
    return owner >= 0
      ? owner
      : sight.shared.neighbour(of: [Int32(building)], ages: 18...99, "holder", on: sight.day)
  }

  private static func homeCommunity(_ sight: Sight, _ homestead: Int) -> String {
    let building = sight.building(Int(sight.land.homesteads[homestead].building))
    return sight.community(Int(sight.shared.ground.grids[Int(building.grid)].community)).code
  }

  private static func village(_ sight: Sight, _ field: Int) -> String {
    homeCommunity(sight, Int(sight.land.fields[field].homestead))
  }

  private static func contract(_ sight: Sight, _ field: Int) -> String {
    village(sight, field) + "00" + Digits.padded(Int(sight.land.fields[field].family), 4) + "J"
  }

  private static func fieldName(_ sight: Sight, _ index: Int) -> String {
    var draw = Draw(Draw.stream(sight.shared.seed, "field.name"), index)
    let first = [
      "门前", "屋后", "河边", "塘下", "桥头", "大路", "坝边", "村东", "村西", "庙后", "长", "方", "三角", "高", "下",
    ]
    return draw.pick(first) + draw.pick(["丘", "地", "田", "畈", "畈田", "角", "坂"])
  }

  /// From who lives there and whether anybody trades.
  private static func use(_ sight: Sight, _ index: Int) -> String {
    let building = Int(sight.land.homesteads[index].building)
    if sight.shared.hasTrade(inBuilding: building, on: sight.day) { return "经营" }
    let homes = sight.shared.homes.dwellings(ofBuilding: building)
      .compactMap { sight.shared.lives.tenure(of: $0, on: sight.day) }
    if homes.isEmpty { return "闲置" }
    return homes.contains { $0.kind == .owner || $0.kind == .relatives } ? "自住" : "出租"
  }
}

extension Sight {
  var land: Land { shared.landBook.land }

  func community(_ index: Int) -> DivisionUnit { shared.ground.communities[index] }
}
