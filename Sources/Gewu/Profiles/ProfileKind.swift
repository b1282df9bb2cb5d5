import Datasets
import Subjects
import Warehouse

/// The subjects of one kind, opened as far as columns ask for it.
struct ProfileKind {
  /// A subject, and the cells that its rows lie in, one a net.
  struct Opened {
    var subject: ProfileSubject
    /// Where the row lies that states its grid.
    var own: [Int32]
    /// Where the row lies that says where it lives.
    var home: [Int32]
    /// Whether that address is known well enough to be one home.
    var isHome = false
    /// Whether it lives somewhere, or is registered.
    var lives = false
    var isRegistered = false
    /// The address at which it is registered.
    var registered: ArraySlice<UInt8>?
    /// Whether it is no more on the day asked about.
    var hasEnded = false
  }

  let kind: String
  private(set) var subjects: [Opened] = []
  /// In which cells addresses lie, by what rows say that lie there.
  private(set) var addresses: [ArraySlice<UInt8>: [Int32]] = [:]

  /// The rules of the kind.
  var rules: SubjectRules { drawn.assembly.rules }

  private let day: Int32
  private let nets: [ProfileNet]
  private let session: StoreTransaction
  private let drawn: SubjectAssembly
  /// The rows of each source: their range among all.
  private let ranges: [String: Range<Int>]
  /// The cells of rows, by data set and number.
  private let cells: [String: [Int64: [Int32]]]

  init(
    _ entry: SubjectKindEntry, rules: ProfileRules, on day: Int32, nets: [ProfileNet],
    matching: AddressMatching?, threads: Int, _ session: StoreTransaction
  ) throws {
    kind = entry.kind
    (self.day, self.nets, self.session) = (day, nets, session)
    let file = try SubjectFile(
      yaml: entry.rules, path: "rules of \(entry.kind) (as kept in the store)")
    // Nothing that is counted is measured in metres.
    var reader = SubjectRowReader(
      file, session, matching: matching, plane: nil, digest: try session.subjectDigest(),
      threads: threads)
    try reader.readAll()
    drawn = reader.drawn
    let table = drawn.assembly.table
    var ranges: [String: Range<Int>] = [:]
    for row in drawn.rowIDs.indices {
      let name = file.rules.sources[table.source(of: row)].dataSet
      ranges[name] = (ranges[name]?.lowerBound ?? row)..<(row + 1)
    }
    self.ranges = ranges
    cells = try Dictionary(
      uniqueKeysWithValues: Set(file.sources.map(\.dataset)).compactMap { name in
        try session.dataset(named: name).map { (name, try Self.cells(of: $0, nets, session)) }
      })
    try open(rules)
  }

  /// The cells of the current rows of a data set that have a place.
  private static func cells(
    of dataset: DatasetEntry, _ nets: [ProfileNet], _ session: StoreTransaction
  ) throws -> [Int64: [Int32]] {
    var cells: [Int64: [Int32]] = [:]
    try session.forEachPlacedRow(of: dataset) { row in
      cells[row.id] = nets.map { $0.cell(of: row) }
    }
    return cells
  }

  // MARK: - Opening

