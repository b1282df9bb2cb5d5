extension MultiPolygon {
  /// Reads well-known binary, as ``WellKnownBinary/decodeMultiPolygon(_:)-([UInt8])``.
  public init(wkb bytes: [UInt8]) throws {
    self = try WellKnownBinary.decodeMultiPolygon(bytes)
  }

  /// Reads a geometry of SpatiaLite, as ``SpatiaLiteBlob/decodeMultiPolygon(_:)-([UInt8])``, without
  /// its SRID.
  public init(spatiaLite bytes: [UInt8]) throws {
    self = try SpatiaLiteBlob.decodeMultiPolygon(bytes).boundary
  }
}

extension Coordinate {
  /// Reads the well-known binary of a point.
  public init(wkb bytes: [UInt8]) throws { self = try WellKnownBinary.decodePoint(bytes) }

  /// Reads a point of SpatiaLite, without its SRID.
  public init(spatiaLite bytes: [UInt8]) throws {
    self = try SpatiaLiteBlob.decodePoint(bytes).point
  }
}
