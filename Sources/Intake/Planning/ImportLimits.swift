package import Datasets
package import Tabular

/// How much may be wrong with a file before nothing of it is taken.
package struct ImportLimits: Sendable, Hashable {
  /// How many rows may be refused.
  package var errors: [ErrorLimit]
  /// The share of the current rows, 0…1, that a load may retire; nil for any.
  package var shrink: Double?
  /// Whether somebody has said so; a share that nobody has named holds for loads of some size.
  package var isShrinkDeclared: Bool
  /// Whether a file is refused whose positions nearly all lie far from the district.
  package var judgesPositions: Bool

  /// No limit at all: rows that were refused say nothing about those that were not.
  package static let none = ImportLimits(
    errors: [], shrink: nil, isShrinkDeclared: true, judgesPositions: false)

  /// The share of the current rows that a load may retire where the manifest says nothing: a file that
  /// lacks more than half of them is more often cut short than right.
  package static let defaultShrink = 0.5
  /// So many rows must go for the default to count.
  package static let defaultShrinkRows = 20

  /// Those of a request, or else of its manifest.
  package static func of(_ request: ImportRequest) -> ImportLimits {
    let manifest = request.manifest
    return ImportLimits(
      errors: request.maximumErrors.map { [$0] }
        ?? [manifest.maximumErrors, manifest.maximumErrorRate.map { .share($0) }].compactMap(\.self),
      shrink: manifest.maximumShrink ?? defaultShrink,
      isShrinkDeclared: manifest.maximumShrink != nil,
      // Not where somebody has said that nearly all rows may be refused.
      judgesPositions: request.maximumErrors == nil
        && manifest.maximumErrorRate ?? 0 < PositionTally.tolerableShare)
  }

  /// Why nothing of a file is taken; nil where no limit is exceeded.
  func refusal(of report: ImportReport, shrink share: Double) -> ImportRefusal? {
    if let limit = errors.first(where: {
      $0.isExceeded(refused: report.quarantined, read: report.read)
    }) {
      return .errors(
        refused: report.quarantined, read: report.read, limit: limit,
        mostOften: report.reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key)
    }
    guard let shrink, share > shrink,
      isShrinkDeclared || report.retired >= Self.defaultShrinkRows
    else { return nil }
    return .shrink(
      retired: report.retired, share: share, limit: shrink, isDeclared: isShrinkDeclared)
  }
}

/// Why nothing of a file was taken.
package enum ImportRefusal: Sendable, Hashable {
  /// Too many rows have faults.
  case errors(refused: Int, read: Int, limit: ErrorLimit, mostOften: String?)
  /// The load would retire too many rows; the shares, 0…1, are of the current ones. The limit is the
  /// manifest's, or where it is not declared the program's own.
  case shrink(retired: Int, share: Double, limit: Double, isDeclared: Bool)
  /// The file is about an earlier time than the one that stands, which a batch has loaded.
  case older(period: String, standing: String, batch: Int64)
  /// Nobody can say whether the file belongs into the past: its period is not known.
  case periodUnknown
  /// Nobody has decided on the reference system; so many positions were tried.
  case undecidedCRS(positions: Int, shares: [CRSShare])
  /// Nearly all positions lie far from the district.
  ///
  /// `system` is the reference system that the manifest names, nil for that of the file; `best` the
  /// reading that puts most of the positions into the district, where one puts half.
  case misplaced(PositionTally.Misplaced, system: String?, best: CRSShare?)
}

/// What an import has to say besides its figures.
package enum ImportNote: Sendable, Hashable {
  /// The load went on behind rows that an interrupted one had staged.
  case resumed(afterRows: Int)
  /// What an interrupted load of `file` had staged was discarded, and the load begun anew.
  case discarded(rows: Int, file: String, StageDifference)
  /// The file was loaded before, and another batch has come after it.
  case superseded(by: Int64)
  /// The rows went into the past; what is current is as it was.
  case intoPast(period: String)
  /// Rows that the file does not have were not retired: refused rows whose key cannot be read may be
  /// among them.
  case spared(rows: Int, keyless: Int)
  /// Rows that the file does not have were not retired: each is like a refused row whose key was
  /// perhaps mistyped.
  case sparedLikeRefused(rows: Int, mistyped: Int)
  /// The datum of the positions was changed, by which they may be so many metres off.
  case inexact(metres: Double)
  /// Sheets with the same headings were not read: nobody has named them.
  case sheetsLeftOut([String])
  /// Quoted values go over several lines.
  case quotedLines(QuotedLines)
  /// Rows repeat a key with other content; `counts` says which of them is kept.
  case differing(DifferingDuplicates, counts: DuplicateRule)
  /// What the manifest marks as personal, or seals as positions, is kept in the clear, since the store is not
  /// sealed.
  case unsealed(fields: [String])
  /// The file is another one byte for byte, which was imported before.
  case copy(of: String)
}

/// Why a load cannot go on with what another one has staged.
package enum StageDifference: String, Sendable, Hashable, CaseIterable {
  /// Its file was not known well enough yet.
  case unknownFile
  case file, manifest, boundaries, dataset
  /// Another version of the pipeline staged it.
  case version
  /// The new file is small, and is not staged.
  case otherFile
}
