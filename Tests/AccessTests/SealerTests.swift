import Access
import Foundation
import Testing

@Suite("A sealed value")
struct SealerTests {
  /// Sealed by another program from the written form.
  static func sealed(_ profile: SealProfile) -> Data {
    Data(hexadecimal: SealVectors(profile).sealed)
  }
  static let place = SealPlace(table: "psb_hukou_pop", row: 42)
  static let values = SealedValues([
    ("name", .text("王芳")), ("born_year", .integer(1987)),
  ])

  @Test(
    "opens where another program sealed it after the written form", arguments: SealProfile.allCases)
  func interchange(_ profile: SealProfile) throws {
    let sealed = Self.sealed(profile)
    let sealer = Sealer(try KeyRingTests.ring(profile), family: "personal")
    let opened = try SealedValues(sealer.open(sealed, at: Self.place))
    #expect(opened == Self.values)
    #expect(opened["name"] == .text("王芳"))
    #expect(opened["phone"] == nil)
    let index = BlindIndex(try KeyRingTests.ring(profile), table: "psb_hukou_pop", column: "name")
    #expect(
      index.entry(of: Data("王芳".utf8)) == Data(hexadecimal: SealVectors(profile).entry))
  }

  @Test(
    "differs each time, opens as it was, and is 34 bytes longer", arguments: SealProfile.allCases)
  func sealing(_ profile: SealProfile) throws {
    let sealer = Sealer(KeyRing(store: KeyRingTests.store, profile: profile), family: "personal")
    for length in [0, 1, 15, 16, 17, 4_096] {
      let text = Data((0..<length).map { UInt8($0 & 255) })
      let (one, other) = (
        try sealer.seal(text, at: Self.place), try sealer.seal(text, at: Self.place)
      )
      #expect(one != other)
      #expect(one.count == length + 34)
      #expect(SealedBlob.overhead == 34)
      #expect(try sealer.open(one, at: Self.place) == text)
      // A slice that does not begin at 0, as rows of SQLite may be.
      #expect(try sealer.open((Data([9]) + other).dropFirst(), at: Self.place) == text)
    }
  }

  @Test(
    "opens at no other place, for no other family, and with no bit changed",
    arguments: SealProfile.allCases)
  func binding(_ profile: SealProfile) throws {
    let sealed = Self.sealed(profile)
    let ring = try KeyRingTests.ring(profile)
    let sealer = Sealer(ring, family: "personal")
    for place in [
      SealPlace(table: "psb_hukou_pop", row: 43), SealPlace(table: "psb_hukou", row: 42),
      SealPlace(table: "psb_hukou_pop", key: "\0\0\0\0\0\0\0*"),
    ] {
      #expect(throws: SealError.changed) { try sealer.open(sealed, at: place) }
    }
    #expect(throws: SealError.changed) {
      try Sealer(ring, family: "secret").open(sealed, at: Self.place)
    }
    for bit in 0..<sealed.count * 8 {
      var changed = sealed
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: SealError.self) { try sealer.open(changed, at: Self.place) }
    }
    for length in 0..<sealed.count {
      #expect(throws: SealError.self) {
        try sealer.open(sealed.prefix(length), at: Self.place)
      }
    }
  }

  @Test(
    "opens after the ring was rotated, and no longer once its version is withdrawn",
    arguments: SealProfile.allCases, SealProfile.allCases)
  func rotation(_ profile: SealProfile, _ later: SealProfile) throws {
    var ring = try KeyRingTests.ring(profile)
    ring.rotate(profile: later)
    let sealer = Sealer(ring, family: "personal")
    #expect(try sealer.isFormer(Self.sealed(profile)))
    let text = try sealer.open(Self.sealed(profile), at: Self.place)
    let moved = try sealer.seal(text, at: Self.place)
    #expect(try SealedBlob(moved).version == 2)
    #expect(try SealedBlob(moved).profile == later)
    #expect(try !sealer.isFormer(moved))
    let former = Sealer(try KeyRingTests.ring(profile), family: "personal")
    #expect(throws: SealError.noKey(version: 2)) { try former.open(moved, at: Self.place) }
    ring.withdrawFormer()
    let last = Sealer(ring, family: "personal")
    #expect(throws: SealError.noKey(version: 1)) {
      try last.open(Self.sealed(profile), at: Self.place)
    }
    #expect(try last.open(moved, at: Self.place) == text)
  }

  @Test("values of all kinds come back, and cut ones are refused")
  func values() throws {
    let values = SealedValues([
      ("a", .none), ("b", .integer(.min)), ("c", .real(-0.0)), ("d", .text("")),
      ("名", .text("阿依古丽·买买提")), ("e", .bytes(Data([0, 255]))),
    ])
    let encoded = values.encoded
    #expect(try SealedValues(encoded) == values)
    for length in 0..<encoded.count {
      #expect(throws: SealError.otherForm) { try SealedValues(encoded.prefix(length)) }
    }
    #expect(throws: SealError.otherForm) { try SealedValues(encoded + [0]) }
  }

  @Test(
    "equal values meet in a column's index, and in no other column's",
    arguments: SealProfile.allCases)
  func index(_ profile: SealProfile) throws {
    var ring = try KeyRingTests.ring(profile)
    let id = Data("990101198703070023".utf8)
    let former = BlindIndex(ring, table: "a", column: "id").entry(of: id)
    ring.rotate()
    let index = BlindIndex(ring, table: "a", column: "id")
    #expect(index.entry(of: id) == index.entry(of: id))
    #expect(index.entry(of: id).count == 16)
    #expect(index.entry(of: id) != former)
    #expect(index.entries(of: id) == [index.entry(of: id), former])
    #expect(index.entry(of: id) != BlindIndex(ring, table: "b", column: "id").entry(of: id))
    #expect(index.entry(of: id) != BlindIndex(ring, table: "a", column: "no").entry(of: id))
    #expect(index.entry(of: id) != index.entry(of: Data("990101198703070024".utf8)))
  }
}
