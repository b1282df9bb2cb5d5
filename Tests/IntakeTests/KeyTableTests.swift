import Datasets
import TestSupport
import Testing

@testable import Intake

@Suite struct KeyTableTests {
  private func key(_ number: Int) -> ValueHash {
    withUnsafeBytes(of: number) { ValueHash($0) }
  }

  private func entry(_ number: Int, _ state: KeyTable.State) -> KeyTable.Entry {
    KeyTable.Entry(
      key: key(number), id: Int64(number), rowHash: UInt64(number), state: state)
  }

  private struct Known: Equatable {
    var id: Int64
    var rowHash: UInt64
    var state: KeyTable.State
  }

  /// Takes keys as an import does, by a table of `limit` entries and by a dictionary.
  private func compare(limit: Int, current: Int, steps: Int, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var table = KeyTable(expected: current, limit: limit, path: "")
    var oracle: [Int: Known] = [:]
    var rest = Array(0..<current).shuffled(using: &generator).makeIterator()
    try table.load(atMost: current) { rest.next().map { entry($0, .current) } }
    for number in 0..<current {
      oracle[number] = Known(id: Int64(number), rowHash: UInt64(number), state: .current)
    }
    for step in 0..<steps {
      let number = Int.random(in: 0..<(current + steps / 2), using: &generator)
      let found = try table.find(key(number))
      #expect((found >= 0) == (oracle[number] != nil))
      guard found >= 0 else {
        try table.add(entry(number, .inserted))
        oracle[number] = Known(id: Int64(number), rowHash: UInt64(number), state: .inserted)
        continue
      }
      let known = table.entries[found]
      #expect(
        Known(id: known.id, rowHash: known.rowHash, state: known.state) == oracle[number])
      let states: [KeyTable.State] = [.held, .unchanged, .updated]
      let state = states[step % 3]
      table.update(found) { ($0.state, $0.rowHash) = (state, UInt64(step)) }
      oracle[number]?.state = state
      oracle[number]?.rowHash = UInt64(step)
    }
    var left: Set<Int64> = []
    try table.forEachCurrent { left.insert($0.id) }
    #expect(left == Set(oracle.values.filter { $0.state == .current }.map(\.id)))
    #expect(table.currentCount == current)
  }

  @Test(arguments: [1, 2, 7, 64, 100, 1_000, 100_000])
  func `a table that keeps few keys in memory knows as much as one that keeps all`(
    limit: Int
  ) throws {
    for (seed, current) in [0, 1, 50, 130, 900].enumerated() {
      try compare(limit: limit, current: current, steps: 1_500, seed: UInt64(seed))
    }
  }

  @Test func `keys whose pages begin alike are found`() throws {
    // The halves that runs are sorted by are the same: only the whole key tells them apart.
    func twin(_ number: Int) -> KeyTable.Entry {
      var twin = entry(number, .inserted)
      twin.key.high &= 0xFFFF
      return twin
    }
    var table = KeyTable(expected: 0, limit: 300, path: "")
    for number in 0..<1_000 { try table.add(twin(number)) }
    for number in 0..<1_000 {
      let found = try table.find(twin(number).key)
      #expect(found >= 0 && table.entries[found].id == Int64(number))
    }
    #expect(try table.find(key(2_000)) == -1)
  }
}
