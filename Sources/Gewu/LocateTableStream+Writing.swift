import Tabular

extension LocateTableStream {
  /// Writes the text of the rows of the batch, each with its answer before its line end.
  mutating func write(_ text: UnsafeRawBufferPointer) {
    let text = text.bindMemory(to: UInt8.self)
    let missing = rows.reduce(0) { $0 + $1.missing }
    // Two delimiters, a status, and a code that may be quoted, each byte of it doubled.
    let longest = 2 + 7 + 2 + 2 * codes.longest
    let capacity = text.count + missing + rows.count * longest
    // Constants, so that the loop does not copy the stream for each row.
    let codes = codes
    let delimiter = dialect.delimiter
    let answered = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      var pen = BytePen(start)
      var copied = 0
      for (row, slot) in zip(rows, batch.slots) {
        pen.write(UnsafeBufferPointer(rebasing: text[copied..<row.end]))
        copied = row.end
        for _ in 0...row.missing { pen.write(delimiter) }
        if slot.cell >= 0 { codes.writeField(Int(slot.cell), delimiter: delimiter, with: &pen) }
        pen.write(delimiter)
        let status = slot.status
        pen.write(status.text)
        summary.count(status)
      }
      pen.write(UnsafeBufferPointer(rebasing: text[copied...]))
      count = pen.at - start
    }
    if output.isEmpty { output = answered } else { output += answered }
  }
}
