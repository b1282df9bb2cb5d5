import Subjects
import Warehouse

/// What happened to the subjects of a kind since the assembly before.
struct SubjectChange {
  let events: [SubjectEvent]

  /// Compares an assembly, or its part, with the members that the one before has left.
  ///
  /// A row that was changed since is the same row by its key.
  init(_ drawn: SubjectAssembly, _ session: StoreTransaction) throws {
    let assembly = drawn.assembly
    let fresh = assembly.subjects.map { (key: $0.key, rows: $0.members) }
    let kind = assembly.rules.kind
    let former =
      if let part = drawn.part {
        try session.formerMembers(ofKind: kind, subjects: part.touched)
      } else {
        try session.formerMembers(ofKind: kind)
      }
    guard !former.isEmpty else {
      events = SubjectEvent.between([], fresh)
      return
    }
    var names = try Self.names(of: former.map { ($0.source, $0.row) }, drawn, session)
    var old: [(key: SubjectKey, rows: [Int])] = []
    for (place, member) in former.enumerated() {
      // A row that is gone has a name that no other has.
      let name = names[Row(source: member.source, id: member.row)] ?? -1 - place
      names[Row(source: member.source, id: member.row)] = name
      if old.last?.key == member.key {
        old[old.count - 1].rows.append(name)
      } else {
        old.append((member.key, [name]))
      }
    }
    events = SubjectEvent.between(old, fresh)
  }

  /// So many rows are asked for together.
  private static let blockLength = 4_096

  private struct Row: Hashable {
    var source: String
    var id: Int64
  }

  /// The numbers in the assembly of rows of the store, or of those that stand in their place now.
  private static func names(
    of former: [(source: String, id: Int64)], _ drawn: SubjectAssembly,
    _ session: StoreTransaction
  ) throws -> [Row: Int] {
    let assembly = drawn.assembly
    var names: [Row: Int] = [:]
    names.reserveCapacity(drawn.rowIDs.count)
    for (number, id) in drawn.rowIDs.enumerated() {
      let source = assembly.rules.sources[assembly.table.source(of: number)].dataSet
      names[Row(source: source, id: id)] = number
    }
    var changed: [String: [Int64]] = [:]
    for row in former where names[Row(source: row.source, id: row.id)] == nil {
      changed[row.source, default: []].append(row.id)
    }
    for (source, ids) in changed.sorted(by: { $0.key < $1.key }) {
      let dataset = source.prefix { $0 != "#" }
      guard let entry = try session.dataset(named: String(dataset)) else { continue }
      for start in stride(from: 0, to: ids.count, by: blockLength) {
        let block = Array(ids[start..<min(ids.count, start + blockLength)])
        try session.forEachSubjectRow(of: entry, fields: [], withGrid: false, .numbers(block)) {
          let address = Subjects.RowAddress(dataSet: source, key: Array($0.key))
          names[Row(source: source, id: $0.id)] = assembly.number(of: address)
        }
      }
    }
    return names
  }
}
