import Crypto
import Foundation
import Testing

@testable import Access

/// What another program sealed was so by `cryptography` of Python, from the written form.
@Suite("A sealed file")
struct SealedFileTests {
  static let text = Data("no,name\n1,王芳\n".utf8)
  static let place = SealPlace(table: "archive", key: SealVectors(.aes256GCM).name)
  static func place(_ profile: SealProfile) -> SealPlace {
    SealPlace(table: "archive", key: SealVectors(profile).name)
  }
  static func sealed(_ profile: SealProfile) -> Data {
    Data(hexadecimal: SealVectors(profile).file)
  }
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

  @Test(
    "opens where another program sealed it, and is sealed as that program does",
    arguments: SealProfile.allCases)
  func interchange(_ profile: SealProfile) throws {
    let ring = try KeyRingTests.ring(profile)
    let digest = SHA256.hash(data: Self.text).map { String(format: "%02x", $0) }.joined()
    let (vectors, place) = (SealVectors(profile), Self.place(profile))
    #expect(FileNames(ring).name(of: digest) == vectors.name)
    #expect(try Self.open(Self.sealed(profile), ring, at: place) == Self.text)
    let salt = [UInt8](0..<16)
    #expect(try Self.seal(Self.text, ring, at: place, salt: salt) == Self.sealed(profile))
    let long = try Self.seal(Self.text(2 << 16 | 5), ring, at: place, salt: salt)
    #expect(
      SHA256.hash(data: long).map { String(format: "%02x", $0) }.joined()
        == vectors.longFile)
  }

  @Test(
    "comes back whatever its length and however it is handed on",
    arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000], SealProfile.allCases)
  func lengths(count: Int, _ profile: SealProfile) throws {
    let ring = KeyRing(store: KeyRingTests.store, profile: profile)
    let text = Self.text(count)
    for portion in [Int.max, 65_536, 65_537, 40_000, 1_000] {
      let sealed = try Self.seal(text, ring, portion: portion)
      #expect(sealed.count == SealedFile.length(sealing: count))
      #expect(try Self.open(sealed, ring) == text)
      #expect(try Self.seal(text, ring, portion: portion) != sealed)
    }
  }

  @Test(
    "opens under no other name, of no other store, and with no byte changed",
    arguments: SealProfile.allCases)
  func binding(_ profile: SealProfile) throws {
    let (sealed, place) = (Self.sealed(profile), Self.place(profile))
    let ring = try KeyRingTests.ring(profile)
    #expect(throws: SealError.changed) {
      try Self.open(sealed, ring, at: SealPlace(table: "archive", key: "hmac:0"))
    }
    #expect(throws: SealError.changed) {
      try Self.open(sealed, KeyRing(store: KeyRingTests.store, profile: profile), at: place)
    }
    for byte in sealed.indices {
      var changed = sealed
      changed[byte] ^= 1
      #expect(throws: SealError.self) { try Self.open(changed, ring, at: place) }
    }
    for length in 0..<sealed.count {
      #expect(throws: SealError.self) { try Self.open(sealed.prefix(length), ring, at: place) }
    }
    #expect(throws: SealError.self) { try Self.open(sealed + [0], ring, at: place) }
  }

  @Test(
    "does not open where pieces were left out, added, exchanged, or are of another file",
    arguments: SealProfile.allCases)
  func pieces(_ profile: SealProfile) throws {
    let ring = KeyRing(store: KeyRingTests.store, profile: profile)
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

  @Test(
    "opens after the ring was rotated, and no longer once its version is withdrawn",
    arguments: SealProfile.allCases, SealProfile.allCases)
  func rotation(_ profile: SealProfile, _ later: SealProfile) throws {
    var ring = try KeyRingTests.ring(profile)
    let names = FileNames(ring)
    ring.rotate(profile: later)
    #expect(FileNames(ring).name(of: "ab") == names.name(of: "ab"))
    #expect(try Self.open(Self.sealed(profile), ring, at: Self.place(profile)) == Self.text)
    let moved = try Self.seal(Self.text, ring)
    #expect(try SealedFile.read(header: moved).version == 2)
    ring.withdrawFormer()
    #expect(throws: SealError.noKey(version: 1)) {
      try Self.open(Self.sealed(profile), ring, at: Self.place(profile))
    }
    #expect(try Self.open(moved, ring) == Self.text)
    #expect(throws: SealError.otherForm) {
      try SealedFile.read(header: SealerTests.sealed(profile))
    }
  }

  /// What was written.
  private final class Output {
    var bytes = Data()
    func write(_ part: UnsafeRawBufferPointer) { bytes.append(contentsOf: part) }
  }
}
