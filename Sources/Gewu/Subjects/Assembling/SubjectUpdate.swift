import Addresses
import Datasets
import Subjects
import Warehouse

/// What assembling subjects reads rows with.
struct SubjectSurroundings {
  let digest: SubjectDigest
  /// What looks addresses up; nil where no register was loaded.
  let matching: AddressMatching?
  /// From the store's reference system to metres.
  let plane: LocalPlane?
  let threads: Int
}

/// Brings the subjects of one kind up to date in a transaction.
struct SubjectUpdate {
  private let file: SubjectFile
  private let session: StoreTransaction
  private let surroundings: SubjectSurroundings
  private var kind: String { file.rules.kind }
  private var digest: SubjectDigest { surroundings.digest }

  init(_ file: SubjectFile, _ session: StoreTransaction, _ surroundings: SubjectSurroundings) {
    (self.file, self.session, self.surroundings) = (file, session, surroundings)
  }

  /// Assembles what has changed; all where nothing stands that was assembled by the same rules, where rows are read
  /// another way now, or where so much has changed that this is no more work.
  ///
  /// - Parameter isWhole: whether all is assembled in any case.
  func run(isWhole: Bool = false) throws -> SubjectReport {
    var reader = self.reader()
    let readings = try reader.readings()
    guard !isWhole, let state = try session.subjectState(ofKind: kind), state.rules == file.text,
      let former = state.readings, former.hold(in: readings)
    else { return try whole(reader) }
    if try session.subjectKinds().contains(where: { $0.kind == kind && $0.isCurrent }),
      try session.rowsDecided(since: state, today: session.today).isEmpty
    {
      var report = try session.unchangedSubjects(ofKind: kind)
      report.absent = reader.absent
      return report
    }
    guard let changes = try changes(since: state, former, readings) else {
      return try whole(reader)
    }
    return try part(changes, state, reader)
  }

  private func reader() -> SubjectRowReader {
    SubjectRowReader(
      file, session, matching: surroundings.matching, plane: surroundings.plane, digest: digest,
      threads: surroundings.threads)
  }

  private func whole(_ reader: SubjectRowReader) throws -> SubjectReport {
    var reader = reader
    try reader.readAll()
    var drawn = reader.drawn
    try assemble(&drawn)
    let events = try SubjectChange(drawn, session).events
    var report = try session.replaceSubjects(with: drawn, events: events, digest: digest)
    report.absent = reader.absent
    return report
  }

  private func part(
    _ changes: SubjectChanges, _ state: SubjectState, _ reader: SubjectRowReader
  ) throws -> SubjectReport {
    guard !changes.isEmpty else {
      var report = try session.keepSubjects(of: reader.drawn)
      report.absent = reader.absent
      return report
    }
    var closure = try SubjectClosure(
      changes, state: state, reader: reader, digest: digest,
      decisions: try session.decisions(ofKind: kind), session)
    while true {
      let found = try closure.found()
      var drawn = found.drawn
      drawn.assembly.surround(
        with: found.standing, vacant: found.vacant, muted: found.muted, common: found.common)
      try assemble(&drawn)
      // One around has another key by what has changed: it is assembled as well.
      let displaced = drawn.assembly.displaced
      if !displaced.isEmpty {
        try closure.touch(Set(displaced.map { found.numbers[$0] }))
        continue
      }
      let events = try SubjectChange(drawn, session).events
      var report = try session.replaceSubjects(with: drawn, events: events, digest: digest)
      report.absent = reader.absent
      return report
    }
  }

  private func assemble(_ drawn: inout SubjectAssembly) throws {
    drawn.assemble(
      with: try session.decisions(ofKind: kind), named: try session.decidedRows(ofKind: kind),
      digest, today: session.today)
  }

  // MARK: - What has changed

  /// What has changed since; nil where it is so much, or of such a kind, that all is to be assembled.
  private func changes(
    since state: SubjectState, _ former: SubjectReadings, _ readings: SubjectReadings
  ) throws -> SubjectChanges? {
    var changes = try session.subjectChanges(since: state)
    let members = try session.subjectMemberCount(ofKind: kind)
    guard changes.rows <= members / 2 else { return nil }
    let links = session.subjectLinks(state)
    let decided = try session.rowsDecided(since: state, today: session.today)
    for (_, numbers) in try links.subjects(by: decided.map(digest.link(to:))) {
      changes.subjects.formUnion(numbers)
    }
    if former.register != readings.register {
      guard let version = former.register, version > 0,
        let touched = try readOtherwise(since: version)
      else { return nil }
      changes.subjects.formUnion(touched)
    }
    return changes
  }

  /// The subjects of rows whose addresses name something that the register says otherwise since a version; nil where
  /// it reads addresses by other rules.
  private func readOtherwise(since version: Int64) throws -> Set<Int64>? {
    guard let matching = surroundings.matching, try session.registerReads(alikeSince: version)
    else { return nil }
    let changed = try session.elementsChanged(since: version)
    var known: [String: Bool] = [:]
    var touched: Set<Int64> = []
    for (number, source) in file.sources.enumerated() {
      let fields = Set(source.terms.compactMap(\.addressField)).sorted()
      guard !fields.isEmpty, let dataset = try session.dataset(named: source.dataset) else {
        continue
      }
      var rows: [Int64] = []
      try session.forEachSubjectRow(of: dataset, fields: fields, withGrid: false) { row in
        let names = fields.indices.contains { place in
          let text = String(decoding: row.value(place), as: UTF8.self)
          if text.isEmpty { return false }
          if let known = known[text] { return known }
          if known.count >= Self.mostTexts { known.removeAll() }
          let isNamed = matching.names(text, anyOf: changed)
          known[text] = isNamed
          return isNamed
        }
        if names { rows.append(row.id) }
      }
      touched.formUnion(
        try session.subjects(
          ofRows: rows, source: file.rules.sources[number].dataSet, kind: kind))
    }
    return touched
  }

  /// Of so many texts it is kept whether they name something that has changed.
  private static let mostTexts = 200_000
}

extension FieldTerm {
  /// The field whose address it is a part of; nil for another term.
  fileprivate var addressField: String? {
    if case .address(let field, _) = self { field } else { nil }
  }
}
