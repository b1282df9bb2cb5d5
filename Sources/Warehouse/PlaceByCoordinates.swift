import Datasets
import Geometry

/// Attaches a record to the cell that the position in two of its fields is in.
struct PlaceByCoordinates {
  let x: Int
  let y: Int
  let convert: (Coordinate) -> Coordinate?
  let attacher: GridAttacher?

  var level: String? { attacher?.level }

  /// Half a position, 0,0 and one far from the district are faults; no position is none.
  @inline(__always)
  func place(
    _ values: UnsafePointer<FieldValue>, _ row: inout ImportRow,
    _ geometry: UnsafeMutableRawBufferPointer, srid: Int32
  ) -> ReasonCode? {
    if values[x].kind == .null, values[y].kind == .null { return nil }
    guard values[x].kind == .real, values[y].kind == .real else { return .coordinateInvalid }
    let given = Coordinate(x: values[x].real, y: values[y].real)
    if given.x == 0, given.y == 0 { return .coordinateZero }
    let converted = convert(given)
    guard let point = converted, point.isFinite else {
      return isSwapped(given) ? .coordinateSwapped : .coordinateInvalid
    }
    if let extent = attacher?.extent, !extent.reach.contains(point) {
      return isSwapped(given) ? .coordinateSwapped : .coordinateFar
    }
    if !row.hasPoint {
      SpatiaLiteBlob.writePoint(point, srid: srid, into: geometry)
      row.hasPoint = true
    }
    if let attacher {
      let cell = attacher.locate(point)
      if cell >= 0 { row.gridID = attacher.gridIDs[Int(cell)] }
    }
    return nil
  }

  /// Whether the position would lie in the district's box with its ordinates exchanged.
  private func isSwapped(_ given: Coordinate) -> Bool {
    guard let extent = attacher?.extent, let point = convert(Coordinate(x: given.y, y: given.x))
    else { return false }
    return extent.district.contains(point)
  }
}
