package import Geometry
import Warehouse
import Tabular

extension PointLocator {
  package func slot(of position: Coordinate) -> GridSlot {
    let found = find(position)
    guard let cell = found.cell else { return found.status == .invalid ? .invalid : .outside }
    return GridSlot(rawValue: Int32(cell) << 1 | (found.status == .border ? 1 : 0))
  }

  /// Appends the JSON of the answer for a position in a grid, byte for byte that of
  /// ``answer(for:)`` with its keys in order; false, and nothing appended, for one in none.
  ///
  /// Allocates nothing once `output` has grown: this is what the service answers most.
  package func appendAnswer(for slot: GridSlot, to output: inout [UInt8]) -> Bool {
    guard slot.cell >= 0, let leaf = index.levels.last else { return false }
    let cell = Int(slot.cell)
    output += #"{"coverage_valid":"#.utf8
    output += isCoverageValid ? "true".utf8 : "false".utf8
    output += #","generation":"#.utf8
    JSONText.append(generation, to: &output)
    output += #","grid":{"code":"#.utf8
    JSONText.append(leaf.codes[cell], to: &output)
    Self.append(name: leaf.names[cell], to: &output)
    output += #"},"path":["#.utf8
    appendSteps(to: cell, atLevel: index.levels.count - 1, to: &output)
    output += #"],"posts":[],"status":""#.utf8
    slot.status.text.withUTF8Buffer { output.append(contentsOf: $0) }
    output += #""}"#.utf8
    return true
  }

  private func appendSteps(to cell: Int, atLevel rank: Int, to output: inout [UInt8]) {
    let cells = index.levels[rank]
    let parent = Int(cells.parents[cell])
    if parent >= 0, rank > 0 {
      appendSteps(to: parent, atLevel: rank - 1, to: &output)
      output.append(UInt8(ascii: ","))
    }
    output += #"{"code":"#.utf8
    JSONText.append(cells.codes[cell], to: &output)
    output += #","level":"#.utf8
    JSONText.append(cells.level.name, to: &output)
    Self.append(name: cells.names[cell], to: &output)
    output.append(UInt8(ascii: "}"))
  }

  private static func append(name: String?, to output: inout [UInt8]) {
    output += #","name":"#.utf8
    if let name { JSONText.append(name, to: &output) } else { output += "null".utf8 }
  }
}
