/// One record of a file of features: a geometry and its attributes as text.
public struct Feature: Sendable, Equatable {
  /// The place in the file, from 1; for a Shapefile the record number, with
  /// deleted records counted.
  public var number: Int
  /// The values, one for each of the table's fields; nil where the file has none.
  public var values: [String?]
  /// The geometry as well-known binary, nil where the file has none.
  ///
  /// Two-dimensional and little-endian, except that a GeoPackage's is left as it is.
  public var geometry: [UInt8]?

  /// Makes a feature of its parts.
  public init(number: Int, values: [String?], geometry: [UInt8]?) {
    self.number = number
    self.values = values
    self.geometry = geometry
  }
}
