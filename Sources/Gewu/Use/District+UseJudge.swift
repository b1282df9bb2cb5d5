import Datasets
import Grids
import Subjects
import Time
import UseAnomaly
import Warehouse

/// What judging did.
package struct UseJudgementReport: Sendable, Equatable, Encodable {
  /// The day as of which homes were judged.
  package var asOf: String
  /// Homes with an account for water, and how many of them were judged.
  package var homes: Int
  package var judged: Int
  /// How many were not, by reason.
  package var notJudged: [String: Int]
  /// How many stand on the first list and the second, and how many are held back.
  package var standing: Int
  package var step: Int
  package var held: Int
  /// How many homes would reach the limit of z by chance, were use lognormal.
  package var byChance: Double
  /// How many of the first list z alone expects to be there by chance.
  package var expectedFalse: Double
  /// Outcomes that were too old, and were removed and counted.
  package var outcomesRemoved: Int
  /// Data sets of the rules that the store has nothing of.
  package var absent: [String]

  package enum CodingKeys: String, CodingKey {
    case homes, judged, standing, step, held, absent
    case asOf = "as_of"
    case notJudged = "not_judged"
    case byChance = "by_chance"
    case expectedFalse = "expected_false"
    case outcomesRemoved = "outcomes_removed"
  }
}

extension District {
  /// The file of rules that comes with the program.
  package static var useRules: String? {
    ResourceFolder().path(of: .useRules).map { "\($0)/water.yaml" }
  }

  /// Judges the homes of the store by their use, and keeps those that stand out in the place of those before.
  ///
  /// Outcomes of visits stay, but those that are older than the rules let them be: they are removed and counted.
  ///
  /// - Parameters:
  ///   - path: the file of rules.
  ///   - date: as of this day; today where nil. Readings of later days are left out.
  /// - Throws: ``UseFault``, ``NotAMoment``; `DatasetsError`; `StoreError`, `SealFault`. Then all is as it was.
  package func judgeUse(
    by path: String? = District.useRules, at date: String? = nil, threads: Int = 2
  ) throws -> UseJudgementReport {
    guard let path else { throw UseFault.noRules }
    let file = try UseFile(path: path)
    let day = try day(of: date)
    return try store.withWriterLock {
      let matching = try matcherIfLoaded()
      return try store.write { session in
        let judged = try UseJudgement(
          file, on: day, matching: matching, threads: threads, session,
          session.subjectDigest(makes: true))
        try session.keepUse(judged.record, judged.findings)
        var report = judged.report
        report.outcomesRemoved = try session.retireUseOutcomes(
          before: Self.firstDayKept(file, session))
        return report
      }
    }
  }

  /// The first day of which outcomes are kept today.
  static func firstDayKept(_ file: UseFile, _ session: StoreTransaction) throws -> String {
    guard let today = Day(session.today) else { return "" }
    let months = today.year * 12 + today.month - 1 - file.outcomeMonths
    let (year, month) = (months / 12, months % 12 + 1)
    let last = Day.length(ofMonth: month, year: year)
    return Day(year: year, month: month, day: min(today.day, last))?.text ?? ""
  }

  /// Compares what was judged last with judging it again, and looks whether its rows are there.
  ///
  /// Where something has changed since, or the key is not there, nothing is compared, and a note says so.
  func checkUse(isQuick: Bool) throws -> VerificationReport.Check {
    var check = VerificationReport.Check(.use)
    let isJudged = try store.read { try $0.useJudgement() != nil }
    let matching = isJudged && !isQuick ? try matcherIfLoaded() : nil
    try store.read { session in
      guard let kept = try session.useJudgement(), let day = Day(kept.asOf) else { return }
      let file = try UseFile(yaml: kept.rules, path: "rules of the use anomaly (as kept)")
      let missing = try session.useFindingsWithoutRow()
      if missing > 0 { check.fail(.useRowsMissing(missing)) }
      let overdue = try session.useOutcomes(before: Self.firstDayKept(file, session))
      if overdue > 0 { check.notes.append(.useOutcomesOverdue(overdue)) }
      do {
        let findings = try session.useFindings()
        check.examined = findings.count
        guard !isQuick else { return }
        guard kept.isCurrent else {
          check.notes.append(.useOutdated(day: kept.asOf))
          return
        }
        let fresh = try UseJudgement(
          file, on: day, matching: matching, threads: 2, session, session.subjectDigest())
        let wrong =
          Set(findings.map(\.item)).symmetricDifference(fresh.findings.map(\.item))
          .count + fresh.differing(from: findings)
        if wrong > 0 { check.fail(.useDiffers(day: kept.asOf, items: wrong)) }
      } catch SealFault.noKey {
        check.notes.append(.useUnread(day: kept.asOf))
      }
    }
    return check
  }
}
