import Geometry

/// Adds to each row of a table the grid that its position lies in, while the table streams by.
///
/// The rows come out as ``TableStream`` passes them, with two fields added: `grid_code` and `grid_status`
/// (`inside`, `border`, `outside`, `invalid`).
package struct LocateTable: Sendable {
  /// How many rows of each status went by.
  package struct Summary: Sendable, Equatable, Codable {
    /// The rows, without the header and blank lines.
    package var rows = 0
    /// Those in the interior of a grid.
    package var inside = 0
    /// Those exactly on an edge or a corner.
    package var border = 0
    package var outside = 0
    package var invalid = 0

    /// Counts rows; none, where nothing is said.
    package init(
      rows: Int = 0, inside: Int = 0, border: Int = 0, outside: Int = 0, invalid: Int = 0
    ) {
      self.rows = rows
      self.inside = inside
      self.border = border
      self.outside = outside
      self.invalid = invalid
    }
  }

  let locator: PointLocator
  let others: [NetLocator]
  let longitude: String?
  let latitude: String?

  /// Locates with an answerer of one generation and one reference system.
  ///
  /// - Parameters:
  ///   - locator: answers for each position.
  ///   - others: answer beside it, each with two fields more: the name of the net with `_code` and
  ///     with `_status`.
  ///   - longitude: the column of the longitude or easting; one of the usual names where nil.
  ///   - latitude: the column of the latitude or northing; one of the usual names where nil.
  package init(
    _ locator: PointLocator, beside others: [NetLocator] = [], longitude: String? = nil,
    latitude: String? = nil
  ) {
    self.locator = locator
    self.others = others
    self.longitude = longitude
    self.latitude = latitude
  }

  /// The names of the columns that are added.
  var addedColumns: [String] {
    (["grid"] + others.map(\.net)).flatMap { ["\($0)_code", "\($0)_status"] }
  }

  /// Reads pieces of a table until there is none left, and writes the rows with their grids; see
  /// ``TableStream/pass(named:from:to:)``.
  package func transform(
    named name: String, from read: (UnsafeMutableRawBufferPointer) throws -> Int,
    to write: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Summary {
    var stream = LocateTableStream(self)
    return try stream.pass(named: name, from: read, to: write)
  }
}

extension LocateTable.Summary {
  /// Counts a position in.
  @inlinable
  package mutating func count(_ status: GridStatus) {
    rows += 1
    switch status {
    case .inside: inside += 1
    case .border: border += 1
    case .outside: outside += 1
    case .invalid: invalid += 1
    }
  }
}
