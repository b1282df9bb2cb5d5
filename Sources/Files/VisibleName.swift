/// A name that is not UTF-8, as people see it, and as a shell takes it between `$'` and `'`:
/// `\xB2\xE2.csv`.
package enum VisibleName {
  /// A path or another text of the system with the bytes outside ASCII as two hexadecimal digits behind
  /// `\x`, in those parts between slashes that are not UTF-8; nil where all of it is.
  package static func escaped(_ text: UnsafePointer<CChar>) -> String? {
    guard String(validatingCString: text) == nil else { return nil }
    var bytes: [UInt8] = []
    var at = text
    while at.pointee != 0 {
      bytes.append(UInt8(bitPattern: at.pointee))
      at += 1
    }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(validating: $0, as: UTF8.self) ?? $0.map(shown).joined() }
      .joined(separator: "/")
  }

  private static func shown(_ byte: UInt8) -> String {
    guard byte >= 0x80 else { return String(UnicodeScalar(byte)) }
    return "\\x" + String(byte, radix: 16, uppercase: true)
  }
}
