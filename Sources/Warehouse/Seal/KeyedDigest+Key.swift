import Access
import Datasets
import Foundation

extension KeyedDigest {
  /// What a row is known by where a part of its key is personal: the HMAC of the hash of the key.
  func key(_ hash: ValueHash) throws -> ValueHash {
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * Self.length) { bytes in
      let start = bytes.baseAddress.unsafelyUnwrapped
      hash.write(to: start)
      try write(
        of: UnsafeBufferPointer(start: start, count: Self.length), to: start + Self.length)
      return ValueHash(bytes: start + Self.length)
    }
  }

  /// The entry of a value in the index of its column.
  func entry(of value: [UInt8]) throws -> Data {
    var entry = Data(count: Self.length)
    try entry.withUnsafeMutableBytes { out in
      guard let start = out.bindMemory(to: UInt8.self).baseAddress else { return }
      try value.withUnsafeBufferPointer { try write(of: $0, to: start) }
    }
    return entry
  }
}
