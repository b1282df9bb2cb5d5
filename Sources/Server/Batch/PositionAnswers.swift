import Geometry
import Gewu

/// The positions of one piece of JSON, and their answers as JSON objects.
struct PositionAnswers {
  /// The positions that are to be answered.
  var positions: [Coordinate] {
    _read { yield batch.positions }
    _modify { yield &batch.positions }
  }

  private let locator: PointLocator
  private let codes: CodeTable
  private var batch = PointBatch()

  init(_ locator: PointLocator) {
    self.locator = locator
    codes = locator.codes
  }

  /// Appends `{"status":…,"code":…}` for each position, with `separator` between two of them, or
  /// also at the end, and forgets the positions.
  mutating func answer(
    into output: inout [UInt8], separator: UInt8, isAtEnd: Bool,
    _ summary: inout LocateTable.Summary
  ) {
    batch.locate(with: locator)
    // The words and one separator, and a code of which each byte may be escaped as \u00xx.
    let capacity = batch.slots.count * (40 + 6 * codes.longest)
    let codes = codes
    let answers = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      var pen = BytePen(start)
      for slot in batch.slots {
        if !isAtEnd, pen.at > start { pen.write(separator) }
        let status = slot.status
        pen.write(#"{"status":""#)
        pen.write(status.text)
        pen.write(#"","code":"#)
        if slot.cell >= 0 {
          codes.writeString(Int(slot.cell), with: &pen)
        } else {
          pen.write("null")
        }
        pen.write(UInt8(ascii: "}"))
        if isAtEnd { pen.write(separator) }
        summary.count(status)
      }
      count = pen.at - start
    }
    if output.isEmpty { output = answers } else { output += answers }
    batch.positions.removeAll(keepingCapacity: true)
  }
}
