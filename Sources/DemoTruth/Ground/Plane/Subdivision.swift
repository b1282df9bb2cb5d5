import Geometry

/// A division of the plane into faces whose sides are shared: a doubly connected edge list.
///
/// Halves of one edge are neighbours in the lists (`half ^ 1` is the twin). A vertex that is put on
/// an edge belongs to the faces on both of its sides at once, so faces never gape or overlap.
struct Subdivision {
  /// The outside of the border.
  static let outside = -1

  private(set) var points: [Coordinate]
  private(set) var origin: [Int] = []
  private(set) var next: [Int] = []
  private(set) var previous: [Int] = []
  private(set) var face: [Int] = []
  /// The line that each edge belongs to, by `half / 2`.
  private(set) var line: [Int] = []
  /// One of the halves around each face.
  private(set) var first: [Int] = []
  /// How many edges meet at each vertex.
  private(set) var degree: [Int] = []

  /// One face, bounded by a ring that runs counter-clockwise and is not closed.
  init(border: [Coordinate], line: Int) {
    points = border
    let count = border.count
    degree = Array(repeating: 2, count: count)
    for index in 0..<count {
      let (after, before) = ((index + 1) % count, (index + count - 1) % count)
      origin += [index, after]
      next += [2 * after, 2 * before + 1]
      previous += [2 * before, 2 * after + 1]
      face += [0, Self.outside]
      self.line.append(line)
    }
    first = [0]
  }

  /// The halves around a face, counter-clockwise.
  func loop(_ face: Int) -> [Int] {
    var halves: [Int] = []
    var half = first[face]
    repeat {
      halves.append(half)
      half = next[half]
    } while half != first[face]
    return halves
  }

  func start(_ half: Int) -> Coordinate { points[origin[half]] }
  func end(_ half: Int) -> Coordinate { points[origin[half ^ 1]] }

  private mutating func addPair(from: Int, to: Int, line: Int) -> Int {
    origin += [from, to]
    next += [0, 0]
    previous += [0, 0]
    face += [Self.outside, Self.outside]
    self.line.append(line)
    return origin.count - 2
  }

  private mutating func link(_ a: Int, _ b: Int) {
    next[a] = b
    previous[b] = a
  }

  /// Puts a vertex on an edge; answers the half that now begins there, with the face of the half.
  mutating func divide(_ half: Int, at point: Coordinate) -> Int {
    let vertex = points.count
    points.append(point)
    degree.append(2)
    let twin = half ^ 1
    let far = origin[twin]
    let made = addPair(from: vertex, to: far, line: line[half / 2])
    origin[twin] = vertex
    face[made] = face[half]
    face[made ^ 1] = face[twin]
    let (after, before) = (next[half], previous[twin])
    link(made, after)
    link(half, made)
    link(before, made ^ 1)
    link(made ^ 1, twin)
    return made
  }

  /// Cuts a face in two along a chain of positions.
  ///
  /// - Parameters:
  ///   - from: the half of the face at whose origin the chain begins.
  ///   - to: the half of the same face at whose origin it ends.
  ///   - chain: the positions between the two.
  /// - Returns: the new face, to the right of the chain, and the chain's halves in its direction.
  mutating func cut(from: Int, to: Int, chain: [Coordinate], line: Int) -> (face: Int, line: [Int])
  {
    let old = face[from]
    var vertices = [origin[from]]
    for point in chain {
      vertices.append(points.count)
      points.append(point)
      degree.append(2)
    }
    vertices.append(origin[to])
    degree[origin[from]] += 1
    degree[origin[to]] += 1
    let halves = zip(vertices, vertices.dropFirst()).map { addPair(from: $0, to: $1, line: line) }
    let (beforeFrom, beforeTo) = (previous[from], previous[to])
    for (a, b) in zip(halves, halves.dropFirst()) {
      link(a, b)
      link(b ^ 1, a ^ 1)
    }
    // To the left of the chain: forward along it, then on from its end.
    link(halves[halves.count - 1], to)
    link(beforeFrom, halves[0])
    // To the right: back along it, then on from its beginning.
    link(halves[0] ^ 1, from)
    link(beforeTo, halves[halves.count - 1] ^ 1)
    let made = first.count
    first.append(from)
    first[old] = to
    for half in halves { face[half] = old }
    for half in loop(made) { face[half] = made }
    return (made, halves)
  }

  /// The halves that leave the vertex at which a half begins.
  func star(_ half: Int) -> [Int] {
    var halves: [Int] = []
    var at = half
    repeat {
      halves.append(at)
      at = next[at ^ 1]
    } while at != half
    return halves
  }

  /// Lets a vertex count as a crossing, so that cuts come to meet it.
  mutating func attract(_ vertex: Int) { degree[vertex] += 1 }

  /// Moves every vertex; the map must be one to one, so that the sides of faces do not cross.
  func moved(_ map: (Coordinate) -> Coordinate) -> Subdivision {
    var copy = self
    copy.points = points.map(map)
    return copy
  }
}
