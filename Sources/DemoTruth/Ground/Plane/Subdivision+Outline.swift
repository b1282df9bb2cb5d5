import Geometry

extension Subdivision {
  /// The rings of vertices around a set of faces: shells counter-clockwise, holes clockwise.
  ///
  /// - Parameters:
  ///   - faces: the faces, in order.
  ///   - isMember: whether a face (or `outside`) is one of them.
  func outline(of faces: [Int], isMember: (Int) -> Bool) -> [[Int]] {
    var waiting: [Int] = []
    for face in faces {
      for half in loop(face) where !isMember(self.face[half ^ 1]) { waiting.append(half) }
    }
    var isDone: Set<Int> = []
    var rings: [[Int]] = []
    for first in waiting where !isDone.contains(first) {
      var ring: [Int] = []
      var half = first
      repeat {
        isDone.insert(half)
        ring.append(origin[half])
        var after = next[half]
        while isMember(face[after ^ 1]) { after = next[after ^ 1] }
        half = after
      } while half != first
      rings.append(ring)
    }
    return rings
  }
}

extension MultiPolygon {
  /// Polygons of rings by which way these run: a clockwise one is a hole of the shell around it.
  init(outline rings: [[Coordinate]]) {
    let closed = rings.map(Ring.init)
    var parts = closed.filter { $0.signedArea > 0 }.map { [$0] }
    for hole in closed where hole.signedArea < 0 {
      let inside = parts.firstIndex { shell in
        hole.coordinates.contains { shell[0].holds($0) }
      }
      if let inside { parts[inside].append(hole) }
    }
    self.init(parts.map(Polygon.init(rings:)))
  }
}
