import Datasets
import Subjects
import UseAnomaly
import Warehouse

/// Reads what a store has of homes, as a file of bindings says where.
struct HomeReader {
  private let session: StoreTransaction
  private let day: Int32
  private var memo: AddressMemo?
  private(set) var book = HomeBook()
  /// Data sets of the file of which nothing was imported.
  private(set) var absent: Set<String> = []

  /// So many rows are taken together.
  private static let blockLength = 4_096

  init(_ session: StoreTransaction, day: Int32, matching: AddressMatching?, threads: Int) {
    (self.session, self.day) = (session, day)
    memo = matching.map { AddressMemo($0, threads: threads) }
  }

  /// Reads all lists.
  ///
  /// - Throws: ``UseFault`` where a field is none of its data set; `StoreError`, `SealFault`.
  mutating func readAll(_ bindings: UseBindings) throws {
    for source in bindings[.homes] { try readHomes(source) }
    for source in bindings[.water] { try readAccounts(source, of: .water) }
    for source in bindings[.power] { try readAccounts(source, of: .power) }
    for list in UseBindings.List.allCases where ![.homes, .water, .power].contains(list) {
      for source in bindings[list] { try readFacts(source, of: list) }
    }
  }

  // MARK: - Lists

  private mutating func readHomes(_ source: UseBindings.Source) throws {
    try forEachRow(of: source) { row, reader in
      var entry = HomeBook.Entry(source: source.dataset, row: row.id)
      (entry.building, entry.estate) = (row[.building], row[.estate])
      (entry.cell, entry.kind) = (row[.cell], row[.kind])
      (entry.area, entry.use) = (row.number(.area), row.use)
      reader.book.add(entry, identities: row.identities)
    }
  }

  private mutating func readAccounts(
    _ source: UseBindings.Source, of service: HomeBook.Service
  ) throws {
    var accounts: [String: Account] = [:]
    let hasTariff = source.choices[.tariff] != nil
    try forEachRow(of: source, .versions) { row, _ in
      let name = row[.account]
      guard !name.isEmpty else { return }
      let isDomestic = !hasTariff || row[.tariff] == "domestic"
      if let line = row.line(times: source.times, isDomestic: isDomestic) {
        accounts[name, default: Account()].lines.append(line)
      }
      guard row.isCurrent else { return }
      accounts[name, default: Account()].identities = row.identities
      accounts[name]?.isDomestic = isDomestic
      accounts[name]?.metering = row.metering
    }
    for (_, account) in accounts.sorted(by: { $0.key < $1.key }) {
      guard let identities = account.identities else { continue }
      // A shop's account says nothing of a home that nobody else is known by.
      let place = book.place(of: identities)
      if place != nil || account.isDomestic { book.add(account, at: place, of: service) }
    }
  }

  private mutating func readFacts(
    _ source: UseBindings.Source, of list: UseBindings.List
  ) throws {
    let day = day
    try forEachRow(of: source) { row, reader in
      guard let place = reader.book.place(of: row.identities), row.holds(on: day) else { return }
      switch list {
      case .residents, .lodgers:
        guard reader.book.isNew(person: row[.person]) else { return }
        let isInfant = row.day(.born).map { day - $0 < 2 * 365 && $0 <= day } ?? false
        reader.book.tell(place) { entry in
          if list == .residents { entry.residents += 1 } else { entry.facts.lodgers += 1 }
          if isInfant { entry.facts.infants += 1 }
        }
      case .families:
        let members = Int(row.number(.members) ?? 0)
        reader.book.tell(place) {
          $0.facts.largestFamily = max($0.facts.largestFamily, members)
        }
      case .leases: reader.book.tell(place) { $0.facts.leases += 1 }
      case .rentals: reader.book.tell(place) { $0.facts.isListedAsLet = true }
      case .complaints:
        guard row.happened(upTo: day, within: source.days) else { return }
        reader.book.tell(place) { $0.facts.complaints += 1 }
      case .businesses: reader.book.tell(place) { $0.facts.businesses += 1 }
      case .care: reader.book.tell(place) { $0.facts.caredFor += 1 }
      case .garden: reader.book.tell(place) { $0.facts.hasGarden = true }
      case .homes, .water, .power: break
      }
    }
  }

