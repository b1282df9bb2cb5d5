import Rosters
import Time

/// The posts that look-ups answer with, of the cells of one generation on one day: a value that never
/// changes, beside the index of the cells, and swapped as that is.
///
/// What goes into an answer is written once for each leaf cell, so that a look-up copies bytes.
final class PostIndex: Sendable {
  /// What tells its answers from those of any other index of posts.
  let edition: String
  let roster: Roster
  /// The places of the leaf cells among all cells.
  private let leaves: Range<Int>
  /// The lists of all leaf cells, one behind the other, without brackets.
  private let bytes: [UInt8]
  /// Where the list of each leaf cell begins, and where the last ends; empty where lists are made when
  /// they are asked for.
  private let starts: [Int]

  /// - Parameters:
  ///   - leafCount: how many of the cells are leaf cells, the last ones.
  ///   - isWritten: whether the lists of all cells are written now, which many questions are worth.
  init(_ roster: Roster, leafCount: Int, edition: String, isWritten: Bool) {
    self.roster = roster
    self.edition = edition
    leaves = max(0, roster.cells.count - leafCount)..<roster.cells.count
    var bytes: [UInt8] = []
    var starts: [Int] = []
    if isWritten {
      starts.reserveCapacity(leaves.count + 1)
      // Cells above have many below: theirs is written once.
      var above: [Int: [UInt8]] = [:]
      for place in leaves {
        starts.append(bytes.count)
        for (step, cell) in roster.path(from: place).enumerated() {
          var list: [UInt8] = []
          if step == 0 {
            list = Self.list(of: cell, in: roster)
          } else if let known = above[cell] {
            list = known
          } else {
            list = Self.list(of: cell, in: roster)
            above[cell] = list
          }
          if bytes.count > starts[starts.count - 1], !list.isEmpty { bytes.append(0x2C) }
          bytes += list
        }
      }
      starts.append(bytes.count)
    }
    (self.bytes, self.starts) = (bytes, starts)
  }

  /// The posts of a leaf cell and of those above it, the lowest first.
  func posts(ofLeaf leaf: Int) -> [PostAnswer] {
    guard leaves.indices.contains(leaves.lowerBound + leaf) else { return [] }
    return roster.path(from: leaves.lowerBound + leaf).flatMap { Self.posts(of: $0, in: roster) }
  }

  /// Appends these posts as JSON, with commas between them and without brackets.
  @inline(__always)
  func append(leaf: Int, to output: inout [UInt8]) {
    if leaf >= 0, leaf + 1 < starts.count {
      let range = starts[leaf]..<starts[leaf + 1]
      bytes.withUnsafeBufferPointer { output.append(contentsOf: $0[range]) }
      return
    }
    var isFirst = true
    for post in posts(ofLeaf: leaf) {
      if !isFirst { output.append(0x2C) }
      isFirst = false
      post.append(to: &output)
    }
  }

  private static func posts(of place: Int, in roster: Roster) -> [PostAnswer] {
    let cells = roster.cells
    return roster.entries(ofCell: place).map { entry in
      PostAnswer(entry, of: cells[place], standIn: entry.standIn.map { cells[$0] })
    }
  }

  private static func list(of place: Int, in roster: Roster) -> [UInt8] {
    var list: [UInt8] = []
    for post in posts(of: place, in: roster) {
      if !list.isEmpty { list.append(0x2C) }
      post.append(to: &list)
    }
    return list
  }
}
