package import Datasets
package import Tabular

/// What a writer of a format that this module does not know has to write.
package struct WriterRequest: Sendable {
  package var path: String
  /// The name of the table in it.
  package var table: String
  /// The names of the columns.
  package var columns: [String]
  /// The type of the geometries.
  package var geometry: GeometryType
  /// The EPSG code of their system.
  package var epsg: Int

  /// Makes writers: given by whoever knows the formats.
  package typealias Maker = @Sendable (WriterRequest) throws -> any TableWriter
}
