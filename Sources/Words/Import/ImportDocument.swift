package import Gewu
package import Intake
package import Warehouse

/// The report of an import as JSON: its figures, and what is said of them in both languages.
package struct ImportDocument: Encodable {
  private let report: ImportReport

  package init(_ report: ImportReport) { self.report = report }

  private enum Key: String, CodingKey {
    case refusal, note
    case refusalChinese = "refusal_zh"
    case noteChinese = "note_zh"
  }

  package func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    let (refusal, note) = (report.reasonOfRefusal, report.stageNote)
    try container.encodeIfPresent(refusal?.english, forKey: .refusal)
    try container.encodeIfPresent(refusal?.chinese, forKey: .refusalChinese)
    try container.encodeIfPresent(note?.english, forKey: .note)
    try container.encodeIfPresent(note?.chinese, forKey: .noteChinese)
  }
}

/// What became of all files of one command as JSON.
package struct ImportRunDocument: Encodable {
  private let batches: [ImportDocument]
  private let failed: [FailedFile]
  private let seconds: Double
  private let totals: [String: Int]

  /// - Parameter words: what is said of an error, with what to do.
  package init(_ run: ImportRun, _ words: (any Error) -> Wording) {
    batches = run.batches.map(ImportDocument.init)
    failed = run.failed.map { file in
      let said = words(file.error)
      return FailedFile(
        file: file.file, dataset: file.dataset, error: said.english, errorChinese: said.chinese)
    }
    (seconds, totals) = (run.seconds, run.totals)
  }

  private struct FailedFile: Encodable {
    let file: String
    let dataset: String
    let error: String
    let errorChinese: String

    enum CodingKeys: String, CodingKey {
      case file, dataset, error
      case errorChinese = "error_zh"
    }
  }
}

/// The report of a replay as JSON: the figures and the rest side by side.
package struct ReplayDocument: Encodable {
  private let report: ReplayReport

  package init(_ report: ReplayReport) { self.report = report }

  package func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    try ImportDocument(report.figures).encode(to: encoder)
  }
}

/// What became of the refused rows of several batches as JSON.
package struct ReplayOutcomeDocument: Encodable {
  private let reports: [ReplayDocument]
  private let outdated: [ReplayOutcome.Outdated]

  package init(_ outcome: ReplayOutcome) {
    reports = outcome.reports.map(ReplayDocument.init)
    outdated = outcome.outdated
  }
}
