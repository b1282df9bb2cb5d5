import Geometry
import Gewu
import Tabular

/// The positions of one piece of JSON, and their answers as JSON objects.
struct PositionAnswers {
  /// The positions that are to be answered.
  var positions: [Coordinate] {
    _read { yield batch.positions }
    _modify { yield &batch.positions }
  }

  private let locator: PointLocator
  private let codes: CellCodes
  private let others: [NetLocator]
  /// For each other net, its name as a member of JSON up to its value, and its codes.
  private let nets: [(member: [UInt8], codes: CellCodes)]
  private var batch = PointBatch()

  init(_ locator: PointLocator, beside others: [NetLocator] = []) {
    self.locator = locator
    self.others = others
    codes = locator.codes
    nets = others.enumerated().map { place, other in
      var member = Array((place == 0 ? #","nets":{"# : ",").utf8)
      JSONText.append(other.net, to: &member)
      member.append(UInt8(ascii: ":"))
      return (member, other.locator.codes)
    }
  }

  /// Appends `{"status":…,"code":…}` for each position, with `nets` where there are others, with `separator` between two of them, or
  /// also at the end, and forgets the positions.
  mutating func answer(
    into output: inout [UInt8], separator: UInt8, isAtEnd: Bool,
    _ summary: inout LocateTable.Summary
  ) {
    batch.locate(with: locator, beside: others)
    // The words and one separator, and a code of which each byte may be escaped as \u00xx.
    let longest = nets.reduce(40 + 6 * codes.longest) {
      $0 + 40 + $1.member.count + 6 * $1.codes.longest
    }
    let (codes, nets, netSlots) = (codes, nets, batch.netSlots)
    let capacity = batch.slots.count * longest
    let answers = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      var pen = BytePen(start)
      for (number, slot) in batch.slots.enumerated() {
        if !isAtEnd, pen.at > start { pen.write(separator) }
        Self.write(slot, codes, with: &pen)
        for net in nets.indices {
          nets[net].member.withUnsafeBufferPointer { pen.write($0) }
          Self.write(netSlots[net][number], nets[net].codes, with: &pen)
          pen.write(UInt8(ascii: "}"))
        }
        if !nets.isEmpty { pen.write(UInt8(ascii: "}")) }
        pen.write(UInt8(ascii: "}"))
        if isAtEnd { pen.write(separator) }
        summary.count(slot.status)
      }
      count = pen.at - start
    }
    if output.isEmpty { output = answers } else { output += answers }
    batch.positions.removeAll(keepingCapacity: true)
  }
  /// Writes an answer without its last brace.
  @inline(__always)
  private static func write(_ slot: GridSlot, _ codes: CellCodes, with pen: inout BytePen) {
    pen.write(#"{"status":""#)
    pen.write(slot.status.text)
    pen.write(#"","code":"#)
    if slot.cell >= 0 { codes.writeString(Int(slot.cell), with: &pen) } else { pen.write("null") }
  }
}
