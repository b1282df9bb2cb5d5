import UseAnomaly
import Warehouse

/// The homes of a district and what rows tell of them, put together by what a home is known by.
///
/// Rows may come in any order within a list; homes come before what is told of them.
struct HomeBook {
  /// What rows say of a home.
  struct Entry {
    /// What it is known by: the first that its rows have.
    var identity: String
    var source: String
    var row: Int64
    var building = ""
    var estate = ""
    var cell = ""
    var kind = ""
    var area: Double?
    var use: Home.Use?
    var facts = HomeFacts()
    var residents = 0
    fileprivate var water: [Account] = []
    fileprivate var power: [Account] = []

    /// One of which a row tells that has nothing else yet.
    init(source: String, row: Int64) { (identity, self.source, self.row) = ("", source, row) }
  }

  private(set) var entries: [Entry] = []
  private var byIdentity: [String: Int] = [:]
  /// Accounts for water that lead to no home.
  private var homeless = 0
  /// Everybody who was counted at a home.
  private var people: Set<String> = []

  /// The place of the home that one of some identities belongs to.
  func place(of identities: [String]) -> Int? {
    for identity in identities {
      if let place = byIdentity[identity] { return place }
    }
    return nil
  }

  /// Adds a home, or completes one that is known by one of the identities: what it says already stays.
  mutating func add(_ entry: Entry, identities: [String]) {
    guard let first = identities.first else { return }
    let place = self.place(of: identities) ?? entries.count
    if place == entries.count {
      entries.append(entry)
      entries[place].identity = first
    } else {
      complete(&entries[place], with: entry)
    }
    for identity in identities where byIdentity[identity] == nil { byIdentity[identity] = place }
  }

  private func complete(_ known: inout Entry, with other: Entry) {
    for part in [\Entry.building, \.estate, \.cell, \.kind] where known[keyPath: part].isEmpty {
      known[keyPath: part] = other[keyPath: part]
    }
    known.area = known.area ?? other.area
    known.use = known.use ?? other.use
  }

  /// Changes what is told of a home.
  mutating func tell(_ place: Int, _ change: (inout Entry) -> Void) { change(&entries[place]) }

  /// Whether somebody is counted for the first time; who has no name is always.
  mutating func isNew(person: String) -> Bool {
    person.isEmpty || people.insert(person).inserted
  }

  mutating func add(_ account: Account, at place: Int?, of list: Service) {
    guard let place else {
      if list == .water { homeless += 1 }
      return
    }
    switch list {
    case .water: entries[place].water.append(account)
    case .power: entries[place].power.append(account)
    }
  }

  enum Service { case water, power }

  // MARK: - Homes

  /// The homes as they are judged, and the entry of each by its key; accounts of no home come without one.
  func homes() -> (homes: [Home], entries: [Int64: Entry]) {
    let sorted = entries.sorted { $0.identity < $1.identity }
    var (buildings, estates, cells, kinds) = (Numbers(), Numbers(), Numbers(), Numbers())
    let registered = Set(sorted.filter { $0.residents > 0 }.map(\.cell))
    var homes: [Home] = []
    var byKey: [Int64: Entry] = [:]
    for (place, entry) in sorted.enumerated() where !entry.water.isEmpty {
      let key = Int64(place)
      // A place that nobody says is none that two homes share.
      let alone = -1 - key
      byKey[key] = entry
      homes.append(
        Home(
          key: key, building: buildings.number(entry.building) ?? alone,
          estate: estates.number(entry.estate), cell: cells.number(entry.cell) ?? alone,
          buildingKind: Int(kinds.number(entry.kind) ?? -1), area: entry.area,
          use: entry.use ?? .dwelling, metering: metering(of: entry.water),
          residents: registered.contains(entry.cell) ? entry.residents : nil, facts: entry.facts,
          water: entry.water.flatMap(\.readings), power: power(of: entry.power)))
    }
    for number in 0..<homeless {
      let key = -1 - Int64(number)
      homes.append(Home(key: key, building: key, cell: key, isAtRoom: false, residents: nil))
    }
    return (homes, byKey)
  }

  private func metering(of accounts: [Account]) -> Home.Metering {
    if accounts.contains(where: { $0.metering == .shared }) { return .shared }
    let domestic = accounts.count(where: \.isDomestic)
    return domestic > 1 || accounts.contains { $0.metering == .several } ? .several : .own
  }

  /// Readings of several meters for power say nothing together.
  private func power(of accounts: [Account]) -> [Reading] {
    let domestic = accounts.filter(\.isDomestic)
    return domestic.count == 1 ? domestic[0].readings : []
  }
}

/// Numbers for texts, each the same as long as the text is.
private struct Numbers {
  private var known: [String: Int64] = [:]

  /// That of a text; nil for an empty one.
  mutating func number(_ text: String) -> Int64? {
    guard !text.isEmpty else { return nil }
    if let number = known[text] { return number }
    known[text] = Int64(known.count)
    return known[text]
  }
}
