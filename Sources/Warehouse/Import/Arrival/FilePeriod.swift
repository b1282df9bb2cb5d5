package import Datasets
import GRDB
package import Intake
import Tabular
package import Time

/// What time the files of a data set are about, and in which order they stand.
///
/// A full load replaces what is there, so that an old file must not come after a new one. Files of a
/// full data set are ordered by their periods unless its manifest says otherwise; those of an
/// incremental one where the manifest names a pattern or a field.
package struct FilePeriod {
  private let request: ImportRequest
  private let today: Day

  package init(_ request: ImportRequest, today: Day) {
    (self.request, self.today) = (request, today)
  }

  private var rule: PeriodRule {
    request.manifest.periodRule ?? (request.manifest.load == .full ? .name : .none)
  }

  /// Whether a file of an earlier period must not replace what one of a later period has brought.
  var isOrdered: Bool {
    switch request.manifest.load {
    case .full: rule != .none || request.period != nil
    case .incremental:
      switch rule {
      case .pattern, .field: true
      case .name, .none: request.period != nil
      }
    case .append, .partition: false
    }
  }

  /// The period of a file; nil where nothing says.
  ///
  /// - Throws: `TabularError`, or `DatasetsError` where the header does not fit the manifest.
  func period(of file: any TableFile) throws -> Period? {
    if let period = request.period { return period }
    if case .field(let name) = rule { return try latest(name, in: file) }
    return period(ofName: request.path)
  }

  /// The period that the name of the file gives, where files of its data set have an order; nil for
  /// none.
  package var periodOfName: Period? { isOrdered ? period(ofName: request.path) : nil }

  /// The period that the name of a file gives.
  private func period(ofName path: String) -> Period? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    switch rule {
    case .name: return PeriodText.period(in: name, today: today)
    case .pattern(let pattern):
      return PeriodText.period(inName: name, by: pattern, today: today)
    case .field, .none: return nil
    }
  }

  /// The latest period that a field of the file names.
  private func latest(_ name: String, in file: any TableFile) throws -> Period? {
    let rows = try DataRows(file, manifest: request.manifest)
    guard let field = request.manifest.fields.firstIndex(where: { $0.name == name }),
      let column = rows.columns.columns[field]
    else { return nil }
    var (latest, last): (Period?, String?) = (nil, nil)
    while let row = try rows.reader.next() {
      guard !row.isBlank, row.fault == .none, column < rows.reader.fields.count else { continue }
      let text = rows.reader.fields[column].string
      guard text != last else { continue }
      last = text
      guard let period = Period(text) ?? PeriodText.period(in: text, today: today) else { continue }
      if latest.map({ $0.isBefore(period) }) ?? true { latest = period }
    }
    return latest
  }

  /// What stands: the batch that was published last of those whose period is known.
  ///
  /// Batches of stores from before there were periods are known by the names of their files.
  func standing(_ db: Database) throws -> (batch: Int64, period: Period)? {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, period, file_name FROM batch
        WHERE dataset = ? AND status = 'published' AND kind = 'import' AND is_history = 0
        ORDER BY published_operation DESC
        """, arguments: [request.manifest.dataset])
    while let row = try rows.next() {
      let kept = (row["period"] as String?).flatMap { Period($0) }
      if let period = kept ?? period(ofName: row["file_name"]) { return (row["id"], period) }
    }
    return nil
  }
}
