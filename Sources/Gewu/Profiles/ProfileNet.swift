import Geometry
import Grids
import Warehouse

/// The cells of a net as a profile counts in them: those of all levels in one list, top first.
struct ProfileNet {
  let name: String
  let index: GridIndex
  /// The place of each cell's parent in the list; -1 where it has none.
  let parents: [Int32]
  /// The cells of the lowest level.
  let leaves: Range<Int>
  private let byGrid: [Int64: Int32]
  private let byCode: [String: Int32]

  init(_ index: GridIndex, _ session: StoreTransaction) throws {
    (name, self.index) = (index.generation.net, index)
    var (parents, byCode) = ([Int32](), [String: Int32]())
    var byGrid: [Int64: Int32] = [:]
    var (above, start) = (0, 0)
    for level in index.levels {
      start = parents.count
      var own: [String: Int32] = [:]
      for (place, code) in level.codes.enumerated() {
        own[code] = Int32(start + place)
        parents.append(level.parents[place] < 0 ? -1 : Int32(above) + level.parents[place])
      }
      // Versions of a cell that is there still are that cell.
      for (grid, code) in try session.codes(ofLevel: level.level) { byGrid[grid] = own[code] }
      byCode.merge(own) { first, _ in first }
      above = start
    }
    (self.parents, self.byGrid, self.byCode) = (parents, byGrid, byCode)
    leaves = start..<parents.count
  }

  /// The cell of a row: by its grid in the base net, by its position in any other; -1 where it has none.
  func cell(of row: PlacedRow) -> Int32 {
    if name == Net.base { return row.gridID.flatMap { byGrid[$0] } ?? -1 }
    guard let position = row.position else { return -1 }
    let found = index.locate(position).cell
    return found < 0 ? -1 : Int32(leaves.lowerBound) + Int32(found)
  }

  func isLeaf(_ cell: Int32) -> Bool { leaves.contains(Int(cell)) }

  /// The smallest cell whose code is that of a division, or of one above it; -1 where there is none.
  func cell(ofDivision division: [UInt8]) -> Int32 {
    for length in [division.count, 12, 9, 6] where length <= division.count {
      if let cell = byCode[String(decoding: division.prefix(length), as: UTF8.self)] { return cell }
    }
    return -1
  }

  /// Whether the codes of the top cells are divisions, and none of them has this one.
  func liesOutside(_ division: [UInt8]) -> Bool {
    guard division.count >= 6, let tops = index.levels.first?.codes, !tops.isEmpty else {
      return false
    }
    return tops.allSatisfy { code in
      code.utf8.count >= 6 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && !division.starts(with: code.utf8)
    }
  }
}
