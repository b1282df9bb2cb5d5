internal import Geometry
internal import Grids

/// `gewu_locate` of `include/gewu.h`.
@_cdecl("gewu_locate")
public func locate(
  _ index: OpaquePointer, _ longitude: Double, _ latitude: Double,
  _ onBorder: UnsafeMutablePointer<UInt8>?
) -> Int32 {
  let position = Coordinate(x: longitude, y: latitude)
  let location = GewuIndex.ask(index) { $0.locate(position) }
  onBorder?.pointee = location.isBorder ? 1 : 0
  return CInterface.cell(of: position, at: location)
}

/// `gewu_locate_batch` of `include/gewu.h`.
@_cdecl("gewu_locate_batch")
public func locateBatch(
  _ index: OpaquePointer, _ ordinates: UnsafePointer<Double>?, _ count: Int,
  _ cells: UnsafeMutablePointer<Int32>?, _ onBorder: UnsafeMutablePointer<UInt8>?, _ threads: Int32
) {
  guard let ordinates, let cells, count > 0 else { return }
  // One copy a batch costs nothing.
  let locator = GewuIndex.ask(index) { copy $0 }
  // A coordinate is two doubles, easting first, and nothing else.
  let positions = UnsafeBufferPointer(
    start: UnsafeRawPointer(ordinates).assumingMemoryBound(to: Coordinate.self), count: count)
  // In pieces, so that the memory between does not grow with the batch.
  let piece = min(count, 1 << 18)
  withUnsafeTemporaryAllocation(of: Location.self, capacity: piece) { locations in
    for start in stride(from: 0, to: count, by: piece) {
      let range = start..<min(start + piece, count)
      let part = UnsafeBufferPointer(rebasing: positions[range])
      locator.locate(part, into: locations, threads: max(1, Int(threads)))
      for (place, position) in part.enumerated() {
        cells[start + place] = CInterface.cell(of: position, at: locations[place])
        onBorder?[start + place] = locations[place].isBorder ? 1 : 0
      }
    }
  }
}

extension CInterface {
  /// The number that C is told: the cell, −1 outside, −2 for what is not a position.
  @inline(__always)
  fileprivate static func cell(of position: Coordinate, at location: Location) -> Int32 {
    location.cell >= 0 || position.isFinite ? location.cell : -2
  }
}
