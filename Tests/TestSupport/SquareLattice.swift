/// A small district as GeoJSON: squares in rows from the south and columns from the west.
package struct SquareLattice: Sendable {
  package var columns: Int
  package var rows: Int
  /// The south-west corner in whole degrees.
  package var west: Int
  package var south: Int
  /// How many squares lie on a degree.
  package var perDegree: Int
  /// Properties of a square as (name, value), all texts.
  package var properties: @Sendable (_ row: Int, _ column: Int) -> [(String, String)]

  package init(
    columns: Int, rows: Int, west: Int, south: Int, perDegree: Int,
    properties: @escaping @Sendable (_ row: Int, _ column: Int) -> [(String, String)]
  ) {
    self.columns = columns
    self.rows = rows
    self.west = west
    self.south = south
    self.perDegree = perDegree
    self.properties = properties
  }

  /// The feature collection.
  ///
  /// - Parameter changing: gives another ring, as JSON, for the squares that shall differ.
  package func geoJSON(changing: (_ row: Int, _ column: Int) -> String? = { _, _ in nil }) -> String
  {
    var features: [String] = []
    for row in 0..<rows {
      for column in 0..<columns {
        features.append(
          Self.feature(
            properties(row, column), ring: changing(row, column) ?? ring(row: row, column: column)))
      }
    }
    return Self.collection(features)
  }

  /// The ring of a square, counter-clockwise.
  ///
  /// A corner is computed from its lattice lines alone, so that
  /// neighbours share it bit for bit.
  package func ring(row: Int, column: Int) -> String {
    let (w, e) = (line(west, column), line(west, column + 1))
    let (s, n) = (line(south, row), line(south, row + 1))
    return "[[\(w),\(s)],[\(e),\(s)],[\(e),\(n)],[\(w),\(n)],[\(w),\(s)]]"
  }

  private func line(_ degree: Int, _ index: Int) -> Double {
    Double(degree * perDegree + index) / Double(perDegree)
  }

  /// A polygon of one ring.
  package static func feature(_ properties: [(String, String)], ring: String) -> String {
    let members = properties.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",")
    return #"{"type":"Feature","properties":{\#(members)},"#
      + #""geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
  }

  /// A feature collection of features written out.
  package static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
  }
}
