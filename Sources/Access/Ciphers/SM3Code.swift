import Crypto
import Foundation

/// HMAC-SM3 and HKDF (RFC 5869) over it, for what is computed once.
///
/// Nobody asks where libcrypto has no SM3: a ring that takes it is not to be had there.
enum SM3Code {
  /// The 32 bytes of a value.
  static func code(of value: [UInt8], by key: SymmetricKey) -> [UInt8] {
    do {
      return try KeyedSM3(key).code(of: value)
    } catch {
      preconditionFailure("libcrypto gives no SM3: \(error)")
    }
  }

  /// A key out of a secret, without salt.
  ///
  /// - Parameter bytes: at most 255 times 32.
  static func deriveKey(_ secret: SymmetricKey, info: [UInt8], bytes: Int) -> SymmetricKey {
    let none = SymmetricKey(data: [UInt8](repeating: 0, count: KeyedSM3.length))
    let extracted = SymmetricKey(
      data: code(of: secret.withUnsafeBytes { Array($0) }, by: none))
    var (derived, last): ([UInt8], [UInt8]) = ([], [])
    var number: UInt8 = 0
    while derived.count < bytes {
      number += 1
      last = code(of: last + info + [number], by: extracted)
      derived += last
    }
    return SymmetricKey(data: derived.prefix(bytes))
  }
}
