package import Foundation

/// The form of what is sealed: one byte that says the form (1), one for the profile, four for the version of
/// the key (big-endian), twelve of nonce, the text sealed, sixteen of tag.
package struct SealedBlob: Sendable {
  package static let form: UInt8 = 1
  static let headerLength = 6
  static let nonceLength = 12
  static let tagLength = 16
  /// How many bytes it is longer than what is sealed.
  package static let overhead = headerLength + nonceLength + tagLength

  package let profile: SealProfile
  package let version: UInt32
  let header: Data
  let nonce: Data
  let text: Data
  let tag: Data

  /// Takes the parts apart; nothing is opened.
  ///
  /// - Throws: `SealError.otherForm`.
  package init(_ bytes: Data) throws(SealError) {
    guard bytes.count >= Self.overhead, bytes.first == Self.form,
      let profile = SealProfile(rawValue: bytes[bytes.startIndex + 1])
    else { throw .otherForm }
    self.profile = profile
    header = bytes.prefix(Self.headerLength)
    version = header.dropFirst(2).reduce(0) { $0 << 8 | UInt32($1) }
    let rest = bytes.dropFirst(Self.headerLength)
    nonce = rest.prefix(Self.nonceLength)
    text = rest.dropFirst(Self.nonceLength).dropLast(Self.tagLength)
    tag = rest.suffix(Self.tagLength)
  }

  static func header(_ version: KeyVersion, form: UInt8 = Self.form) -> Data {
    var header = Data([form, version.profile.rawValue])
    withUnsafeBytes(of: version.number.bigEndian) { header.append(contentsOf: $0) }
    return header
  }
}

/// Why something sealed does not open.
///
/// None says what is in it.
package enum SealError: Error, Equatable {
  /// It is not of a form that this program makes.
  case otherForm
  /// The ring no longer has, or not yet has, the key of this version.
  case noKey(version: UInt32)
  /// It was changed, or sealed for another place or by another key.
  case changed
}
