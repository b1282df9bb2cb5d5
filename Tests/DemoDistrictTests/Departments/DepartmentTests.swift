import Datasets
import DemoTruth
import Geometry
import Testing
import Time

@testable import DemoDistrict

/// What departments see of a district of one percent.
@Suite struct `Departments see the truth` {
  static var shared: SharedTruth { SharedLists.small.shared }
  var shared: SharedTruth { Self.shared }

  /// The good rows of a data set, as texts by the names of their fields.
  func rows(
    _ dataset: String, _ wanted: Int = .max, month: Int = 1
  ) throws -> [[String: String]] {
    try SharedLists.small.rows(dataset, wanted, month: month)
  }

  @Test func `good rows keep to their manifests, each with a key of its own`() throws {
    for dataset in try Repository.sources().served {
      let manifest = try Repository.manifests().manifest(dataset: dataset)
      var keys: Set<[String]> = []
      let rows = try rows(dataset, 400)
      // Of a list of a few hundred in the whole district one percent may have none.
      let wanted = try Repository.sources().rows[dataset]?.wanted ?? 0
      #expect(!rows.isEmpty || wanted < 600, "\(dataset)")
      for row in rows {
        keys.insert(manifest.primaryKey.map { row[$0] ?? "" })
        for field in manifest.fields {
          let rules = field.constraints
          guard let text = row[field.name] else {
            #expect(!rules.isRequired, "\(dataset).\(field.name) is missing")
            continue
          }
          let isKnown =
            (rules.allowed.isEmpty || rules.allowed.contains(text))
            && (field.codeTable.map { $0.entries.contains { $0.code == text || $0.label == text } }
              ?? true)
            && text.unicodeScalars.count <= rules.maximumLength ?? .max
            && (rules.maximum.flatMap(Double.init).map { Double(text) ?? 0 <= $0 } ?? true)
          #expect(isKnown, "\(dataset).\(field.name): \(text)")
        }
      }
      #expect(manifest.primaryKey.isEmpty || keys.count == rows.count, "\(dataset)")
    }
  }

  @Test func `a hydrant's grid is the one that its written position lies in`() throws {
    for dataset in ["fire_hydrant", "cgj_part05", "psb_std_address"] {
      let maker = try SharedLists.small.maker(dataset, 200)
      for number in 0..<maker.view.count(through: 1) {
        let row = maker.row(number)
        #expect(shared.ground.grid(at: row.position) == row.cell)
      }
    }
  }

  @Test func `the members of a household are the people with its number`() throws {
    var people: [String: [[String: String]]] = [:]
    for row in try rows("psb_hukou_pop") {
      people[row["household_number"] ?? "", default: []].append(row)
    }
    let households = try rows("psb_household", 500)

    #expect(households.count == 500)
    for row in households {
      let members = people[row["household_number"] ?? ""] ?? []
      #expect(row["members"] == String(members.count))
      guard let head = row["head_resident_id"] else { continue }
      #expect(members.allSatisfy { $0["head_resident_id"] == head })
      #expect(members.allSatisfy { $0["police_station"] == row["police_station"] })
    }
  }

  @Test func `every registered address is that of a dwelling`() throws {
    var style = AddressStyle()
    style.usesFormerRoad = true
    var known: Set<String> = []
    for dwelling in shared.homes.dwellings {
      let address = shared.ground.address(of: dwelling)
      known.insert(address.standard)
      known.insert(address.text(style))
    }
    let rows = try rows("psb_hukou_pop", 600)
    #expect(rows.allSatisfy { known.contains($0["registered_address"] ?? "") })
    #expect(rows.allSatisfy { $0["residence_address"].map(known.contains) ?? true })
  }

  @Test func `tenants have the owner of their dwelling as lessor`() throws {
    let rows = try rows("psb_float_pop")
    let tenants = rows.filter { $0["lessor_name"] != nil }
    #expect(tenants.count * 4 > rows.count)
    #expect(tenants.allSatisfy { $0["dwelling_kind"] == "02" })
  }

  @Test func `a row stays itself from month to month`() throws {
    for dataset in ["psb_household", "psb_float_pop", "fire_hydrant"] {
      let manifest = try Repository.manifests().manifest(dataset: dataset)
      let view = try SharedLists.small.view(dataset, 400, month: 2)
      let key = manifest.fields.indices.filter {
        manifest.primaryKey.contains(manifest.fields[$0].name)
      }
      var changed = 0
      let first = view.count(through: 1)
      for number in 0..<first where view.isIn(number, month: 2) {
        let (a, b) = (view.values(number, month: 1), view.values(number, month: 2))
        #expect(key.allSatisfy { a[$0] == b[$0] })
        changed += a == b ? 0 : 1
      }
      #expect(changed > 0 && changed * 2 < first, "\(dataset): \(changed) of \(first)")
    }
  }

  @Test func `the same rows come whatever else is taken`() throws {
    let few = try rows("psb_household", 100)
    let more = Set(try rows("psb_household", 300).compactMap { $0["household_number"] })
    #expect(few.allSatisfy { more.contains($0["household_number"] ?? "") })
    #expect(try rows("psb_household", 100) == few)
  }
}
