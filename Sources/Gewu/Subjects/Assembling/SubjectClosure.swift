import Subjects
import Warehouse

/// Finds what of a kind's subjects a change touches, and reads the rows that are needed to assemble it again.
///
/// It starts from rows that came, and from subjects that lost rows or of which something was decided, and takes the
/// subjects that share a key of a certain rule, now or before, or a decision, until there is none left. A key that
/// so many names share that the rule does not link by it leads nowhere. Around them stand the subjects that share a
/// proposing key: their rows are read, since whether two are proposed to be one depends on all that have the key.
struct SubjectClosure {
  private let session: StoreTransaction
  private let digest: SubjectDigest
  private let keys: LinkKeys
  private let links: SubjectLinks
  private let decisions: [DecisionRecord]
  private var reader: SubjectRowReader
  /// Rows that are not current any more, by their data sets.
  private let gone: [String: Set<Int64>]

  private var subjects: [Int64: LinkedSubject] = [:]
  private var touched: Set<Int64> = []
  /// The subject of each row that was read, 0 for one that came, and its keys.
  private var homes: [Int64] = []
  private var entries: [[LinkKeys.Entry]] = []
  private var rows: [Int64: [Int]] = [:]
  /// Keys that still lead to subjects, and those that were followed.
  private var open: Set<LinkKey> = []
  private var followed: Set<LinkKey> = []
  /// Keys by which too many are linked to be one, with their rules.
  private var common: [LinkKey: Int] = [:]

  /// Whom it touches, with all that is read.
  struct Found {
    var drawn: SubjectAssembly
    var standing: [StandingSubject]
    /// The numbers of the subjects around, in the order of `standing`.
    var numbers: [Int64]
    var vacant: Set<SubjectKey>
    var muted: Set<UInt64> = []
    var common: Set<UInt64> = []
  }

  init(
    _ changes: SubjectChanges, state: SubjectState, reader: SubjectRowReader,
    digest: SubjectDigest, decisions: [DecisionRecord], _ session: StoreTransaction
  ) throws {
    self.session = session
    self.digest = digest
    self.decisions = decisions
    self.reader = reader
    keys = digest.links(by: reader.drawn.assembly.rules)
    links = session.subjectLinks(state)
    gone = changes.gone
    try read(changes.fresh.mapValues { $0 }, home: { _, _ in 0 })
    try touch(changes.subjects)
  }

  // MARK: - Closing

  /// Takes further subjects in, and closes again.
  mutating func touch(_ numbers: Set<Int64>) throws {
    var fresh = numbers.subtracting(touched)
    while !fresh.isEmpty || !open.isEmpty {
      try load(fresh)
      touched.formUnion(fresh)
      for number in fresh {
        open.formUnion((subjects[number]?.links ?? []).filter { $0.use != .proposes })
        for row in rows[number] ?? [] { open.formUnion(leading(from: row)) }
      }
      fresh = try follow()
    }
  }

  /// The keys of a row that lead to other subjects: those of certain rules, and the rows of decisions about it.
  private func leading(from row: Int) -> Set<LinkKey> {
    var leading = Set(entries[row].lazy.map(\.key).filter { $0.use == .links })
    guard !decisions.isEmpty else { return leading }
    let table = reader.drawn.assembly.table
    let source = reader.drawn.assembly.rules.sources[table.source(of: row)].dataSet
    let named = decisions.filter { $0.rows.contains { $0.source == source } }
    guard !named.isEmpty else { return leading }
    let name = DecisionRecord.Row(
      source: source, key: digest.key(ofRow: table.address(of: row)))
    for decision in named where decision.rows.contains(name) {
      leading.formUnion(decision.rows.map(digest.link(to:)))
    }
    return leading
  }

  /// The subjects that open keys lead to and that are not touched yet.
  private mutating func follow() throws -> Set<Int64> {
    let next = open.subtracting(followed)
    followed.formUnion(next)
    open = []
    var found: Set<Int64> = []
    for (key, numbers) in try links.subjects(by: next) {
      if let limit = keys.leastCommonLimit, key.use == .links, numbers.count > limit,
        try isCommon(key, numbers)
      {
        continue
      }
      found.formUnion(numbers)
    }
    return found.subtracting(touched)
  }

  /// Whether so many rows that stay share a key that the rule links by it neither now nor before.
  private mutating func isCommon(_ key: LinkKey, _ numbers: [Int64]) throws -> Bool {
    try load(Set(numbers))
    var (own, rule): ([Int], Int?) = ([], nil)
    for number in numbers {
      for row in rows[number] ?? [] {
        guard let entry = entries[row].first(where: { $0.key == key }) else { continue }
        own.append(row)
        rule = entry.rule
      }
    }
    guard let rule, keys.isCommon(own, rule: rule, in: reader.drawn.assembly.table) else {
      return false
    }
    common[key] = rule
    return true
  }

  // MARK: - Reading

  /// Reads the rows of subjects that were not read yet, without those that are gone.
  private mutating func load(_ numbers: Set<Int64>) throws {
    let missing = numbers.filter { subjects[$0] == nil }.sorted()
    guard !missing.isEmpty else { return }
    var wanted: [String: [Int64]] = [:]
    var owners: [String: [Int64: Int64]] = [:]
    for subject in try links.subjects(missing) {
      subjects[subject.id] = subject
      for (source, row) in subject.rows where gone[source]?.contains(row) != true {
        wanted[source, default: []].append(row)
        owners[source, default: [:]][row] = subject.id
      }
    }
    try read(wanted) { owners[$0]?[$1] ?? 0 }
  }

