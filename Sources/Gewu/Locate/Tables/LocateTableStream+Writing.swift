import Tabular

extension LocateTableStream {
  /// Writes the text of the rows of the batch, each with its answer before its line end.
  mutating func write(_ text: UnsafeRawBufferPointer) {
    let text = text.bindMemory(to: UInt8.self)
    let missing = rows.reduce(0) { $0 + $1.missing }
    // A net: two delimiters, a status, and a code that may be quoted, each byte of it doubled.
    let longest = netCodes.reduce(11 + 2 * codes.longest) { $0 + 11 + 2 * $1.longest }
    let capacity = text.count + missing + rows.count * longest
    // Constants, so that the loop does not copy the stream for each row.
    let (codes, netCodes, netSlots) = (codes, netCodes, batch.netSlots)
    let delimiter = dialect.delimiter
    let answered = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      var pen = BytePen(start)
      var copied = 0
      for (number, (row, slot)) in zip(rows, batch.slots).enumerated() {
        pen.write(UnsafeBufferPointer(rebasing: text[copied..<row.end]))
        copied = row.end
        for _ in 0..<row.missing { pen.write(delimiter) }
        Self.write(slot, codes, delimiter, with: &pen)
        for net in netCodes.indices {
          Self.write(netSlots[net][number], netCodes[net], delimiter, with: &pen)
        }
        summary.count(slot.status)
      }
      pen.write(UnsafeBufferPointer(rebasing: text[copied...]))
      count = pen.at - start
    }
    if output.isEmpty { output = answered } else { output += answered }
  }
  /// Writes the code and the status of an answer, each behind a delimiter.
  @inline(__always)
  private static func write(
    _ slot: GridSlot, _ codes: CellCodes, _ delimiter: UInt8, with pen: inout BytePen
  ) {
    pen.write(delimiter)
    if slot.cell >= 0 { codes.writeField(Int(slot.cell), delimiter: delimiter, with: &pen) }
    pen.write(delimiter)
    pen.write(slot.status.text)
  }
}
