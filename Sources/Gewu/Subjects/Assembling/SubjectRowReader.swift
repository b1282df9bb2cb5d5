import Datasets
import Geometry
import Subjects
import Warehouse

/// Reads rows of the data sets that a file of rules names, as an assembly takes them.
struct SubjectRowReader {
  private let file: SubjectFile
  private let session: StoreTransaction
  private let digest: SubjectDigest
  private var memo: AddressMemo?
  /// The version of the register of addresses.
  private let version: Int64?
  /// From the store's reference system to metres; nil where no rule asks for them.
  private let plane: LocalPlane?
  private(set) var drawn: SubjectAssembly
  /// Data sets of the rules of which nothing was imported.
  private(set) var absent: [String] = []

  /// So many rows are taken together.
  private static let blockLength = 4_096

  init(
    _ file: SubjectFile, _ session: StoreTransaction, matching: AddressMatching?,
    plane: LocalPlane?, digest: SubjectDigest, threads: Int
  ) {
    self.file = file
    self.session = session
    self.plane = plane
    self.digest = digest
    version = matching?.version
    memo = matching.map { AddressMemo($0, threads: threads) }
    drawn = SubjectAssembly(
      assembly: Assembly(rules: file.rules) { digest.key(of: $0) }, rules: file.text)
  }

  /// Takes the current rows of every data set; their readings were asked for.
  ///
  /// - Throws: `StoreError`, `SealFault`.
  mutating func readAll() throws {
    for (number, source) in file.sources.enumerated() {
      guard let dataset = try session.dataset(named: source.dataset) else { continue }
      try read(source, number, dataset, .current)
    }
  }

  /// Takes rows of some numbers, by the names of their sources.
  mutating func read(_ rows: [String: [Int64]]) throws {
    for (number, source) in file.sources.enumerated() {
      guard rows[file.rules.sources[number].dataSet] != nil,
        let dataset = try session.dataset(named: source.dataset)
      else { continue }
      if try !keepsDays(of: source, number, dataset) { drawn.keepsEnds = false }
    }
    try readAll(of: rows)
  }

  /// Takes rows of some numbers, however many; their readings were asked for.
  mutating func readAll(of rows: [String: [Int64]]) throws {
    for (number, source) in file.sources.enumerated() {
      guard let numbers = rows[file.rules.sources[number].dataSet],
        let dataset = try session.dataset(named: source.dataset)
      else { continue }
      for start in stride(from: 0, to: numbers.count, by: Self.blockLength) {
        let block = Array(numbers[start..<min(numbers.count, start + Self.blockLength)])
        try read(source, number, dataset, .numbers(block))
      }
    }
  }

  /// What rows are read by now; notes which data sets are absent, and of which the days of facts may be kept.
  mutating func readings() throws -> SubjectReadings {
    var readings = SubjectReadings()
    var missing: Set<String> = []
    for (number, source) in file.sources.enumerated() {
      guard let dataset = try session.dataset(named: source.dataset) else {
        missing.insert(source.dataset)
        continue
      }
      if try !keepsDays(of: source, number, dataset) { drawn.keepsEnds = false }
      let isOpen = drawn.openSources.contains(number)
      readings.sources[file.rules.sources[number].dataSet] =
        try session.subjectReading(of: dataset, fields: source.fields) + (isOpen ? "|open" : "")
    }
    absent = missing.sorted()
    let terms = file.sources.flatMap(\.terms)
    readings.common = [
      digest.key(ofParts: [Array("readings".utf8)]).text, drawn.keepsEnds ? "ends" : "",
    ]
    if terms.contains(.own(.east)) || terms.contains(.own(.north)) {
      readings.common.append(plane.map { "\($0.east) \($0.north)" } ?? "")
    }
    if terms.contains(where: { if case .address = $0 { true } else { false } }) {
      readings.register = version ?? 0
    }
    drawn.readings = readings
    return readings
  }

  /// Notes whether days of facts from a source may be kept.
  ///
  /// - Returns: whether the day that ends all facts may be kept, as far as the source states it.
  private mutating func keepsDays(
    of source: SubjectFile.Reading, _ number: Int, _ dataset: DatasetEntry
  ) throws -> Bool {
    let manifest = try session.manifest(of: dataset)
    let stated = file.rules.sources[number].fields
    let isOpen = { (attribute: Int?) in
      stated.indices.allSatisfy { place in
        guard stated[place].attribute == attribute, let field = source.terms[place].field else {
          return true
        }
        return manifest.field(field)?.sensitivity == Sensitivity.none
      }
    }
    let facts = file.rules.facts.filter { $0.source == number }
    if facts.allSatisfy({ isOpen($0.from) && isOpen($0.to) }) { drawn.openSources.insert(number) }
    return isOpen(file.rules.factsEnd)
  }