  private mutating func read(
    _ wanted: [String: [Int64]], home: (String, Int64) -> Int64
  ) throws {
    let first = reader.drawn.rowIDs.count
    try reader.readAll(of: wanted)
    let (drawn, rules) = (reader.drawn, reader.drawn.assembly.rules)
    for row in first..<drawn.rowIDs.count {
      let source = rules.sources[drawn.assembly.table.source(of: row)].dataSet
      let number = home(source, drawn.rowIDs[row])
      homes.append(number)
      entries.append(keys.keys(of: row, in: drawn.assembly.table))
      if number == 0 {
        open.formUnion(leading(from: row))
      } else {
        rows[number, default: []].append(row)
      }
    }
  }

  // MARK: - Around

  /// What is to be assembled, and what stands around it.
  mutating func found() throws -> Found {
    var part = SubjectPart()
    part.touched = touched
    let proposing = try aroundProposals(&part)
    part.common = commonRows()
    var found = Found(
      drawn: reader.drawn, standing: [], numbers: [],
      vacant: Set(touched.compactMap { subjects[$0]?.key }))
    for number in subjects.keys.sorted() where !touched.contains(number) {
      guard let subject = subjects[number], let own = rows[number] else { continue }
      found.standing.append(StandingSubject(key: subject.key, members: own))
      found.numbers.append(number)
      part.around.append((number, own))
    }
    for entry in entries.joined() {
      if proposing.contains(entry.key) { found.muted.insert(entry.meeting) }
      if common[entry.key] != nil { found.common.insert(entry.meeting) }
    }
    found.drawn.part = part
    return found
  }

  /// Reads the subjects around that share proposing keys with those that are touched, and further ones that decide
  /// what is proposed of two of them.
  ///
  /// - Returns: the keys that too many have to propose anything.
  private mutating func aroundProposals(_ part: inout SubjectPart) throws -> Set<LinkKey> {
    var limits: [LinkKey: Int] = [:]
    let most = reader.drawn.assembly.rules.identity.indices.map(keys.proposingLimit).max() ?? 0
    for number in touched {
      for key in subjects[number]?.links ?? [] where key.use == .proposes { limits[key] = most }
    }
    for (row, home) in homes.enumerated() where home == 0 || touched.contains(home) {
      for entry in entries[row] where entry.key.use == .proposes {
        limits[entry.key] = keys.proposingLimit(of: entry.rule)
      }
    }
    var mute: Set<LinkKey> = []
    for (key, numbers) in try around(limits, &mute) {
      try load(Set(numbers))
      for (place, one) in numbers.enumerated() {
        for other in numbers[(place + 1)...] { part.pairs.insert([one, other]) }
      }
      limits[key] = limits[key] ?? most
    }
    var further: [LinkKey: Int] = [:]
    for pair in part.pairs {
      let own = proposals(of: pair[0])
      for (key, rule) in proposals(of: pair[1]) where own[key] != nil && limits[key] == nil {
        further[key] = keys.proposingLimit(of: rule)
      }
    }
    for (_, numbers) in try around(further, &mute) { try load(Set(numbers)) }
    try loadDecided()
    return mute
  }

  /// Reads the subjects of all rows that decisions name together with rows that were read: a decision says
  /// something of the queue only where all its rows are there.
  private mutating func loadDecided() throws {
    let decided = Set(
      subjects.values.lazy.filter { $0.links.contains { $0.use == .decided } }.map(\.id))
    var named: Set<LinkKey> = []
    for row in homes.indices where decided.contains(homes[row]) {
      named.formUnion(leading(from: row).filter { $0.use == .decided })
    }
    for (_, numbers) in try links.subjects(by: named) { try load(Set(numbers)) }
  }

  /// The subjects that are not touched by each key, but for keys that more of them have than its limit.
  private func around(
    _ limits: [LinkKey: Int], _ mute: inout Set<LinkKey>
  ) throws -> [(LinkKey, [Int64])] {
    var around: [(LinkKey, [Int64])] = []
    for (key, numbers) in try links.subjects(by: limits.keys) {
      let numbers = numbers.filter { !touched.contains($0) }
      if numbers.count > limits[key] ?? 0 {
        mute.insert(key)
      } else if !numbers.isEmpty {
        around.append((key, numbers))
      }
    }
    return around
  }

  private func proposals(of subject: Int64) -> [LinkKey: Int] {
    var found: [LinkKey: Int] = [:]
    for row in rows[subject] ?? [] {
      for entry in entries[row] where entry.key.use == .proposes { found[entry.key] = entry.rule }
    }
    return found
  }

  private func commonRows() -> [(row: Int, rule: String)] {
    guard !common.isEmpty else { return [] }
    let rules = reader.drawn.assembly.rules.identity
    return entries.enumerated().flatMap { row, own in
      own.compactMap { entry in common[entry.key].map { (row: row, rule: rules[$0].rule) } }
    }
  }
}
