import DemoTruth

/// What can be read of the vehicles of licensed carriers and of the permits to move earth.
///
/// A permit is known by the place of one of its vehicles' rows; behind those come the permits to draw water.
enum TransportFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.beginnings[.vehicle] = { sight, index in
      // The phone is that of the application for the licence.
      carriers(sight).licence(of: index, on: sight.day)?.from ?? sight.vehicle(index).from
    }
    table.places[.permit] = { sight, index in
      guard let row = earthRow(sight, index) else { return WaterPermitFacts.spot(sight, index) }
      let permit = sight.shared.works.earth.permits[Int(row.permit)]
      return FactTable.all.places[.site]?(sight, Int(permit.site))
    }
    table.steps = [
      "vehicle.firm": (.firm, { Int(carriers($0).firm(of: $1)) }),
      "permit.holder": (
        .firm,
        { sight, index in
          earthRow(sight, index).map { Int(carriers(sight).firm(of: Int($0.vehicle))) }
            ?? WaterPermitFacts.holder(sight, index)
        }
      ),
      "permit.site": (
        .site,
        { sight, index in
          earthRow(sight, index).map {
            Int(sight.shared.works.earth.permits[Int($0.permit)].site)
          } ?? -1
        }
      ),
      "permit.vehicle": (.vehicle, { sight, index in Int(earthRow(sight, index)?.vehicle ?? -1) }),
    ]
    table.facts = [
      "vehicle.plate": { .text(carriers($0).plate(of: $1)) },
      "vehicle.kind": { .text($0.vehicle($1).kind.title) },
      "vehicle.certificateNumber": { .text(carriers($0).certificate(of: $1)) },
      "vehicle.inspectedOn": { .day(carriers($0).inspectedOn($1, by: $0.day)) },
      "vehicle.licence.number": { .optional(carriers($0).licence(of: $1, on: $0.day)?.number) },
      "vehicle.licence.scope": { .text($0.vehicle($1).kind.scope) },
      "vehicle.licence.to": { .day(carriers($0).licence(of: $1, on: $0.day)?.to) },
      "permit.number": { sight, index in
        guard let row = earthRow(sight, index) else {
          return .text(WaterPermitFacts.number(sight, index))
        }
        return .text(sight.shared.works.earth.number(of: Int(row.permit)))
      },
      "permit.volume": { sight, index in
        earthPermit(sight, index).map { .integer(Int($0.volume)) }
          ?? WaterPermitFacts.volume(sight, index)
      },
      "permit.from": { sight, index in
        .day(earthPermit(sight, index)?.from ?? WaterPermitFacts.term(sight, index).from)
      },
      "permit.to": { sight, index in
        .day(earthPermit(sight, index)?.to ?? WaterPermitFacts.term(sight, index).to)
      },
      "permit.route": { .optional(route($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "tra_trans_op": RowRule(count: { $0.works.carriers.vehicles.count }) { sight, index in
      carriers(sight).isLicensed(index, on: sight.day)
    },
    "cgj_muck": RowRule(count: { $0.works.earth.rows.count }) { sight, index in
      guard let permit = earthPermit(sight, index) else { return false }
      return permit.from <= sight.day && permit.from > sight.day - 365
    },
  ]

  private static func carriers(_ sight: Sight) -> Carriers { sight.shared.works.carriers }

  private static func earthRow(_ sight: Sight, _ index: Int) -> (permit: Int32, vehicle: Int32)? {
    let rows = sight.shared.works.earth.rows
    return index < rows.count ? rows[index] : nil
  }

  private static func earthPermit(_ sight: Sight, _ index: Int) -> EarthPermit? {
    earthRow(sight, index).map { sight.shared.works.earth.permits[Int($0.permit)] }
  }

  /// 建设路—环城东路—迎宾路（出区）.
  private static func route(_ sight: Sight, _ index: Int) -> String? {
    guard let permit = earthPermit(sight, index) else { return nil }
    let project = sight.project(Int(sight.site(Int(permit.site)).project))
    let roads = sight.shared.works.ways.route(fromBlock: Int(project.block))
    return roads.isEmpty ? nil : "工地—\(roads)（出区）"
  }
}

extension Sight {
  func vehicle(_ index: Int) -> Vehicle { shared.works.carriers.vehicles[index] }
}
