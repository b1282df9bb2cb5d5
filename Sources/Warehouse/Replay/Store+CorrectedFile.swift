import Datasets
import GRDB
import Tabular

extension Store {
  /// The data set whose refused rows a corrected file holds, by the first number in its column
  /// `gewu_id`; nil where it has none, or one of no refused row.
  ///
  /// - Throws: `TabularError` where it is no table, `StoreError`.
  public func dataset(ofCorrectedFile path: String) throws -> String? {
    let file = try DepartmentFile.open(path: path)
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let dialect = TableDialect(delimiter: delimiter)
      let rows = try file.rows(dialect)
      let headings = try? TableHeader(rows, dialect: dialect, path: path).headings
      if let column = headings?.firstIndex(of: QuarantineColumns.number) {
        return try dataset(ofRowsIn: column, rows)
      }
    }
    return nil
  }

  private func dataset(ofRowsIn column: Int, _ rows: any RowReader) throws -> String? {
    while try rows.next() != nil {
      guard column < rows.fields.count, let number = Int64(rows.fields[column].string) else {
        continue
      }
      return try read { session in
        try String.fetchOne(
          session.db,
          sql: """
            SELECT b.dataset FROM quarantine AS q JOIN batch AS b ON b.id = q.batch_id
            WHERE q.id = ?
            """, arguments: [number])
      }
    }
    return nil
  }
}
