/// A table of the store as people see it: the current rows of a data set, the cells that answer now,
/// the accounts of the imports.
package struct ExportedTable: Sendable, Equatable {
  /// What the values of a column are.
  package enum Kind: Sendable, Equatable {
    case text, integer, real
    /// `YYYY-MM-DD`.
    case day
    /// `YYYY-MM-DDTHH:MM:SS` by the clock of the place, without a zone.
    case moment

    /// The kind that the declared type of a column stands for.
    init(declared type: String) {
      switch type.uppercased() {
      case "INTEGER": self = .integer
      case "REAL": self = .real
      case "DATE": self = .day
      case "DATETIME": self = .moment
      default: self = .text
      }
    }
  }

  package struct Column: Sendable, Equatable {
    package let name: String
    package let kind: Kind
  }

  /// What the geometries of a table are; lines and areas may have several parts.
  package enum Shape: String, Sendable {
    case point, line, area
  }

  package struct Geometry: Sendable, Equatable {
    package let column: String
    package let shape: Shape
    /// The EPSG code of its reference system.
    package let srid: Int
  }

  /// The name by which it is asked for, and which it has in the file.
  package let name: String
  /// Whether it is a data set, else one of the store's own tables.
  package let isDataset: Bool
  /// Whether it holds values of persons, unmasked, or nobody can tell.
  package let isPersonal: Bool
  /// All columns but the geometry.
  package let columns: [Column]
  package let geometry: Geometry?
  /// The table or view that it is read from.
  let source: String
  /// A query with the same columns, and the geometry, in which sealed values are opened; nil where nothing is
  /// sealed.
  var opened: String?

  /// The numbers of the rows that are read; nil for all of them.
  package var numbers: [Int64]?

  /// Whether the key is needed to read it.
  package var isSealed: Bool { opened != nil }

  /// The statement that reads its rows in the order of their numbers.
  ///
  /// - Parameter geometry: what is read of the geometry, in terms of the column as SQL quotes it; it
  ///   comes last.
  func selection(_ geometry: (String) -> String?) -> String {
    var list = columns.map { SQLName.quoted($0.name) }
    if let shape = self.geometry, let term = geometry(SQLName.quoted(shape.column)) {
      list.append(term)
    }
    // Reports are in the order of their receipts, which is that of nothing: their place in a file is a
    // number too.
    let order = ["id", "receipt"].first { name in columns.contains { $0.name == name } }
    return "SELECT \(list.joined(separator: ", ")) FROM \(opened ?? SQLName.quoted(source))"
      + (numbers.map { " WHERE id IN (\($0.map { "\($0)" }.joined(separator: ",")))" } ?? "")
      + (order.map { " ORDER BY \($0)" } ?? "")
  }
}
