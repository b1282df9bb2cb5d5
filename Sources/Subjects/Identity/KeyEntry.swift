/// One key by which a row may meet others: a rule, the leg of its alternatives, and a hash of the
/// values that must be equal.
struct KeyEntry: Sendable {
  var hash: UInt64
  var row: UInt32
  var rule: UInt16
  var leg: UInt16
}

extension Array where Element == KeyEntry {
  /// Sorts by hash, entries of one hash in the order they came, in O(n).
  mutating func sortByHash() {
    guard count > 4096 else {
      let numbered = enumerated().sorted {
        ($0.element.hash, $0.offset) < ($1.element.hash, $1.offset)
      }
      self = numbered.map(\.element)
      return
    }
    var source = self
    var target = self
    for shift in stride(from: 0, to: 64, by: 16) {
      var starts = [Int](repeating: 0, count: 65_537)
      for entry in source { starts[Int((entry.hash >> UInt64(shift)) & 0xFFFF) + 1] += 1 }
      for digit in 1...65_536 { starts[digit] += starts[digit - 1] }
      for entry in source {
        let digit = Int((entry.hash >> UInt64(shift)) & 0xFFFF)
        target[starts[digit]] = entry
        starts[digit] += 1
      }
      swap(&source, &target)
    }
    self = source
  }

  /// Both lists, each sorted by hash, as one.
  static func merged(_ left: [KeyEntry], _ right: [KeyEntry]) -> [KeyEntry] {
    guard !left.isEmpty else { return right }
    guard !right.isEmpty else { return left }
    var merged: [KeyEntry] = []
    merged.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if right[second].hash < left[first].hash {
        merged.append(right[second])
        second += 1
      } else {
        merged.append(left[first])
        first += 1
      }
    }
    merged.append(contentsOf: left[first...])
    merged.append(contentsOf: right[second...])
    return merged
  }

  /// Calls `body` with each run of one hash, two entries at least.
  func forEachRun(_ body: (ArraySlice<KeyEntry>) -> Void) {
    var start = 0
    while start < count {
      let hash = self[start].hash
      var end = start + 1
      while end < count, self[end].hash == hash { end += 1 }
      if end > start + 1 { body(self[start..<end]) }
      start = end
    }
  }
}
