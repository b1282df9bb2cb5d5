import Testing

@testable import Rosters

/// Codes against the figures that ISO/IEC 18004 publishes, and read back by a reader of our own.
@Suite struct QRCodeTests {
  // Annex I of the standard: "01234567" as version 1, level M.
  @Test func `the error correction of the standard's example`() {
    let data: [UInt8] = [
      0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC,
      0x11,
    ]
    #expect(
      ReedSolomon.correction(of: data, count: 10) == [
        0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55,
      ])
  }

  // Section 7.9: level M under mask 5; section 7.10: version 7; table C.1: level M under all masks.
  @Test func `the information on mask and version is that of the standard`() {
    #expect(QRMatrix.format(mask: 5) == 0b100_0000_1100_1110)
    #expect(QRMatrix.version(7) == 0b00_0111_1100_1001_0100)
    #expect(
      (0..<8).map { QRMatrix.format(mask: $0) } == [
        0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0,
      ])
  }

  @Test func `the room for bytes is that of table 7`() {
    #expect(QRVersion.all.map(\.capacity) == [14, 26, 42, 62, 84, 106, 122, 152, 180, 213])
    #expect(QRVersion.all.map(\.number) == Array(1...10))
    // The modules that are left for codewords, in whole bytes (table 1).
    let totals = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]
    for (version, total) in zip(QRVersion.all, totals) {
      #expect(version.dataCount + version.blocks.count * version.correction == total)
      #expect(QRMatrix(version).route.count / 8 == total)
    }
  }

  @Test func `what is written is read back, under every mask and in every version`() throws {
    for version in QRVersion.all {
      for (mask, count) in [(0, 0), (1, 1)] + (0..<8).map({ ($0, version.capacity) }) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ mask) }
        let code = QRCode(bytes, version, mask: mask)
        #expect(code.modules.count == code.size * code.size)
        #expect(code.mask == mask)
        #expect(QRReader(code).bytes == bytes)
      }
    }
  }

  @Test func `the smallest version is taken, and what is too long is refused`() {
    #expect(QRCode([])?.version == 1)
    #expect(QRCode(Array(repeating: 0x41, count: 14))?.version == 1)
    #expect(QRCode(Array(repeating: 0x41, count: 15))?.version == 2)
    #expect(QRCode(Array(repeating: 0x41, count: QRCode.largest))?.version == 10)
    #expect(QRCode(Array(repeating: 0x41, count: QRCode.largest + 1)) == nil)
  }

  @Test func `the path draws the dark modules and no other`() throws {
    let code = try #require(QRCode(Array("https://example.org/?report=990101001001001".utf8)))
    var drawn = Array(repeating: false, count: code.modules.count)
    for run in code.path.split(separator: "M") {
      let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
      for column in numbers[0]..<numbers[0] + numbers[2] {
        drawn[numbers[1] * code.size + column] = true
      }
    }
    #expect(drawn == code.modules)
    #expect(!code.isDark(-1, 0))
    #expect(!code.isDark(0, code.size))
  }
}

/// Reads a code without an error from its modules alone: an oracle that knows the tables but none of the
/// ways of the writer.
private struct QRReader {
  private let code: QRCode

  init(_ code: QRCode) { self.code = code }

  /// The bytes; nil where the format, the correction or the mode is not as it must be.
  var bytes: [UInt8]? {
    let format = (0..<15).reduce(0) { bits, place in
      let (row, column) =
        place < 6 ? (place, 8) : place < 8 ? (place + 1, 8) : place == 8 ? (8, 7) : (8, 14 - place)
      return bits | (code.isDark(row, column) ? 1 << place : 0)
    }
    guard let mask = (0..<8).first(where: { QRMatrix.format(mask: $0) == format }),
      mask == code.mask, let version = QRVersion.all.first(where: { $0.size == code.size })
    else { return nil }
    var words: [UInt8] = []
    var bits = (value: 0, count: 0)
    var column = code.size - 1
    var isUp = true
    while column > 0 {
      if column == 6 { column -= 1 }
      for step in 0..<code.size {
        let row = isUp ? code.size - 1 - step : step
        for place in [column, column - 1] where !isPattern(row, place, version) {
          let isSet = code.isDark(row, place) != QRMatrix.inverts(mask, row, place)
          bits = (bits.value << 1 | (isSet ? 1 : 0), bits.count + 1)
          if bits.count == 8 {
            words.append(UInt8(bits.value))
            bits = (0, 0)
          }
        }
      }
      column -= 2
      isUp.toggle()
    }
    return data(words, version)
  }

  private func isPattern(_ row: Int, _ column: Int, _ version: QRVersion) -> Bool {
    let far = code.size - 8
    if row == 6 || column == 6 { return true }
    if row < 9 && (column < 9 || column >= far) || row >= far && column < 9 { return true }
    if version.number >= 7 {
      if row < 6 && column >= far - 3 || column < 6 && row >= far - 3 { return true }
    }
    guard let last = version.alignment.last else { return false }
    return version.alignment.contains { down in
      version.alignment.contains { right in
        let isCorner = [[6, 6], [6, last], [last, 6]].contains([down, right])
        return !isCorner && abs(row - down) <= 2 && abs(column - right) <= 2
      }
    }
  }

  private func data(_ words: [UInt8], _ version: QRVersion) -> [UInt8]? {
    var blocks = version.blocks.map { _ in [UInt8]() }
    var rest = words[...]
    for place in 0..<(version.blocks.max() ?? 0) {
      for block in blocks.indices where place < version.blocks[block] {
        guard let word = rest.popFirst() else { return nil }
        blocks[block].append(word)
      }
    }
    let data = blocks.flatMap(\.self)
    for _ in 0..<version.correction {
      for block in blocks.indices {
        guard let word = rest.popFirst() else { return nil }
        blocks[block].append(word)
      }
    }
    for block in blocks {
      // Every root of the generator is one of the block.
      for root in 0..<version.correction {
        let value = block.reduce(UInt8(0)) {
          ReedSolomon.product($0, ReedSolomon.power(root)) ^ $1
        }
        guard value == 0 else { return nil }
      }
    }
    let bits = data.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0) & 1) } }
    func number(_ start: Int, _ count: Int) -> Int {
      bits[start..<start + count].reduce(0) { $0 << 1 | $1 }
    }
    guard number(0, 4) == 4 else { return nil }
    let count = number(4, version.countBits)
    let start = 4 + version.countBits
    return (0..<count).map { UInt8(number(start + 8 * $0, 8)) }
  }
}
