public import Datasets
public import Tabular

/// What a writer of a format that this module does not know has to write.
public struct WriterRequest: Sendable {
  /// The file.
  public var path: String
  /// The name of the table in it.
  public var table: String
  /// The names of the columns.
  public var columns: [String]
  /// The type of the geometries.
  public var geometry: GeometryType
  /// The EPSG code of their system.
  public var epsg: Int

  /// Makes writers: given by whoever knows the formats.
  public typealias Maker = @Sendable (WriterRequest) throws -> any TableWriter
}
