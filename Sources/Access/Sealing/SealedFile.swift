package import Foundation

/// The form of a sealed file: a header, and pieces of which each is sealed by itself, so that a file of any size
/// is sealed and opened in one pass and in the memory of one piece.
///
/// The header is one byte that says the form (2), one for the profile, four for the version of the key, four for the
/// size of a piece (both big-endian) and sixteen of salt. A piece is its text sealed and sixteen bytes of tag; all
/// but the last have the size of a piece, and the last is empty only where the file is. The key is the file's own,
/// by its salt; the nonce of a piece is its number (eleven bytes, big-endian, from 0) and a byte that is 1 for the last and 0
/// for all others; header and place are authenticated with each. That is the STREAM construction (Hoang,
/// Reyhanitabar, Rogaway and Vizár, Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance, 2015):
/// a file that was cut, extended, or put together of pieces in another order or of other files does not open.
package struct SealedFile {
  package static let form: UInt8 = 2
  static let pieceSize = 1 << 16
  static let saltLength = 16
  static let tagLength = 16
  package static let headerLength = SealedBlob.headerLength + 4 + saltLength

  package let version: UInt32
  package let profile: SealProfile
  private let header: Data
  private let pieceSize: Int
  private let pieces: UnsafeRawBufferPointer

  /// Takes the header; nothing is opened.
  ///
  /// - Parameter bytes: the whole file, valid as long as this is used.
  /// - Throws: `SealError.otherForm`.
  package init(_ bytes: UnsafeRawBufferPointer) throws(SealError) {
    header = Data(bytes.prefix(Self.headerLength))
    (profile, version) = try Self.read(header: header)
    pieceSize = header.dropFirst(6).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= Self.headerLength + Self.tagLength, 1 << 12...1 << 20 ~= pieceSize else {
      throw .otherForm
    }
    pieces = UnsafeRawBufferPointer(rebasing: bytes[Self.headerLength...])
  }

  /// What the first bytes of a sealed file say.
  ///
  /// - Throws: `SealError.otherForm`.
  package static func read(
    header: Data
  ) throws(SealError) -> (profile: SealProfile, version: UInt32) {
    guard header.count >= headerLength, header.first == form,
      let profile = SealProfile(rawValue: header[header.startIndex + 1])
    else { throw .otherForm }
    return (profile, header.dropFirst(2).prefix(4).reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// How long a file is once it is sealed.
  package static func length(sealing count: Int) -> Int {
    headerLength + count + max(1, (count + pieceSize - 1) / pieceSize) * tagLength
  }

  /// Opens the pieces one after the other.
  ///
  /// Each is proved before it is handed on; that none is missing at the end is proved with the last. Whoever
  /// keeps what is handed on must not use it before this has returned.
  ///
  /// - Parameter body: is given what a piece says, and where the piece lies in the file.
  /// - Throws: `SealError`, or what `body` throws.
  package func open(
    _ ring: KeyRing, at place: SealPlace,
    _ body: (_ text: UnsafeRawBufferPointer, _ piece: Range<Int>) throws -> Void
  ) throws {
    guard let version = ring.version(version), version.profile == profile else {
      throw SealError.noKey(version: self.version)
    }
    let cipher = PieceCipher(version, header: header, place)
    let stride = pieceSize + Self.tagLength
    var start = 0
    var number: UInt64 = 0
    while start < pieces.count {
      let end = min(start + stride, pieces.count)
      let piece = UnsafeRawBufferPointer(rebasing: pieces[start..<end])
      guard piece.count > Self.tagLength || number == 0 else { throw SealError.changed }
      let text = try cipher.open(piece, number: number, isLast: end == pieces.count)
      try text.withUnsafeBytes {
        try body($0, Self.headerLength + start..<Self.headerLength + end)
      }
      (start, number) = (end, number + 1)
    }
  }
}

/// Seals a file while its bytes go by.
package struct FileSealing {
  private let cipher: PieceCipher
  private let write: (UnsafeRawBufferPointer) throws -> Void
  /// What is not sealed yet: a piece at most, since more must follow before it is known not to be the last.
  private var rest: [UInt8] = []
  private var number: UInt64 = 0

  /// Begins a file under the newest key of a ring, and writes its header.
  ///
  /// - Parameter write: takes the next bytes of the sealed file.
  package init(
    _ ring: KeyRing, at place: SealPlace, write: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var random = SystemRandomNumberGenerator()
    let salt = (0..<SealedFile.saltLength).map { _ in UInt8.random(in: 0...255, using: &random) }
    try self.init(ring, salt: salt, at: place, write: write)
  }

  /// - Parameter salt: never the same twice.
  init(
    _ ring: KeyRing, salt: [UInt8], at place: SealPlace,
    write: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var header = SealedBlob.header(ring.current, form: SealedFile.form)
    withUnsafeBytes(of: UInt32(SealedFile.pieceSize).bigEndian) { header.append(contentsOf: $0) }
    header.append(contentsOf: salt)
    cipher = PieceCipher(ring.current, header: header, place)
    self.write = write
    rest.reserveCapacity(SealedFile.pieceSize)
    try header.withUnsafeBytes { try write($0) }
  }

  /// Adds bytes at the end.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) throws {
    var bytes = bytes
    while !bytes.isEmpty {
      if rest.count == SealedFile.pieceSize { try sealRest(isLast: false) }
      if rest.isEmpty, bytes.count > SealedFile.pieceSize {
        // No copy where whole pieces come.
        try seal(UnsafeRawBufferPointer(rebasing: bytes[..<SealedFile.pieceSize]), isLast: false)
        bytes = UnsafeRawBufferPointer(rebasing: bytes[SealedFile.pieceSize...])
      } else {
        let count = min(bytes.count, SealedFile.pieceSize - rest.count)
        rest.append(contentsOf: bytes[..<count])
        bytes = UnsafeRawBufferPointer(rebasing: bytes[count...])
      }
    }
  }

  /// Seals the last piece; nothing may be added afterwards.
  package mutating func finish() throws { try sealRest(isLast: true) }

  private mutating func sealRest(isLast: Bool) throws {
    let piece = rest
    rest.removeAll(keepingCapacity: true)
    try piece.withUnsafeBytes { try seal($0, isLast: isLast) }
  }

  private mutating func seal(_ text: UnsafeRawBufferPointer, isLast: Bool) throws {
    try cipher.seal(text, number: number, isLast: isLast, write)
    number += 1
  }
}

/// Seals and opens the pieces of one file.
private struct PieceCipher {
  private let key: SealKey
  /// What is authenticated with each piece.
  private let binding: Data

  init(_ version: KeyVersion, header: Data, _ place: SealPlace) {
    let salt = header.suffix(SealedFile.saltLength).map { String(format: "%02x", $0) }.joined()
    key = version.sealKey(["archive", salt])
    binding = header + place.bytes
  }

  func seal(
    _ text: UnsafeRawBufferPointer, number: UInt64, isLast: Bool,
    _ write: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let box = try key.seal(text, nonce: Self.nonce(number, isLast), bound: binding)
    try box.text.withUnsafeBytes { try write($0) }
    try box.tag.withUnsafeBytes { try write($0) }
  }

  func open(_ piece: UnsafeRawBufferPointer, number: UInt64, isLast: Bool) throws -> Data {
    let length = piece.count - SealedFile.tagLength
    guard length >= 0 else { throw SealError.changed }
    do {
      return try key.open(
        UnsafeRawBufferPointer(rebasing: piece[..<length]),
        tag: UnsafeRawBufferPointer(rebasing: piece[length...]),
        nonce: Self.nonce(number, isLast), bound: binding)
    } catch {
      throw SealError.changed
    }
  }

  private static func nonce(_ number: UInt64, _ isLast: Bool) -> Data {
    var nonce = Data(count: 3)
    withUnsafeBytes(of: number.bigEndian) { nonce.append(contentsOf: $0) }
    nonce.append(isLast ? 1 : 0)
    return nonce
  }
}
