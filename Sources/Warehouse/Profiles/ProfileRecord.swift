package import Subjects

/// What was counted in the cells of a net as of a day.
package struct ProfileRecord: Sendable, Equatable {
  package var id: Int64
  /// The day, `YYYY-MM-DD`.
  package var asOf: String
  package var countedAt: String
  /// The text of the rules.
  package var rules: String
  /// Whether nothing has changed since that the figures depend on.
  package var isCurrent: Bool
  package var columns: [Column]

  /// A column as it was counted.
  package struct Column: Sendable, Equatable {
    package var name: String
    package var title: String
    package var titleChinese: String
    /// The level of the most sensitive data set that it tells of; nil where none says one.
    package var sensitivity: Int?

    package init(name: String, title: String, titleChinese: String, sensitivity: Int?) {
      (self.name, self.title, self.titleChinese) = (name, title, titleChinese)
      self.sensitivity = sensitivity
    }
  }
}

/// The figures of one cell, or of what lies in no cell of a net.
package struct ProfileCell: Sendable, Equatable {
  package var net: String
  /// Empty for what lies in no cell.
  package var level: String
  package var code: String
  /// The key of the version of the cell; nil for what lies in no cell.
  package var gridID: Int64?
  /// A figure each column.
  package var figures: [ProfileTally.Figure]

  package init(
    net: String, level: String, code: String, gridID: Int64?, figures: [ProfileTally.Figure]
  ) {
    (self.net, self.level, self.code) = (net, level, code)
    (self.gridID, self.figures) = (gridID, figures)
  }
}

/// A fact of a subject as the store keeps it: which row states it, and nothing of what that says.
package struct KeptFact: Sendable {
  package var subject: Int64
  package var kind: String
  package var source: String
  package var row: Int64
  package var isOpen: Bool
  package var isMain: Bool
}

/// Which row the value of an attribute of a subject stands in.
package struct KeptValue: Sendable {
  package var subject: Int64
  package var attribute: String
  package var source: String
  package var row: Int64
}
