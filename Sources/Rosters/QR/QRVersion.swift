/// What a version of a QR code has at error correction level M (ISO/IEC 18004, tables 9 and E.1).
struct QRVersion: Sendable {
  let number: Int
  /// The codewords for error correction in each block.
  let correction: Int
  /// How many data codewords each block has.
  let blocks: [Int]
  /// The rows and columns in which alignment patterns have their middle.
  let alignment: [Int]

  static let all: [QRVersion] = [
    QRVersion(1, 10, [16], []),
    QRVersion(2, 16, [28], [6, 18]),
    QRVersion(3, 26, [44], [6, 22]),
    QRVersion(4, 18, [32, 32], [6, 26]),
    QRVersion(5, 24, [43, 43], [6, 30]),
    QRVersion(6, 16, [27, 27, 27, 27], [6, 34]),
    QRVersion(7, 18, [31, 31, 31, 31], [6, 22, 38]),
    QRVersion(8, 22, [38, 38, 39, 39], [6, 24, 42]),
    QRVersion(9, 22, [36, 36, 36, 37, 37], [6, 26, 46]),
    QRVersion(10, 26, [43, 43, 43, 43, 44], [6, 28, 50]),
  ]

  private init(_ number: Int, _ correction: Int, _ blocks: [Int], _ alignment: [Int]) {
    (self.number, self.correction, self.blocks) = (number, correction, blocks)
    self.alignment = alignment
  }

  var size: Int { 17 + 4 * number }

  /// How many data codewords there are.
  var dataCount: Int { blocks.reduce(0, +) }

  /// The bits of the number of bytes.
  var countBits: Int { number < 10 ? 8 : 16 }

  /// How many bytes it has room for.
  var capacity: Int { (dataCount * 8 - 4 - countBits) / 8 }

  /// The codewords in the order in which they are placed: of all blocks the first, the second and so
  /// on, data before correction.
  func interleaved(_ data: [UInt8]) -> [UInt8] {
    var parts: [[UInt8]] = []
    var start = 0
    for count in blocks {
      parts.append(Array(data[start..<start + count]))
      start += count
    }
    let corrections = parts.map { ReedSolomon.correction(of: $0, count: correction) }
    return Self.columns(of: parts) + Self.columns(of: corrections)
  }

  private static func columns(of rows: [[UInt8]]) -> [UInt8] {
    let width = rows.map(\.count).max() ?? 0
    return (0..<width).flatMap { column in
      rows.compactMap { column < $0.count ? $0[column] : nil }
    }
  }
}

/// The data of a code as a stream of bits.
enum QRBits {
  /// The data codewords: mode, count, bytes, end and padding.
  static func codewords(of bytes: [UInt8], in version: QRVersion) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for place in stride(from: count - 1, through: 0, by: -1) {
        bits.append(value >> place & 1 == 1)
      }
    }
    append(0b0100, 4)
    append(bytes.count, version.countBits)
    for byte in bytes { append(Int(byte), 8) }
    append(0, min(4, version.dataCount * 8 - bits.count))
    append(0, (8 - bits.count % 8) % 8)
    var words = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var padding: UInt8 = 0xEC
    while words.count < version.dataCount {
      words.append(padding)
      padding ^= 0xEC ^ 0x11
    }
    return words
  }
}
