import Subjects
import Warehouse

/// The columns of a profile counted in the cells of all nets, as of a day, from what the store has.
struct ProfileCount {
  /// Those columns whose kinds and data sets the store has.
  let columns: [ProfileColumn]
  /// Kinds and data sets of the rules that the store has nothing of.
  let absent: [String]
  let nets: [ProfileNet]
  private(set) var tallies: [ProfileTally]

  /// Counts everything.
  ///
  /// - Throws: ``ProfileFault/noAttribute(_:kind:)``, `StoreError`, `SealFault`.
  init(
    _ rules: ProfileRules, on day: Int32, nets: [ProfileNet], matching: AddressMatching?,
    threads: Int, _ session: StoreTransaction
  ) throws {
    let known = try session.subjectKinds()
    var absent: Set<String> = []
    columns = try rules.columns.filter { column in
      switch column.counted {
      case .subjects(let kind, _), .homes(let kind):
        if known.contains(where: { $0.kind == kind }) { return true }
        absent.insert(kind)
      case .rows(let dataset):
        if try session.dataset(named: dataset) != nil { return true }
        absent.insert(dataset)
      }
      return false
    }
    self.absent = absent.sorted()
    self.nets = nets
    tallies = nets.map { [count = columns.count] net in
      ProfileTally(parents: net.parents, leaves: net.leaves, columns: count)
    }
    let wanted = Set(columns.compactMap(\.counted.kind))
    let kinds = try known.filter { wanted.contains($0.kind) }.map {
      try ProfileKind(
        $0, rules: rules, on: day, nets: nets, matching: matching, threads: threads, session)
    }
    count(kinds, on: day)
    try countRows(session)
  }

  private mutating func count(_ kinds: [ProfileKind], on day: Int32) {
    var addresses: [ArraySlice<UInt8>: [Int32]] = [:]
    for kind in kinds {
      addresses.merge(kind.addresses) { zip($0, $1).map(max) }
    }
    var homes: [ArraySlice<UInt8>: [Int32]] = [:]
    for one in kinds.lazy.flatMap(\.subjects) where one.isHome && !one.hasEnded {
      guard let home = one.subject.home, let cells = living(one, addresses) else { continue }
      homes[home] = homes[home].map { zip($0, cells).map(max) } ?? cells
    }
    for kind in kinds {
      let asked = columns.indices.filter { columns[$0].counted.kind == kind.kind }
      let tests = columns.map { $0.read(by: kind.rules) }
      var counted: Set<ArraySlice<UInt8>> = []
      for one in kind.subjects where !one.hasEnded {
        for column in asked {
          guard tests[column].counts(one.subject, on: day, isLivedIn: { homes[$0] != nil })
          else { continue }
          switch columns[column].counted {
          case .subjects(_, .own): add(one.own, to: column)
          case .subjects(_, .lives): add(living(one, addresses), to: column)
          case .subjects(_, .registered): add(registered(one, addresses), to: column)
          case .homes:
            guard one.isHome, let home = one.subject.home, let cells = homes[home],
              counted.insert(home + [UInt8(truncatingIfNeeded: column)]).inserted
            else { continue }
            add(cells, to: column)
          case .rows: continue
          }
        }
      }
    }
  }

  private mutating func add(_ cells: [Int32]?, to column: Int) {
    guard let cells else { return }
    for (net, cell) in cells.enumerated() { tallies[net].add(column: column, cell: cell) }
  }

  /// The cells in which one surely lives; nil for one who lives nowhere, or outside the district.
  private func living(
    _ one: ProfileKind.Opened, _ addresses: [ArraySlice<UInt8>: [Int32]]
  ) -> [Int32]? {
    guard one.lives else { return nil }
    return cells(
      row: one.home, address: one.subject.home.flatMap { addresses[$0] },
      division: one.subject.homeDivision)
  }

  private func registered(
    _ one: ProfileKind.Opened, _ addresses: [ArraySlice<UInt8>: [Int32]]
  ) -> [Int32]? {
    guard one.isRegistered else { return nil }
    return cells(
      row: nil, address: one.registered.flatMap { addresses[$0] },
      division: one.subject.registeredDivision)
  }

  /// The lowest cell each that is sure: of the row itself, else of others at the same address, else of its division.
  private func cells(
    row: [Int32]?, address: [Int32]?, division: [UInt8]?
  ) -> [Int32]? {
    let known = nets.indices.map { net -> Int32 in
      let found = [row?[net] ?? -1, address?[net] ?? -1]
      if let leaf = found.first(where: nets[net].isLeaf) { return leaf }
      let own = max(found[0], found[1])
      return own >= 0 ? own : division.map(nets[net].cell(ofDivision:)) ?? -1
    }
    guard known.allSatisfy({ $0 < 0 }), let division,
      nets.contains(where: { $0.liesOutside(division) })
    else { return known }
    return nil
  }

  private mutating func countRows(_ session: StoreTransaction) throws {
    for (column, rule) in columns.enumerated() {
      guard case .rows(let name) = rule.counted, let dataset = try session.dataset(named: name)
      else { continue }
      var left = try session.figures(of: dataset).rows
      try session.forEachPlacedRow(of: dataset) { row in
        left -= 1
        add(nets.map { $0.cell(of: row) }, to: column)
      }
      for _ in 0..<left { add(nets.map { _ in -1 }, to: column) }
    }
  }

  /// The figures of all cells of all nets, and of what lies in none.
  var cells: [ProfileCell] {
    nets.indices.flatMap { number in
      let net = nets[number]
      let figures = columns.indices.map { tallies[number].figures(of: $0) }
      var place = 0
      var cells: [ProfileCell] = []
      for level in net.index.levels {
        for (code, grid) in zip(level.codes, level.rowIDs) {
          cells.append(
            ProfileCell(
              net: net.name, level: level.level.name, code: code, gridID: grid,
              figures: figures.map { $0.cells[place] }))
          place += 1
        }
      }
      cells.append(
        ProfileCell(
          net: net.name, level: "", code: "", gridID: nil,
          figures: figures.map {
            ProfileTally.Figure(value: $0.nowhere, unplaced: $0.nowhere)
          }))
      return cells
    }
  }
}