  private mutating func open(_ rules: ProfileRules) throws {
    let numbers = try session.standingSubjects(ofKind: kind)
    let places = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { ($1, $0) })
    let nowhere = nets.map { _ in Int32(-1) }
    subjects = numbers.map { _ in
      Opened(subject: ProfileSubject(kind: kind), own: nowhere, home: nowhere)
    }
    try session.forEachTelling(ofKind: kind) { subject, source in
      if let place = places[subject] { subjects[place].subject.sources.insert(source) }
    }
    try openValues(rules, places)
    try openFacts(places)
  }

  private mutating func openValues(_ rules: ProfileRules, _ places: [Int64: Int]) throws {
    let own = drawn.assembly.rules
    let located = rules.addresses.filter { $0.kind == kind }
    let asked = rules.attributes(of: kind)
    for name in asked.union(located.map(\.attribute)) where own.attribute(name) == nil {
      throw ProfileFault.noAttribute(name, kind: kind)
    }
    let end = own.factsEnd.map { own.attributes[$0].name }
    let attributes = asked.union(located.map(\.attribute)).union(["grid"]).union(
      [end].compactMap(\.self))
    try session.forEachKeptValue(ofKind: kind, attributes: attributes) { value in
      guard let place = places[value.subject], let row = row(value.source, value.row),
        let attribute = own.attribute(value.attribute)
      else { return }
      let read = drawn.assembly.table.value(of: attribute, in: row)
      let cells = cells(of: value.source, value.row)
      if value.attribute == "grid", let cells { subjects[place].own = cells }
      if value.attribute == end, let last = CivilDay.read(read), last < day {
        subjects[place].hasEnded = true
      }
      if asked.contains(value.attribute) {
        subjects[place].subject.values[value.attribute, default: []].append(read)
      }
      if let cells, !read.isEmpty,
        located.contains(where: {
          $0.attribute == value.attribute
            && ($0.sources.isEmpty || $0.sources.contains(value.source))
        })
      {
        note(cells, at: read)
      }
    }
  }

  /// An address lies in the lowest cell that is told of it, the last of several.
  private mutating func note(_ cells: [Int32], at address: ArraySlice<UInt8>) {
    addresses[address] = addresses[address].map { zip($0, cells).map(max) } ?? cells
  }

  private mutating func openFacts(_ places: [Int64: Int]) throws {
    let rules = drawn.assembly.rules
    let table = drawn.assembly.table
    /// How good the facts are that were taken over: main before others, then by the rank of their source.
    var best: [Int: (home: [Int], registered: Int)] = [:]
    try session.forEachKeptFact(ofKind: kind) { fact in
      guard let place = places[fact.subject], let row = row(fact.source, fact.row),
        let source = rules.source(fact.source),
        let rule = rules.facts.first(where: {
          $0.kind.rawValue == fact.kind && $0.source == source
        }), stands(fact, rule, row)
      else { return }
      let rank = rules.sources[source].rank
      let address = table.value(of: rule.place, in: row)
      let division = rule.division.map { Array(table.value(of: $0, in: row)) }
        .flatMap { $0.isEmpty ? nil : $0 }
      var known = best[place] ?? ([.max], .max)
      if rule.kind == .lives {
        let order = [fact.isMain ? 0 : 1, rank]
        guard order.lexicographicallyPrecedes(known.home) else { return }
        known.home = order
        subjects[place].lives = true
        subjects[place].subject.home = address
        subjects[place].subject.homeDivision = division
        subjects[place].subject.arrived = rule.from.flatMap {
          CivilDay.read(table.value(of: $0, in: row))
        }
        subjects[place].home = cells(of: fact.source, fact.row) ?? nets.map { _ in -1 }
        let level = rule.level.map { Array(table.value(of: $0, in: row)) } ?? []
        subjects[place].isHome = rule.levels.isEmpty || rule.levels.contains(level)
      } else {
        guard rank < known.registered else { return }
        known.registered = rank
        subjects[place].isRegistered = true
        subjects[place].registered = address
        subjects[place].subject.registeredDivision = division
      }
      best[place] = known
    }
    for one in subjects where one.isHome && !one.hasEnded {
      if let home = one.subject.home { note(one.home, at: home) }
    }
  }

  /// Whether a fact holds on the day.
  private func stands(_ fact: KeptFact, _ rule: FactRule, _ row: Int) -> Bool {
    let table = drawn.assembly.table
    let read = { (attribute: Int?) in
      attribute.flatMap { CivilDay.read(table.value(of: $0, in: row)) }
    }
    if let first = read(rule.from), first > day { return false }
    if fact.isOpen { return true }
    // Where no row says when it ended, the subject's own end did, which is looked at for itself.
    return read(rule.to).map { $0 >= day } ?? true
  }

  // MARK: - Rows

  /// The place of a row of the store among those that were read; the last of several readings.
  private func row(_ source: String, _ id: Int64) -> Int? {
    guard var range = ranges[source] else { return nil }
    while range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      range =
        drawn.rowIDs[middle] <= id
        ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.first.flatMap { drawn.rowIDs[$0] == id ? $0 : nil }
  }

  private func cells(of source: String, _ row: Int64) -> [Int32]? {
    cells[String(source.prefix { $0 != "#" })]?[row]
  }
}

extension ProfileRules {
  /// The attributes of a kind that tests ask for.
  func attributes(of kind: String) -> Set<String> {
    let columns = columns.filter { $0.counted.kind == kind }
    return Set(columns.flatMap(\.when).joined().compactMap(\.attribute))
  }
}

extension ProfileColumn.Counted {
  /// The kind of subject; nil for rows.
  var kind: String? {
    switch self {
    case .subjects(let kind, _), .homes(let kind): kind
    case .rows: nil
    }
  }
}

extension ProfileTest {
  var attribute: String? {
    switch self {
    case .isOneOf(let name, _), .isNoneOf(let name, _), .begins(let name, _), .states(let name),
      .age(let name, _), .livedIn(let name):
      name
    case .isSeen, .floats: nil
    }
  }
}
