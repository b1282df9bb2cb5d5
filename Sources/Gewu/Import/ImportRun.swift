package import Intake
import Foundation
import Warehouse

/// What became of all files of one command: a table for people, a document for programs.
package struct ImportRun: Sendable, Encodable {
  /// A file that could not be imported at all.
  package struct FailedFile: Sendable, Hashable, Encodable {
    package var file: String
    package var dataset: String
    /// Why, and what to do.
    package var error: String
  }

  /// What became of one file.
  package typealias Outcome = ImportReport

  /// The reports in the order of the files.
  package private(set) var batches: [ImportReport] = []
  /// The files without a report.
  package private(set) var failed: [FailedFile] = []
  /// How long it took in all.
  package private(set) var seconds = 0.0

  private let start = ContinuousClock.now

  package enum CodingKeys: String, CodingKey {
    case batches, failed, seconds, totals
  }

  package init() {}

  /// Adds the report of a file.
  package mutating func add(_ report: ImportReport) {
    batches.append(report)
    seconds = (ContinuousClock.now - start) / .seconds(1)
  }

  /// Adds a file that failed.
  package mutating func add(_ item: FileSelection.Item, failure: String) {
    failed.append(FailedFile(file: item.file, dataset: item.dataset, error: failure))
    seconds = (ContinuousClock.now - start) / .seconds(1)
  }

  /// The sums of the files that this run published; earlier figures that are repeated do not count.
  var totals: [String: Int] {
    var sums: [String: Int] = [:]
    for report in batches where report.status != .unchanged {
      for (name, figure) in Self.figures(of: report) { sums[name, default: 0] += figure }
    }
    return sums
  }

  /// Writes the totals beside what they are made of.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(batches, forKey: .batches)
    try container.encode(failed, forKey: .failed)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(totals, forKey: .totals)
  }

  private static func figures(of report: ImportReport) -> [(String, Int)] {
    [
      ("read", report.read), ("inserted", report.inserted), ("updated", report.updated),
      ("unchanged", report.unchanged), ("retired", report.retired),
      ("duplicate", report.duplicate), ("quarantined", report.quarantined),
      ("blank", report.blank),
    ]
  }

  /// The headings of the table; those of numbers are true.
  package static let columns: [(name: String, isNumber: Bool)] =
    [("data set", false), ("file", false), ("status", false)]
    + ["read", "inserted", "updated", "unchanged", "retired", "duplicate", "quarantined", "blank"]
    .map { ($0, true) } + [("seconds", true)]

  /// A row for each file, and one of the sums.
  package var rows: [[String]] {
    let reports = batches.map { report in
      [report.dataset, report.file, report.status.rawValue]
        + Self.figures(of: report).map { "\($0.1)" } + [Self.text(report.seconds)]
    }
    let failures = failed.map { failure in
      let name = failure.file.split(separator: "/").last.map(String.init) ?? failure.file
      return [failure.dataset, name, "failed"]
        + Array(repeating: "", count: Self.columns.count - 3)
    }
    let sums = totals
    let names = Self.columns.dropFirst(3).dropLast().map(\.name)
    let total =
      ["\(batches.count + failed.count) files", "", ""]
      + names.map { "\(sums[$0] ?? 0)" } + [Self.text(seconds)]
    return reports + failures + [total]
  }

  private static func text(_ seconds: Double) -> String { String(format: "%.1f", seconds) }
}
