import Geometry
import Gewu
import Tabular
import Words

/// Answers pairs of little-endian float64 with one little-endian int32 each, behind a table of
/// codes; see docs/guides/locate.md.
///
/// The head of the answer is 32 bytes: `GEWULOC1`, the generation (int64), flags (uint32; bit 0:
/// the coverage is valid), the number of codes (uint32), the length of the table in bytes
/// (uint32), the offset of the first answer (uint32). The table is a JSON array of strings,
/// filled up with spaces to a multiple of 8.
struct PositionNumbersStream: BatchStream {
  private(set) var output: [UInt8] = []
  private(set) var summary = LocateTable.Summary()
  private let locator: PointLocator
  private let givesCodes: Bool
  private var batch = PointBatch()
  private var pending: [UInt8] = []
  private var hasHead = false

  init(_ locator: PointLocator, givesCodes: Bool) {
    self.locator = locator
    self.givesCodes = givesCodes
  }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws {
    output.removeAll(keepingCapacity: true)
    if !hasHead {
      hasHead = true
      appendHead()
    }
    if pending.isEmpty {
      let used = answer(piece)
      pending.append(contentsOf: piece[used...])
    } else {
      pending.append(contentsOf: piece)
      var bytes: [UInt8] = []
      swap(&bytes, &pending)
      let used = bytes.withUnsafeBytes { answer($0) }
      bytes.removeFirst(used)
      swap(&bytes, &pending)
    }
    guard isLast, !pending.isEmpty else { return }
    throw Problem.badBatch(
      BatchWords.cutNumbers(position: summary.rows + 1, bytes: pending.count))
  }

  private mutating func answer(_ bytes: UnsafeRawBufferPointer) -> Int {
    let count = bytes.count / 16
    batch.positions.removeAll(keepingCapacity: true)
    batch.positions.reserveCapacity(count)
    for place in 0..<count {
      batch.positions.append(
        Coordinate(x: Self.number(bytes, 16 * place), y: Self.number(bytes, 16 * place + 8)))
    }
    batch.locate(with: locator)
    let answers = [UInt8](unsafeUninitializedCapacity: 4 * count) { buffer, written in
      let words = UnsafeMutableRawBufferPointer(buffer)
      for (place, slot) in batch.slots.enumerated() {
        words.storeBytes(of: slot.cell.littleEndian, toByteOffset: 4 * place, as: Int32.self)
        summary.count(slot.status)
      }
      written = 4 * count
    }
    if output.isEmpty { output = answers } else { output += answers }
    return 16 * count
  }

  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Double {
    Double(
      bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    )
  }

  private mutating func appendHead() {
    let codes = locator.codes
    var table: [UInt8] = []
    if givesCodes {
      table.append(UInt8(ascii: "["))
      for cell in 0..<codes.count {
        if cell > 0 { table.append(UInt8(ascii: ",")) }
        codes.withBytes(of: cell) {
          JSONText.append(String(decoding: $0, as: UTF8.self), to: &table)
        }
      }
      table.append(UInt8(ascii: "]"))
      while table.count % 8 != 0 { table.append(UInt8(ascii: " ")) }
    }
    output += "GEWULOC1".utf8
    append(locator.generation)
    append(UInt32(locator.isCoverageValid ? 1 : 0))
    append(UInt32(codes.count))
    append(UInt32(table.count))
    append(UInt32(32 + table.count))
    output += table
  }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { output.append(contentsOf: $0) }
  }
}
