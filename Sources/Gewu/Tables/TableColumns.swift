import Datasets
import Tabular

/// What a column of a table that goes by is looked for as.
package enum SoughtColumn: Sendable {
  case longitude, latitude, address

  /// The usual names, in small letters.
  package var usualNames: [String] {
    switch self {
    case .longitude: ["longitude", "lon", "lng", "long", "x", "经度"]
    case .latitude: ["latitude", "lat", "y", "纬度"]
    case .address: ["address", "full_address", "地址"]
    }
  }
}

/// The names of the columns of a table that goes by.
package struct TableColumns {
  private let names: [String]

  /// How many there are.
  package var count: Int { names.count }

  /// Reads a header.
  ///
  /// - Parameters:
  ///   - header: the bytes of the header record.
  ///   - dialect: how the table is delimited.
  ///   - added: the columns that are going to be added.
  /// - Throws: ``TableStreamFault``.
  init(header: [UInt8], dialect: TableDialect, adding added: [String]) throws {
    guard !header.isEmpty else { throw TableStreamFault.emptyHeader }
    names = try Self.names(in: header, dialect)
    var taken = Set(names)
    for column in added where !taken.insert(column).inserted {
      throw TableStreamFault.taken(column)
    }
  }

  private static func names(in header: [UInt8], _ dialect: TableDialect) throws -> [String] {
    do {
      let text = try TextFile(file: FileBytes(path: "", copying: header))
      var reader = CSVReader(text, dialect: dialect)
      _ = reader.next()
      return reader.fields.map { trimmed($0.string) }
    } catch is TabularError {
      throw TableStreamFault.unreadableHeader
    }
  }

  /// The place of each of some columns.
  ///
  /// - Parameter sought: what each is, and the column's name, where none is spelt so its name in any case; nil for
  ///   one of the usual names.
  /// - Throws: ``TableStreamFault``.
  package func places(of sought: [(column: SoughtColumn, name: String?)]) throws -> [Int] {
    let known = Set(sought.flatMap { $0.column.usualNames } + sought.compactMap(\.name))
    let seen = SeenHeadings(names, known: known, expected: sought.count)
    return try sought.map { try place(of: $0.column, named: $0.name, seen) }
  }

  private func place(
    of column: SoughtColumn, named wanted: String?, _ seen: SeenHeadings
  ) throws -> Int {
    let usual = column.usualNames
    var hits: [Int]
    if let wanted {
      hits = names.indices.filter { names[$0] == wanted }
      if hits.isEmpty {
        hits = names.indices.filter { names[$0].lowercased() == wanted.lowercased() }
      }
    } else {
      hits = names.indices.filter { usual.contains(names[$0].lowercased()) }
    }
    if hits.count == 1 { return hits[0] }
    throw TableStreamFault.unclearColumn(
      column, wanted: wanted, usual: usual, hits: hits.count, header: seen)
  }

  private static func trimmed(_ name: String) -> String {
    String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
