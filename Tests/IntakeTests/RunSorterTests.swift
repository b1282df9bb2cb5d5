import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite struct RunSorterTests {
  private struct Item: SortableRecord, Equatable {
    var sortKey: UInt64
    var order: Int
  }

  private func sorted(_ items: [Item], capacity: Int) throws -> [Item] {
    let sorter = RunSorter<Item>(beside: "", capacity: capacity)
    for item in items { try sorter.append(item) }
    let merge = try sorter.sorted()
    var result: [Item] = []
    while let item = try merge.next() { result.append(item) }
    return result
  }

  @Test(arguments: [0, 1, 2, 99, 100, 101, 5_000])
  func `runs of a hundred give the same order as sorting at once`(count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    for bits in [UInt64(3), 0xFFFF, 0xFF00_0000_00FF_0000, .max] {
      let items = (0..<count).map { Item(sortKey: generator.next() & bits, order: $0) }
      let expected = items.sorted { ($0.sortKey, $0.order) < ($1.sortKey, $1.order) }

      #expect(try sorted(items, capacity: 100) == expected)
      #expect(try sorted(items, capacity: 10_000) == expected)
    }
  }

  @Test func `a run longer than the part that is read at a time comes out whole`() throws {
    var generator = SeededGenerator(seed: 7)
    let items = (0..<20_000).map { Item(sortKey: generator.next() % 1_000, order: $0) }

    let expected = items.sorted { ($0.sortKey, $0.order) < ($1.sortKey, $1.order) }
    #expect(try sorted(items, capacity: 9_000) == expected)
  }

  @Test func `a folder that cannot be written is named`() {
    let sorter = RunSorter<Item>(beside: "/nowhere/store.sqlite", capacity: 1)
    #expect(throws: SpillFault(folder: "/nowhere", step: .made, cause: ENOENT)) {
      for order in 0..<2 { try sorter.append(Item(sortKey: 1, order: order)) }
    }
  }
}