  // MARK: - Rows

  private mutating func forEachRow(
    of source: UseBindings.Source, _ choice: SubjectRowChoice = .current,
    _ visit: (HomeRow, inout HomeReader) throws -> Void
  ) throws {
    guard let dataset = try session.dataset(named: source.dataset) else {
      absent.insert(source.dataset)
      return
    }
    let fields = source.fields
    let known = Set(try session.manifest(of: dataset).fields.map(\.name))
    let strange = fields.filter { !known.contains($0) }
    guard strange.isEmpty else {
      throw UseFault.noFields(strange, dataset: source.dataset)
    }
    let places = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
    var reader = self
    var block: [SubjectRow] = []
    try session.forEachSubjectRow(of: dataset, fields: fields, choice) { row in
      block.append(row)
      guard block.count == Self.blockLength else { return }
      try reader.take(block, source, places, visit)
      block.removeAll(keepingCapacity: true)
    }
    try reader.take(block, source, places, visit)
    self = reader
  }

  private mutating func take(
    _ block: [SubjectRow], _ source: UseBindings.Source, _ places: [String: Int],
    _ visit: (HomeRow, inout HomeReader) throws -> Void
  ) throws {
    let text = { (row: SubjectRow, field: String) in
      places[field].map { String(decoding: row.value($0), as: UTF8.self) } ?? ""
    }
    let rows = block.filter { row in
      source.conditions.allSatisfy { $0.values.contains(text(row, $0.field)) }
    }
    lookUp(rows, source, text)
    for row in rows {
      var values: [UseBindings.Role: String] = [:]
      for (role, term) in source.terms { values[role] = value(of: term, row, text) }
      for (role, choice) in source.choices {
        let written = text(row, choice.field)
        if !written.isEmpty { values[role] = choice.meanings[written] ?? "other" }
      }
      let identities = row.isCurrent ? identities(row, source, text) : []
      try visit(
        HomeRow(id: row.id, isCurrent: row.isCurrent, identities: identities, values: values),
        &self)
    }
  }

  /// Asks the register for all addresses of some rows at once; those of former versions are not asked for.
  private mutating func lookUp(
    _ rows: [SubjectRow], _ source: UseBindings.Source, _ text: (SubjectRow, String) -> String
  ) {
    guard memo != nil else { return }
    let fields = Set(
      (source.homes + source.terms.values).compactMap { term in
        if case .address(let field, _) = term { field } else { nil }
      })
    var texts: Set<String> = []
    for row in rows where row.isCurrent {
      for field in fields { texts.insert(text(row, field)) }
    }
    texts.remove("")
    memo?.look(up: texts)
  }

  /// What a row's home is known by: of several addresses the first that is written, then fields.
  private func identities(
    _ row: SubjectRow, _ source: UseBindings.Source, _ text: (SubjectRow, String) -> String
  ) -> [String] {
    var found: [String] = []
    var hasAddress = false
    for term in source.homes {
      switch term {
      case .address(let field, _):
        guard !hasAddress, !text(row, field).isEmpty else { continue }
        hasAddress = true
        let room = value(of: term, row, text)
        if !room.isEmpty { found.append("@" + room) }
      case .field(let field):
        let code = text(row, field)
        if !code.isEmpty { found.append("=" + code) }
      case .own: continue
      }
    }
    return found
  }

  private func value(
    of term: FieldTerm, _ row: SubjectRow, _ text: (SubjectRow, String) -> String
  ) -> String {
    switch term {
    case .field(let field): text(row, field)
    case .address(let field, let part):
      memo.map { String(decoding: $0.parts(of: text(row, field))[part], as: UTF8.self) } ?? ""
    case .own(.grid): row.grid ?? ""
    case .own: ""
    }
  }
}
