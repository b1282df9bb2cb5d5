import DemoTruth
import UseAnomaly

/// What a method found of what was planted in an invented district.
///
/// The plants are asked for here only, after everything was judged.
struct UseProof {
  /// What is true of a home that a method may name.
  enum Truly: Int, CaseIterable {
    case groupRental, largeFamily, leak, stuck, fast, swapped, other

    init(_ plant: MeterPlant.Kind) {
      self =
        switch plant {
        case .leak: .leak
        case .stuck: .stuck
        case .fast: .fast
        case .swapped: .swapped
        }
    }

    var isWrongMeter: Bool { [.stuck, .fast, .swapped].contains(self) }
  }

  /// What one method found.
  struct Outcome {
    var name: String
    /// How many homes it names, by what they truly are.
    var named: [Truly: Int]
    /// Of all there are.
    var planted: [Truly: Int]

    var count: Int { named.values.reduce(0, +) }
    var hits: Int { named[.groupRental] ?? 0 }
    var precision: Double { count == 0 ? 0 : Double(hits) / Double(count) }
    var recall: Double { Double(hits) / Double(max(planted[.groupRental] ?? 0, 1)) }
    var wrongMeters: Int { named.filter { $0.key.isWrongMeter }.values.reduce(0, +) }
  }

  let homes: [Home]
  private let truly: [Int64: Truly]

  init(_ truth: Truth, homes: [Home]) {
    self.homes = homes
    var truly: [Int64: Truly] = [:]
    for plant in truth.people.plants {
      if plant.kind == .groupRental { truly[Int64(plant.dwelling)] = .groupRental }
      if plant.kind == .largeFamily { truly[Int64(plant.dwelling)] = .largeFamily }
    }
    for plant in truth.water.plants {
      let home = Int64(truth.water.accounts[Int(plant.account)].place)
      // A large family with a leak counts as a family: neither is to be named.
      truly[home] = truly[home] ?? Truly(plant.kind)
    }
    self.truly = truly
  }

  func outcome(_ name: String, _ named: [Int64]) -> Outcome {
    let all = homes.compactMap { truly[$0.key] }
    return Outcome(
      name: name, named: counts(named.map { truly[$0] ?? .other }), planted: counts(all))
  }

  /// Homes whose robust z beside their peers is so much in three of the last four periods, whoever lives there.
  func plain(_ report: UseReport, _ z: Double) -> [Int64] {
    report.homes.filter { $0.notJudged == nil && $0.z >= z }.map(\.key)
  }

  /// Whether nothing was planted in a home.
  func isOther(_ key: Int64) -> Bool { truly[key] == nil }

  /// By kind of building: how many are named, and how many of them are let by the bed.
  func byBuilding(_ list: [HomeFinding]) -> [(kind: Int, named: Int, hits: Int)] {
    Set(list.map(\.buildingKind)).sorted().map { kind in
      let here = list.filter { $0.buildingKind == kind }
      return (kind, here.count, here.count { truly[$0.key] == .groupRental })
    }
  }

  private func counts(_ all: [Truly]) -> [Truly: Int] {
    all.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
