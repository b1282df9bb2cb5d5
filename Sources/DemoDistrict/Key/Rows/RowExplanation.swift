/// One row of a file beside the truth: what was sent, what the department knew, what is true, and where each
/// column comes from.
package struct RowExplanation: Sendable, Codable {
  package struct Column: Sendable, Codable {
    package var name: String
    /// The cell as it stands in the file.
    package var sent: String
    /// What the department wanted to write; of coordinates the position in the truth.
    package var seen: String
    /// The fact of the truth on the day of the list.
    package var truth: String
    /// The term and the forms of `GeoData/demo/sources.csv`.
    package var source: String
    package var form: String
  }

  /// Whom or what the row is about, under the steps that lead there.
  package struct Link: Sendable, Codable {
    package var role: String
    package var kind: String
    /// The number in the tables of the key, from 1.
    package var number: Int
  }

  package var file: String
  package var dataset: String
  package var row: Int
  package var links: [Link]
  package var address: String?
  package var longitude: String?
  package var latitude: String?
  package var grid: String?
  /// `taken`, `quarantined` or `blank`.
  package var outcome: String
  package var reasons: String?
  package var remarks: String?
  /// What was done to the row on purpose.
  package var faults: String?
  package var columns: [Column]
}
