import Datasets
import Grids
import Subjects
import Time
import Warehouse

/// Which cells of which net a profile is asked for.
package struct ProfileQuestion: Sendable, Equatable {
  package var net: String
  /// As of the latest day that was counted and is not after this one; the latest of all where nil.
  package var date: String?
  /// Only this cell.
  package var code: String?
  /// Only cells of this level.
  package var level: String?
  /// Only the counts of these columns; of all where empty.
  package var columns: [String]

  package init(
    net: String? = nil, date: String? = nil, code: String? = nil, level: String? = nil,
    columns: [String] = []
  ) {
    (self.net, self.date, self.code, self.level) = (net ?? "base", date, code, level)
    self.columns = columns
  }
}

extension District {
  /// What cells of a net have, as it was counted.
  ///
  /// Small counts that sensitive data tell of are withheld from everyone; one who says what for sees all, and that is
  /// written down.
  ///
  /// - Throws: ``ProfileFault``, ``NetFault``, ``IndexFault``, ``NotAMoment``; `StoreError`.
  package func profile(
    _ question: ProfileQuestion, for purpose: ReadPurpose? = nil
  ) throws -> ProfileAnswer {
    let day = try question.date.map { try self.day(of: $0).text }
    let answer = try readSnapshot(net: question.net) { index, session in
      let table = try Self.profileTable(
        net: question.net, asOf: day, in: index, isEveryone: purpose == nil, session)
      return try self.answer(
        question, table, isUnmasked: purpose != nil, index, session)
    }
    if let purpose {
      try note(purpose, for: [("profile/\(question.net)", answer.cells.count)])
    }
    return answer
  }

  /// Of which moment the latest counts are, and whether nothing has changed since that they depend on; nil where
  /// nothing was counted.
  ///
  /// - Throws: `StoreError`.
  package func profileState() throws -> (countedAt: String, isCurrent: Bool)? {
    try store.read { try $0.profile(asOf: nil).map { ($0.countedAt, $0.isCurrent) } }
  }

  /// The counts of a net with what is withheld of them.
  static func profileTable(
    net: String, asOf day: String?, in index: GridIndex, isEveryone: Bool,
    _ session: StoreTransaction
  ) throws -> ProfileTable {
    guard let record = try session.profile(asOf: day) else {
      throw ProfileFault.neverCounted(day: day)
    }
    let cells = try session.cells(of: record, net: net)
    guard !cells.isEmpty else {
      let known = Set(try session.cells(of: record, net: nil).map(\.net)).sorted()
      throw ProfileFault.noNet(net, known: known)
    }
    let file = try ProfileFile(yaml: record.rules, path: "rules of the profile (as kept)")
    return ProfileTable(record, file.rules, cells, in: index, isEveryone: isEveryone)
  }

  private func answer(
    _ question: ProfileQuestion, _ table: ProfileTable, isUnmasked: Bool,
    _ index: GridIndex, _ session: StoreTransaction
  ) throws -> ProfileAnswer {
    let levels = index.levels.map(\.level.name)
    if let level = question.level, !levels.contains(level) {
      throw ProfileFault.noLevel(level, known: levels)
    }
    let record = table.record
    let known = record.columns.map(\.name)
    for name in question.columns where !known.contains(name) {
      throw ProfileFault.noColumn(name, known: known)
    }
    let asked = record.columns.indices.filter {
      question.columns.isEmpty || question.columns.contains(known[$0])
    }
    let places = table.cells.indices.filter { place in
      let cell = table.cells[place]
      return !cell.level.isEmpty && (question.code ?? cell.code) == cell.code
        && (question.level ?? cell.level) == cell.level
    }
    if let code = question.code, places.isEmpty {
      throw ProfileFault.noCell(code, net: question.net)
    }
    let net = try session.net(named: question.net)
    let cells = places.sorted {
      let rank = { (place: Int) in
        levels.firstIndex(of: table.cells[place].level) ?? levels.count
      }
      return (rank($0), table.cells[$0].code) < (rank($1), table.cells[$1].code)
    }.map { cell(at: $0, asked, table, net, index) }
    let nowhere = table.cells.lastIndex { $0.level.isEmpty }
    let datasets = try Self.datasets(of: table.rules, session)
    return ProfileAnswer(
      net: question.net, asOf: record.asOf, countedAt: record.countedAt,
      isCurrent: record.isCurrent, isUnmasked: isUnmasked,
      columns: record.columns.enumerated().map { place, column in
        ProfileAnswer.Column(
          name: column.name, title: column.title, titleChinese: column.titleChinese,
          isProtected: ProfileTable.isProtected(column), isHidden: table.isHidden(place))
      }, asked: Set(asked.map { known[$0] }), cells: cells,
      nowhere: nowhere.map { place in
        Dictionary(uniqueKeysWithValues: asked.map { (known[$0], table.count($0, place)) })
      } ?? [:],
      deliveries: try session.deliveries(of: datasets))
  }

  private func cell(
    at place: Int, _ asked: [Int], _ table: ProfileTable, _ net: Net?, _ index: GridIndex
  ) -> ProfileAnswer.Cell {
    let cell = table.cells[place]
    let columns = table.record.columns
    let figures = { (figure: (Int, Int) -> Int?) in
      Dictionary(uniqueKeysWithValues: asked.map { (columns[$0].name, figure($0, place)) })
    }
    let level = index.levels.first { $0.level.name == cell.level }
    var answer = ProfileAnswer.Cell(
      level: cell.level, code: cell.code,
      name: level.flatMap { level in
        level.codes.firstIndex(of: cell.code).flatMap { level.names[$0] }
      },
      counts: figures(table.count), unplaced: figures(table.unplaced),
      completeness: Dictionary(
        uniqueKeysWithValues: table.rules.columns.filter { column in
          asked.contains { columns[$0].name == column.name }
        }.compactMap { column in
          column.completeness.map { (column.name, table.completeness($0, place)) }
        }))
    if let size = table.rules.size, let net, cell.level == index.levels.last?.level.name,
      let column = asked.first(where: { columns[$0].name == size })
    {
      let isRural = CodeGrammar.named(net.codeGrammar)?.isRural(cell.code) == true
      answer.size = ProfileAnswer.Size(
        households: table.count(column, place),
        norm: isRural ? net.ruralHouseholds : net.urbanHouseholds,
        kind: isRural ? "rural" : "urban")
    }
    return answer
  }

  /// The data sets that the columns are counted from, as far as the store has them.
  private static func datasets(
    of rules: ProfileRules, _ session: StoreTransaction
  ) throws -> Set<String> {
    var datasets: Set<String> = []
    let kinds = Set(rules.columns.compactMap(\.counted.kind))
    for kind in try session.subjectKinds() where kinds.contains(kind.kind) {
      let file = try SubjectFile(
        yaml: kind.rules, path: "rules of \(kind.kind) (as kept in the store)")
      datasets.formUnion(file.sources.map(\.dataset))
    }
    for case .rows(let dataset) in rules.columns.map(\.counted) { datasets.insert(dataset) }
    return try datasets.filter { try session.dataset(named: $0) != nil }
  }
}
