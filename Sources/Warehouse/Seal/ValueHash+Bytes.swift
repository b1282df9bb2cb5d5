import Datasets
import Foundation

extension ValueHash {
  /// The sixteen bytes, the most significant first.
  var bytes: Data { withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) } }

  /// Writes the sixteen bytes, the most significant first.
  func write(to out: UnsafeMutablePointer<UInt8>) {
    let raw = UnsafeMutableRawPointer(out)
    raw.storeBytes(of: high.bigEndian, as: UInt64.self)
    raw.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
  }

  /// Reads sixteen bytes, the most significant first.
  init(bytes: UnsafePointer<UInt8>) {
    let raw = UnsafeRawPointer(bytes)
    self.init(
      high: UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}
