package import Geometry
import Tabular
import Warehouse

/// The answer of a look-up as JSON: opened for a position, given further members, and closed.
///
/// Closed at once it is byte for byte what an encoder makes of ``LocateAnswer`` with its keys in
/// order. This is what the service answers most: for a position in a grid nothing is allocated once
/// ``bytes`` has grown.
package struct LocateAnswerWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Forgets what has been written, and keeps the memory.
  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Begins the answer for a position with the members that every answer has.
  ///
  /// - Parameter slot: what ``PointLocator/slot(of:)`` says of the position.
  package mutating func open(
    _ position: Coordinate, _ slot: GridSlot, in locator: PointLocator
  ) {
    bytes += #"{"coverage_valid":"#.utf8
    bytes += locator.isCoverageValid ? "true".utf8 : "false".utf8
    let outside = slot.cell < 0 ? locator.answer(for: position) : nil
    if let gap = outside?.gap { append(gap) }
    bytes += #","generation":"#.utf8
    JSONText.append(locator.generation, to: &bytes)
    if slot.cell >= 0, let leaf = locator.index.levels.last {
      let cell = Int(slot.cell)
      bytes += #","grid":{"code":"#.utf8
      JSONText.append(leaf.codes[cell], to: &bytes)
      append(name: leaf.names[cell])
      bytes += #"},"path":["#.utf8
      appendSteps(to: cell, atLevel: locator.index.levels.count - 1, of: locator.index)
      bytes += "]".utf8
    } else {
      bytes += #","grid":null"#.utf8
      if let nearest = outside?.nearest { append(nearest) }
      bytes += #","path":[]"#.utf8
    }
    bytes += #","posts":["#.utf8
    if let posts = locator.posts, slot.cell >= 0 {
      posts.append(leaf: Int(slot.cell), to: &bytes)
    }
    bytes += #"],"status":""#.utf8
    slot.status.text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes += #"""#.utf8
  }

  /// Gives the answer one more member, whose value is JSON.
  package mutating func append(_ name: String, _ value: some Sequence<UInt8>) {
    bytes += ",".utf8
    JSONText.append(name, to: &bytes)
    bytes += ":".utf8
    bytes += value
  }

  /// Gives the answer the answers of other nets, by their names.
  package mutating func append(nets: [NetLocator], of position: Coordinate) {
    bytes += #","nets":{"#.utf8
    for (place, net) in nets.enumerated() {
      if place > 0 { bytes += ",".utf8 }
      JSONText.append(net.net, to: &bytes)
      bytes += ":".utf8
      open(position, net.locator.slot(of: position), in: net.locator)
      close()
    }
    bytes += "}".utf8
  }

  /// Ends the answer.
  package mutating func close() {
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ gap: LocateAnswer.Gap) {
    bytes += #","gap":{"id":"#.utf8
    JSONText.append(gap.id, to: &bytes)
    append(name: gap.name)
    bytes += "}".utf8
  }

  private mutating func append(_ nearest: LocateAnswer.Nearest) {
    bytes += #","nearest":{"code":"#.utf8
    JSONText.append(nearest.code, to: &bytes)
    bytes += #","distance":"#.utf8
    let distance = "\(nearest.distance)"
    bytes += (distance.hasSuffix(".0") ? distance.dropLast(2) : distance[...]).utf8
    if nearest.name != nil { append(name: nearest.name) }
    bytes += "}".utf8
  }

  private mutating func appendSteps(to cell: Int, atLevel rank: Int, of index: GridIndex) {
    let cells = index.levels[rank]
    let parent = Int(cells.parents[cell])
    if parent >= 0, rank > 0 {
      appendSteps(to: parent, atLevel: rank - 1, of: index)
      bytes.append(UInt8(ascii: ","))
    }
    bytes += #"{"code":"#.utf8
    JSONText.append(cells.codes[cell], to: &bytes)
    bytes += #","level":"#.utf8
    JSONText.append(cells.level.name, to: &bytes)
    append(name: cells.names[cell])
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(name: String?) {
    bytes += #","name":"#.utf8
    if let name { JSONText.append(name, to: &bytes) } else { bytes += "null".utf8 }
  }
}

extension PointLocator {
  package func slot(of position: Coordinate) -> GridSlot {
    let found = find(position)
    guard let cell = found.cell else { return found.status == .invalid ? .invalid : .outside }
    return GridSlot(rawValue: Int32(cell) << 1 | (found.status == .border ? 1 : 0))
  }
}
