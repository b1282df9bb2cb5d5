package import Geometry

/// A row of a data set as subjects are assembled from it.
package struct SubjectRow: Sendable {
  /// Its number in the table.
  package internal(set) var id: Int64 = 0
  /// What it is known by in its data set: the values of its key; its number where nothing identifies it.
  package var key: ArraySlice<UInt8> { bytes[..<keyEnd] }
  /// The day on which it was loaded, `YYYY-MM-DD`.
  package internal(set) var loadedOn = ""
  /// Whether it is current.
  package internal(set) var isCurrent = true
  /// The code of its grid.
  package internal(set) var grid: String?
  /// Its point in the store's reference system, where places were asked for.
  package internal(set) var point: Coordinate?
  private var bytes: [UInt8] = []
  private var keyEnd = 0
  private var ends: [Int] = []

  /// The value of a field by its place among those asked for; empty for none.
  package func value(_ place: Int) -> ArraySlice<UInt8> {
    let start = place == 0 ? keyEnd : ends[place - 1]
    return bytes[start..<ends[place]]
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    keyEnd = 0
  }

  /// Adds a part of the key; all of them come before the values.
  mutating func append(keyPart: UnsafeBufferPointer<UInt8>) {
    if !bytes.isEmpty { bytes.append(0x1F) }
    bytes.append(contentsOf: keyPart)
    keyEnd = bytes.count
  }

  mutating func append(value: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: value)
    ends.append(bytes.count)
  }
}
