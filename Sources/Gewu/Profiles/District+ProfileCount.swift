import Datasets
import Subjects
import Time
import Warehouse

/// What counting did.
package struct ProfileReport: Sendable, Equatable, Encodable {
  /// The day as of which it was counted.
  package var asOf: String
  package var columns: Int
  /// The cells of each net.
  package var nets: [String: Int]
  /// Kinds and data sets of the rules that the store has nothing of.
  package var absent: [String]

  package enum CodingKeys: String, CodingKey {
    case columns, nets, absent
    case asOf = "as_of"
  }
}

extension District {
  /// The file of what is counted that comes with the program.
  package static var profileRules: String? {
    ResourceFolder().path(of: .profiles).map { "\($0)/demo.yaml" }
  }

  /// Counts what each cell of every net has, from the subjects as they were assembled last, and keeps the counts.
  ///
  /// - Parameters:
  ///   - path: the file of rules.
  ///   - date: as of this day; today where nil. What was counted as of the same day before is replaced.
  /// - Throws: ``ProfileFault``, ``SubjectFault/neverAssembled``, ``NotAMoment``; `DatasetsError`; `StoreError`,
  ///   `SealFault`. Then what was counted before is as it was.
  package func countProfile(
    by path: String? = District.profileRules, at date: String? = nil, threads: Int = 2
  ) throws -> ProfileReport {
    guard let path else { throw ProfileFault.noRules }
    let file = try ProfileFile(path: path)
    let day = try day(of: date)
    return try store.withWriterLock {
      let matching = try matcherIfLoaded()
      return try store.write { session in
        let count = try count(file.rules, on: day.text, matching, threads: threads, session)
        let cells = count.cells
        let levels = try sensitivities(session)
        try session.keepProfile(
          asOf: day.text, rules: file.text,
          columns: count.columns.map { column in
            ProfileRecord.Column(
              name: column.name, title: column.title, titleChinese: column.titleChinese,
              sensitivity: levels.of(column))
          }, cells: cells)
        return ProfileReport(
          asOf: day.text, columns: count.columns.count,
          nets: Dictionary(
            uniqueKeysWithValues: count.nets.map { ($0.name, $0.parents.count) }),
          absent: count.absent)
      }
    }
  }

  private func count(
    _ rules: ProfileRules, on day: String, _ matching: AddressMatching?, threads: Int,
    _ session: StoreTransaction
  ) throws -> ProfileCount {
    guard try !session.subjectKinds().isEmpty else { throw SubjectFault.neverAssembled }
    let nets = try session.nets().compactMap { net in
      try session.answeringGeneration(net: net.name).map {
        try ProfileNet(try indexes.read($0, session), session)
      }
    }
    guard !nets.isEmpty else { throw IndexFault.nothingActive(net: Net.base, store: store.path) }
    return try ProfileCount(
      rules, on: CivilDay.read(ArraySlice(day.utf8)) ?? CivilDay.unknown, nets: nets,
      matching: matching, threads: threads, session)
  }

  // MARK: - How sensitive it is

  /// The levels of the data sets that kinds and columns tell of.
  private struct Sensitivities {
    var ofKinds: [String: Int] = [:]
    var ofDatasets: [String: Int] = [:]

    func of(_ column: ProfileColumn) -> Int? {
      switch column.counted {
      case .subjects(let kind, _), .homes(let kind): ofKinds[kind]
      case .rows(let dataset): ofDatasets[dataset]
      }
    }
  }

  private func sensitivities(_ session: StoreTransaction) throws -> Sensitivities {
    var levels = Sensitivities()
    for dataset in try session.datasets() {
      levels.ofDatasets[dataset.name] = try session.sensitivity(of: .dataset(dataset))
    }
    for kind in try session.subjectKinds() {
      let file = try SubjectFile(
        yaml: kind.rules, path: "rules of \(kind.kind) (as kept in the store)")
      levels.ofKinds[kind.kind] = file.sources.compactMap { levels.ofDatasets[$0.dataset] }.max()
    }
    return levels
  }

  // MARK: - Recount

  /// Compares the latest counts that are current with a recount.
  ///
  /// Where something has changed since, or the key is not there, nothing is compared, and a note says so.
  func checkProfile(isQuick: Bool) throws -> VerificationReport.Check {
    var check = VerificationReport.Check(.profile)
    let isCounted = try store.read { try $0.profile(asOf: nil) != nil }
    let matching = isCounted && !isQuick ? try matcherIfLoaded() : nil
    try store.read { session in
      guard let kept = try session.profile(asOf: nil) else { return }
      let cells = try session.cells(of: kept, net: nil)
      check.examined = cells.count
      guard !isQuick else { return }
      guard kept.isCurrent else {
        check.notes.append(.profileOutdated(day: kept.asOf))
        return
      }
      let file = try ProfileFile(yaml: kept.rules, path: "rules of the profile (as kept)")
      do {
        let fresh = try count(file.rules, on: kept.asOf, matching, threads: 2, session).cells
        let known = Dictionary(
          cells.map { ([$0.net, $0.level, $0.code], $0.figures) },
          uniquingKeysWith: { first, _ in first })
        let wrong = fresh.filter { known[[$0.net, $0.level, $0.code]] != $0.figures }
        for cell in wrong {
          check.fail(.profileDiffers(day: kept.asOf, net: cell.net, code: cell.code))
        }
        if cells.count > fresh.count {
          check.fail(.strayProfile(day: kept.asOf, cells: cells.count - fresh.count))
        }
      } catch SealFault.noKey {
        check.notes.append(.profileUnread(day: kept.asOf))
      }
    }
    return check
  }
}
