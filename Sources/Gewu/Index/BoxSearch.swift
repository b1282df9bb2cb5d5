import Geometry

/// The boxes that meet a box, found through a coarse directory of buckets.
struct BoxSearch {
  private let boxes: [Box]
  private let extent: Box
  private let side: Int
  private var buckets: [[Int32]]

  /// Files `boxes` under the buckets that they touch.
  init(_ boxes: [Box]) {
    self.boxes = boxes
    extent = boxes.reduce(into: Box.empty) { $0.extend(by: $1) }
    side = max(1, Int(Double(boxes.count).squareRoot()))
    buckets = Array(repeating: [], count: side * side)
    for (index, box) in boxes.enumerated() where !box.isEmpty {
      for bucket in span(of: box) { buckets[bucket].append(Int32(index)) }
    }
  }

  /// The positions of the boxes that meet `box`, ascending.
  func candidates(for box: Box) -> [Int] {
    guard !box.isEmpty, !extent.isEmpty else { return [] }
    var found = Set<Int>()
    for bucket in span(of: box) {
      for index in buckets[bucket] where boxes[Int(index)].intersects(box) {
        found.insert(Int(index))
      }
    }
    return found.sorted()
  }

  private func span(of box: Box) -> [Int] {
    let columns =
      step(
        box.minX, from: extent.minX, over: extent.width)...step(
        box.maxX, from: extent.minX, over: extent.width)
    let rows =
      step(
        box.minY, from: extent.minY, over: extent.height)...step(
        box.maxY, from: extent.minY, over: extent.height)
    return rows.flatMap { row in columns.map { row * side + $0 } }
  }

  private func step(_ value: Double, from origin: Double, over extent: Double) -> Int {
    guard extent > 0 else { return 0 }
    let bucket = (value - origin) / extent * Double(side)
    return bucket > 0 ? Int(min(bucket, Double(side - 1))) : 0
  }
}
