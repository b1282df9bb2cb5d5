import Datasets
import Tabular

/// Which columns of a table hold the position.
struct LocateTableColumns {
  /// The number of columns.
  let count: Int
  /// The position of the longitude or easting.
  let longitude: Int
  /// The position of the latitude or northing.
  let latitude: Int

  private static let longitudes = ["longitude", "lon", "lng", "long", "x", "经度"]
  private static let latitudes = ["latitude", "lat", "y", "纬度"]

  /// Finds the columns in a header.
  ///
  /// - Parameters:
  ///   - header: the bytes of the header record.
  ///   - dialect: how the table is delimited.
  ///   - added: the columns that are going to be added.
  ///   - longitude: the column's name, where none is spelt so its name in any case; nil for one
  ///     of the usual names.
  ///   - latitude: the same for the other column.
  /// - Throws: ``LocateTableFault``.
  init(
    header: [UInt8], dialect: TableDialect, adding added: [String], longitude: String?,
    latitude: String?
  ) throws {
    guard !header.isEmpty else { throw LocateTableFault.emptyHeader }
    let names = try Self.names(in: header, dialect)
    var taken = Set(names)
    for column in added where !taken.insert(column).inserted {
      throw LocateTableFault.taken(column)
    }
    count = names.count
    let known = Set(Self.longitudes + Self.latitudes + [longitude, latitude].compactMap(\.self))
    let seen = SeenHeadings(names, known: known, expected: 2)
    self.longitude = try Self.find(longitude, among: names, isLongitude: true, seen)
    self.latitude = try Self.find(latitude, among: names, isLongitude: false, seen)
  }

  private static func names(in header: [UInt8], _ dialect: TableDialect) throws -> [String] {
    do {
      let text = try TextFile(file: FileBytes(path: "", copying: header))
      var reader = CSVReader(text, dialect: dialect)
      _ = reader.next()
      return reader.fields.map { trimmed($0.string) }
    } catch is TabularError {
      throw LocateTableFault.unreadableHeader
    }
  }

  private static func find(
    _ wanted: String?, among names: [String], isLongitude: Bool, _ seen: SeenHeadings
  ) throws -> Int {
    let usual = isLongitude ? longitudes : latitudes
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
    throw LocateTableFault.unclearColumn(
      isLongitude: isLongitude, wanted: wanted, usual: usual, hits: hits.count, header: seen)
  }

  private static func trimmed(_ name: String) -> String {
    String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
