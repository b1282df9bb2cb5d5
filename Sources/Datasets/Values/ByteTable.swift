import Glibc

/// An unchanging map from texts, as bytes, to small numbers; looking up makes no string.
package final class ByteTable: Sendable {
  private struct Slot {
    var start: Int32
    var count: Int32
    var value: Int32
  }

  private let storage: [UInt8]
  private let slots: [Slot]
  private let mask: Int
  /// The number of bytes of the longest text: longer ones need not be looked up.
  let longest: Int

  /// Makes a table; of equal texts the first counts.
  package init(_ entries: some Sequence<(text: String, value: Int)>) {
    let entries = Array(entries)
    var size = 16
    while size < entries.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(start: 0, count: -1, value: 0), count: size)
    var storage: [UInt8] = []
    for entry in entries {
      let bytes = Array(entry.text.utf8)
      var index = bytes.withUnsafeBufferPointer { Self.hash($0) } & (size - 1)
      while slots[index].count >= 0, !Self.equal(slots[index], storage, bytes) {
        index = (index + 1) & (size - 1)
      }
      guard slots[index].count < 0 else { continue }
      slots[index] = Slot(
        start: Int32(storage.count), count: Int32(bytes.count), value: Int32(entry.value))
      storage += bytes
    }
    longest = entries.map(\.text.utf8.count).max() ?? 0
    self.slots = slots
    self.storage = storage
    mask = size - 1
  }

  /// The number of a text, or -1.
  package func value(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    slots.withUnsafeBufferPointer { slots in
      storage.withUnsafeBufferPointer { storage in
        var index = Self.hash(bytes) & mask
        while slots[index].count >= 0 {
          let slot = slots[index]
          if Int(slot.count) == bytes.count {
            guard let a = storage.baseAddress, let b = bytes.baseAddress, slot.count > 0 else {
              return Int(slot.value)
            }
            if memcmp(a + Int(slot.start), b, bytes.count) == 0 { return Int(slot.value) }
          }
          index = (index &+ 1) & mask
        }
        return -1
      }
    }
  }

  private static func equal(_ slot: Slot, _ storage: [UInt8], _ bytes: [UInt8]) -> Bool {
    Int(slot.count) == bytes.count
      && storage[Int(slot.start)..<Int(slot.start + slot.count)].elementsEqual(bytes)
  }

  /// FNV-1a: short texts, few of them, and not chosen by anyone hostile.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash >> 3 & 0x7fff_ffff_ffff)
  }
}
