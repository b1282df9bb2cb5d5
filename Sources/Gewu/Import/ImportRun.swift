package import Intake
import Warehouse

/// What became of all files of one command.
package struct ImportRun: Sendable {
  /// A file that could not be imported at all.
  package struct FailedFile: Sendable {
    package var file: String
    package var dataset: String
    package var error: any Error
  }

  /// The reports in the order of the files.
  package private(set) var batches: [ImportReport] = []
  /// The files without a report.
  package private(set) var failed: [FailedFile] = []
  /// How long it took in all.
  package private(set) var seconds = 0.0

  private let start = ContinuousClock.now

  package init() {}

  /// Adds the report of a file.
  package mutating func add(_ report: ImportReport) {
    batches.append(report)
    seconds = (ContinuousClock.now - start) / .seconds(1)
  }

  /// Adds a file that failed.
  package mutating func add(_ item: FileSelection.Item, failure: any Error) {
    add(file: item.file, dataset: item.dataset, failure: failure)
  }

  /// Adds a file that failed before it was opened.
  package mutating func add(file: String, dataset: String, failure: any Error) {
    failed.append(FailedFile(file: file, dataset: dataset, error: failure))
    seconds = (ContinuousClock.now - start) / .seconds(1)
  }

  /// The sums of the files that this run published; earlier figures that are repeated do not count.
  package var totals: [String: Int] {
    var sums: [String: Int] = [:]
    for report in batches where report.status != .unchanged {
      for (name, figure) in Self.figures(of: report) { sums[name, default: 0] += figure }
    }
    return sums
  }

  private static func figures(of report: ImportReport) -> [(String, Int)] {
    [
      ("read", report.read), ("inserted", report.inserted), ("updated", report.updated),
      ("unchanged", report.unchanged), ("retired", report.retired),
      ("duplicate", report.duplicate), ("quarantined", report.quarantined),
      ("blank", report.blank), ("warned", report.warned),
    ]
  }
}
