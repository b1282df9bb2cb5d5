import Crypto
import Foundation
import Testing

@testable import Access

/// What another program sealed was so by `cryptography` of Python, from the written form.
@Suite("A sealed file")
struct SealedFileTests {
  static let text = Data("no,name\n1,王芳\n".utf8)
  static let name = "hmac:347e4ce9e41ddd4de37d2c2f6fb1a6a73c61a51ee006d9c5f003017cedf665d8"
  static let place = SealPlace(table: "archive", key: name)
  static let sealed = Data(
    hexadecimal: "02010000000100010000000102030405060708090a0b0c0d0e0f571792b898175d8437d73b32cb"
      + "038dd5e8d6551bca25b262fc32a0671d549d8c64")
  /// A header, then pieces of this length and a shorter one.
  static let stride = SealedFile.pieceSize + SealedFile.tagLength

  static func seal(
    _ text: Data, _ ring: KeyRing, at place: SealPlace = place, salt: [UInt8]? = nil,
    portion: Int = .max
  ) throws -> Data {
    let result = Output()
    var sealing =
      try salt.map { try FileSealing(ring, salt: $0, at: place, write: result.write) }
      ?? FileSealing(ring, at: place, write: result.write)
    var rest = text[...]
    while !rest.isEmpty {
      try rest.prefix(portion).withUnsafeBytes { try sealing.add($0) }
      rest = rest.dropFirst(min(portion, rest.count))
    }
    try sealing.finish()
    return result.bytes
  }

  static func open(_ sealed: Data, _ ring: KeyRing, at place: SealPlace = place) throws -> Data {
    try sealed.withUnsafeBytes { bytes in
      var text = Data()
      var end = SealedFile.headerLength
      try SealedFile(bytes).open(ring, at: place) { part, piece in
        #expect(piece.lowerBound == end)
        end = piece.upperBound
        text.append(contentsOf: part)
      }
      #expect(end == sealed.count)
      return text
    }
  }

  static func text(_ count: Int) -> Data { Data((0..<count).map { UInt8($0 * 7 & 255) }) }

  @Test("opens where another program sealed it, and is sealed as that program does")
  func interchange() throws {
    let ring = try KeyRingTests.ring()
    let digest = SHA256.hash(data: Self.text).map { String(format: "%02x", $0) }.joined()
    #expect(FileNames(ring).name(of: digest) == Self.name)
    #expect(try Self.open(Self.sealed, ring) == Self.text)
    let salt = [UInt8](0..<16)
    #expect(try Self.seal(Self.text, ring, salt: salt) == Self.sealed)
    let long = try Self.seal(Self.text(2 << 16 | 5), ring, salt: salt)
    #expect(
      SHA256.hash(data: long).map { String(format: "%02x", $0) }.joined()
        == "f240796ae1d136f7d9e65b70d936ea647e302469d350dd50a95c8b43c8f59383")
  }

  @Test(
    "comes back whatever its length and however it is handed on",
    arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
  func lengths(count: Int) throws {
    let ring = KeyRing(store: KeyRingTests.store)
    let text = Self.text(count)
    for portion in [Int.max, 65_536, 65_537, 40_000, 1_000] {
      let sealed = try Self.seal(text, ring, portion: portion)
      #expect(sealed.count == SealedFile.length(sealing: count))
      #expect(try Self.open(sealed, ring) == text)
      #expect(try Self.seal(text, ring, portion: portion) != sealed)
    }
  }

  @Test("opens under no other name, of no other store, and with no byte changed")
  func binding() throws {
    let ring = try KeyRingTests.ring()
    #expect(throws: SealError.changed) {
      try Self.open(Self.sealed, ring, at: SealPlace(table: "archive", key: "hmac:0"))
    }
    #expect(throws: SealError.changed) {
      try Self.open(Self.sealed, KeyRing(store: KeyRingTests.store))
    }
    for place in Self.sealed.indices {
      var changed = Self.sealed
      changed[place] ^= 1
      #expect(throws: SealError.self) { try Self.open(changed, ring) }
    }
    for length in 0..<Self.sealed.count {
      #expect(throws: SealError.self) { try Self.open(Self.sealed.prefix(length), ring) }
    }
    #expect(throws: SealError.self) { try Self.open(Self.sealed + [0], ring) }
  }

  @Test("does not open where pieces were left out, added, exchanged, or are of another file")
  func pieces() throws {
    let ring = KeyRing(store: KeyRingTests.store)
    let text = Self.text(3 << 16 | 9)
    let (sealed, other) = (try Self.seal(text, ring), try Self.seal(text, ring))
    let header = sealed.prefix(SealedFile.headerLength)
    func piece(_ number: Int, of file: Data) -> Data {
      file.dropFirst(SealedFile.headerLength + number * Self.stride).prefix(Self.stride)
    }
    func file(_ numbers: Int..., of file: Data? = nil) -> Data {
      numbers.reduce(header) { $0 + piece($1, of: file ?? sealed) }
    }
    #expect(file(0, 1, 2, 3) == sealed)
    #expect(try Self.open(file(0, 1, 2, 3), ring) == text)
    for wrong in [
      file(0, 1, 2), file(0, 1), file(0), file(1, 2, 3), file(0, 2, 1, 3), file(0, 1, 3),
      file(3), file(0, 1, 2, 3, 3), file(0, 0, 1, 2, 3), header,
      file(0, 1) + piece(2, of: other) + piece(3, of: sealed), file(0, 1, 2, 3, of: other),
      sealed.dropLast(), sealed + other.suffix(16),
      // An end at a border, made out of the last piece's tag alone.
      file(0, 1, 2) + sealed.suffix(16),
    ] {
      #expect(throws: SealError.self) { try Self.open(wrong, ring) }
    }
  }

  @Test("opens after the ring was rotated, and no longer once its version is withdrawn")
  func rotation() throws {
    var ring = try KeyRingTests.ring()
    let names = FileNames(ring)
    ring.rotate()
    #expect(FileNames(ring).name(of: "ab") == names.name(of: "ab"))
    #expect(try Self.open(Self.sealed, ring) == Self.text)
    let moved = try Self.seal(Self.text, ring)
    #expect(try SealedFile.read(header: moved).version == 2)
    ring.withdrawFormer()
    #expect(throws: SealError.noKey(version: 1)) { try Self.open(Self.sealed, ring) }
    #expect(try Self.open(moved, ring) == Self.text)
    #expect(throws: SealError.otherForm) {
      try SealedFile.read(header: SealerTests.sealed)
    }
  }

  /// What was written.
  private final class Output {
    var bytes = Data()
    func write(_ part: UnsafeRawBufferPointer) { bytes.append(contentsOf: part) }
  }
}
