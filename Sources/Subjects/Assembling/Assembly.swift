/// All subjects of one kind, assembled from rows by rules and kept up to date.
///
/// Rows are put and removed, decisions are set, and ``assemble(threads:)`` brings the subjects up
/// to date: only components that a change touches are assembled again, and the result is the one
/// a full assembly gives, for any order of rows and changes.
///
///     var people = Assembly(rules: rules, key: keyed)
///     try people.put(source: 0, key: key, loadedOn: today, values: values)
///     let events = people.assemble()
///     for subject in people.subjects { … }
public struct Assembly: Sendable {
  /// The rules.
  public let rules: SubjectRules
  /// The rows and their values, those of former states included.
  public internal(set) var table: RecordTable
  /// What people have decided.
  public internal(set) var decisions: Set<Decision> = []
  /// What has happened to subjects so far.
  public internal(set) var history = SubjectHistory()

  let makeKey: @Sendable ([UInt8]) -> SubjectKey
  var isAlive: [Bool] = []
  var rowNumbers: [RowName: UInt32] = [:]
  var fresh: [UInt32] = []
  var dead: [UInt32] = []
  /// Rows whose decisions have changed.
  var decided: Set<UInt32> = []
  var order: [UInt32] = []
  var rank: [UInt32] = []
  var certain: [KeyEntry] = []
  var proposing: [KeyEntry] = []
  var slots: [Subject?] = []
  var freeSlots: [Int] = []
  var slotOf: [UInt32] = []
  var items: [ReviewItem] = []
  var proposals: [Candidates.Proposal] = []
  /// Decisions about pairs of rows that stand now, and those of the state before.
  var pairs = DecidedPairs()
  var valueDecisions: [UInt32: [ValueDecision]] = [:]
  /// Subjects around those that are assembled; see ``surround(with:vacant:)``.
  var standing: [StandingSubject] = []
  var vacant: Set<SubjectKey> = []
  var isFixed: [Bool] = []
  /// How many of the first slots are theirs.
  var standingCount = 0
  /// Proposing keys that say nothing among rows that are not all here.
  var muted: Set<UInt64> = []
  /// Keys of certain rules that are said to be common, also where no row that is assembled has them.
  var watched: Set<UInt64> = []
  /// The subjects around whose keys are others now, by their places: they have to be assembled too.
  public internal(set) var displaced: Set<Int> = []

  /// A row's data set and the number of its key in the pool.
  struct RowName: Hashable, Sendable {
    var source: UInt16
    var key: UInt32
  }

  /// Decisions about two rows, as row numbers.
  struct DecidedPairs: Sendable {
    var same: [(UInt32, UInt32)] = []
    var different: [(UInt32, UInt32)] = []
  }

  /// An assembly without rows.
  ///
  /// - Parameters:
  ///   - rules: the rules.
  ///   - key: makes 16 bytes of any bytes under the store's secret (an HMAC); the same for the same.
  public init(rules: SubjectRules, key: @escaping @Sendable ([UInt8]) -> SubjectKey) {
    self.rules = rules
    makeKey = key
    table = RecordTable(rules: rules)
  }

  /// The subjects that stand, in no order that means anything.
  public var subjects: some Sequence<Subject> { slots[standingCount...].lazy.compactMap { $0 } }

  /// How many subjects stand.
  public var count: Int { slots.count - freeSlots.count - standingCount }

  /// The subject of a row; nil for a row that does not stand.
  public func subject(of address: RowAddress) -> Subject? {
    guard let row = row(address), Int(row) < slotOf.count, isAlive[Int(row)],
      slotOf[Int(row)] != .max
    else { return nil }
    return slots[Int(slotOf[Int(row)])]
  }

  /// What waits for a decision, in canonical order; each proposal of two subjects once.
  public var review: [ReviewItem] {
    var kept = items
    var told: Set<Pair> = []
    for proposal in proposals.sorted(by: { isBefore($0.item, $1.item) }) {
      let slots = proposal.item.rows.map { slotOf[$0] }.sorted()
      if told.insert(Pair(slots: slots, words: proposal.item.reason.words)).inserted {
        kept.append(proposal.item)
      }
    }
    return kept.sorted { isBefore($0, $1) }
  }

  private struct Pair: Hashable {
    var slots: [UInt32]
    var words: [String]
  }

  private func isBefore(_ left: ReviewItem, _ right: ReviewItem) -> Bool {
    let (one, other) = (left.rows.map { rank[$0] }, right.rows.map { rank[$0] })
    if one != other { return one.lexicographicallyPrecedes(other) }
    return left.reason.words.lexicographicallyPrecedes(right.reason.words)
  }

  /// The number of a row that stands in the table; nil for another row.
  public func number(of address: RowAddress) -> Int? { row(address).map { Int($0) } }

  // MARK: - Changes

  /// Makes room for so many rows with so many values in all, so that nothing is moved as they come.
  public mutating func reserve(rows: Int, values: Int) {
    table.reserve(rows: rows, values: values)
    rowNumbers.reserveCapacity(rowNumbers.count + max(0, rows))
  }

  /// Puts a row in the place of the one of the same data set and key, if there is one.
  ///
  /// - Parameters: as those of ``RecordTable/append(source:key:effectiveOn:loadedOn:isDeleted:values:)``.
  /// - Throws: ``AssemblyError`` for an unknown data set or attribute, or a row that comes twice.
  public mutating func put(
    source: Int, key: some Collection<UInt8>, effectiveOn: Int32? = nil, loadedOn: Int32,
    isDeleted: Bool = false, values: some Sequence<(attribute: Int, text: ArraySlice<UInt8>)>
  ) throws(AssemblyError) {
    guard rules.sources.indices.contains(source) else {
      throw .unknownDataSet(String(source))
    }
    guard table.count < Int(UInt32.max) - 1 else { throw .tooManyRows }
    guard
      let row = table.append(
        source: source, key: key, effectiveOn: effectiveOn, loadedOn: loadedOn,
        isDeleted: isDeleted, values: values)
    else { throw .unknownAttribute("") }
    isAlive.append(false)
    let number = UInt32(truncatingIfNeeded: row)
    let name = RowName(source: UInt16(truncatingIfNeeded: source), key: table.rows[row].key)
    let former = rowNumbers[name]
    // Rows that no assembly has seen have no slots yet.
    if let former, Int(former) >= slotOf.count { throw .repeatedRow(table.address(of: row)) }
    rowNumbers[name] = number
    if let former { bury(former) }
    isAlive[row] = true
    fresh.append(number)
  }

  /// Removes a row; one that is not there changes nothing.
  public mutating func remove(_ address: RowAddress) {
    guard let row = row(address) else { return }
    rowNumbers[RowName(source: table.rows[Int(row)].source, key: table.rows[Int(row)].key)] = nil
    bury(row)
  }

  /// Sets all decisions that stand from now on.
  public mutating func decide(_ decisions: Set<Decision>) {
    for decision in self.decisions.symmetricDifference(decisions) {
      for address in decision.rows { if let row = row(address) { decided.insert(row) } }
    }
    self.decisions = decisions
  }

  /// The number of a row that stands; nil for another.
  func row(_ address: RowAddress) -> UInt32? {
    guard let source = rules.source(address.dataSet), let key = table.pool.find(address.key) else {
      return nil
    }
    return rowNumbers[RowName(source: UInt16(truncatingIfNeeded: source), key: key)]
  }

  private mutating func bury(_ row: UInt32) {
    isAlive[Int(row)] = false
    if Int(row) < slotOf.count { dead.append(row) } else { fresh.removeAll { $0 == row } }
  }
}