  // MARK: - Blocks

  private mutating func read(
    _ source: SubjectFile.Reading, _ number: Int, _ dataset: DatasetEntry,
    _ choice: SubjectRowChoice
  ) throws {
    let fields = source.fields
    let withPlace = source.terms.contains { $0 == .own(.east) || $0 == .own(.north) }
    let withGrid = source.terms.contains(.own(.grid))
    let terms = zip(file.rules.sources[number].fields, source.terms).map { field, term in
      Term(
        attribute: field.attribute, term: term,
        place: term.field.flatMap { fields.firstIndex(of: $0) } ?? 0)
    }
    let effective = source.effective.flatMap { fields.firstIndex(of: $0) }
    var block: [SubjectRow] = []
    var reader = self
    try session.forEachSubjectRow(
      of: dataset, fields: fields, withPlace: withPlace, withGrid: withGrid, choice
    ) {
      block.append($0)
      guard block.count == Self.blockLength else { return }
      try reader.take(block, number, terms, effective, dataset.name)
      block.removeAll(keepingCapacity: true)
    }
    try reader.take(block, number, terms, effective, dataset.name)
    self = reader
  }

  private struct Term {
    var attribute: Int
    var term: FieldTerm
    /// The place of its field among those that are read.
    var place: Int
  }

  private mutating func take(
    _ block: [SubjectRow], _ source: Int, _ terms: [Term], _ effective: Int?, _ dataset: String
  ) throws {
    let addresses = terms.filter { if case .address = $0.term { true } else { false } }
    if !addresses.isEmpty, memo != nil {
      var texts: Set<String> = []
      for row in block {
        for place in Set(addresses.map(\.place)) where !row.value(place).isEmpty {
          texts.insert(String(decoding: row.value(place), as: UTF8.self))
        }
      }
      memo?.look(up: texts)
    }
    for row in block {
      let values = terms.map { (attribute: $0.attribute, text: value($0, row, dataset)) }
      let from = effective.flatMap { CivilDay.read(row.value($0)) }
      try put(row, source, values, from)
    }
  }

  private mutating func put(
    _ row: SubjectRow, _ source: Int, _ values: [(attribute: Int, text: ArraySlice<UInt8>)],
    _ from: Int32?
  ) throws {
    let loaded = CivilDay.read(ArraySlice(row.loadedOn.utf8)) ?? CivilDay.unknown
    do {
      // A row that is refused has a number all the same.
      try drawn.assembly.put(
        source: source, key: row.key, effectiveOn: from, loadedOn: loaded, values: values)
    } catch {
      guard case .repeatedRow = error else { throw error }
      // Nothing tells the two apart but their numbers.
      try drawn.assembly.put(
        source: source, key: Array(row.key) + [0x1E] + Array("\(row.id)".utf8),
        effectiveOn: from, loadedOn: loaded, values: values)
      drawn.rowIDs.append(row.id)
    }
    drawn.rowIDs.append(row.id)
  }

  private func value(_ term: Term, _ row: SubjectRow, _ dataset: String) -> ArraySlice<UInt8> {
    switch term.term {
    case .field: return row.value(term.place)
    case .address(_, let part):
      guard let memo, !row.value(term.place).isEmpty else { return [] }
      return memo.parts(of: String(decoding: row.value(term.place), as: UTF8.self))[part][...]
    case .own(let own):
      switch own {
      case .grid: return ArraySlice((row.grid ?? "").utf8)
      case .dataSet: return ArraySlice(dataset.utf8)
      // No data set says which building a row lies in.
      case .building: return []
      case .east: return metres(row, \.x)
      case .north: return metres(row, \.y)
      }
    }
  }

  private func metres(
    _ row: SubjectRow, _ axis: KeyPath<Coordinate, Double>
  ) -> ArraySlice<UInt8> {
    guard let plane, let point = row.point.map(plane.metres) else { return [] }
    return ArraySlice(LocalPlane.text(point[keyPath: axis]).utf8)
  }
}
