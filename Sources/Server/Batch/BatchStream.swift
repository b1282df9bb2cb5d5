import Gewu

/// A batch of positions going by in one form: give it the next bytes of the body, take the bytes
/// of the answer that are ready.
///
/// What it holds is bounded by the size of a piece and of one position, not by the batch.
protocol BatchStream {
  /// The bytes of the answer that the last piece made ready.
  var output: [UInt8] { get }
  /// The positions so far.
  var summary: LocateTable.Summary { get }
  /// Takes the next piece, of any size; the last one may be empty.
  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws
}

extension LocateTableStream: BatchStream {}

/// Which columns or members of a batch hold the position.
struct PositionFields: Sendable {
  /// The names that a longitude or easting goes by, in lower case.
  var longitude: [String]
  /// The names that a latitude or northing goes by, in lower case.
  var latitude: [String]

  /// The usual names; `longitude` and `latitude` say others.
  init(longitude: String? = nil, latitude: String? = nil) {
    self.longitude =
      longitude.map { [$0.lowercased()] } ?? ["lon", "lng", "long", "longitude", "x", "经度"]
    self.latitude = latitude.map { [$0.lowercased()] } ?? ["lat", "latitude", "y", "纬度"]
  }
}
