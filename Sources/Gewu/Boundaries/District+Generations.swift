import Time
package import Warehouse

extension District {
  /// All generations of a net, the first one first.
  ///
  /// - Throws: `GewuError` where there is no such net.
  package func generations(net: String = Net.base) throws -> [Generation] {
    try activateWhatIsDue()
    _ = try self.net(net)
    return try store.read { try $0.generations(net: net) }
  }

  /// The boundaries of a net's active generation: what is asked of one snapshot is answered from one
  /// generation, whatever is activated meanwhile.
  ///
  /// - Throws: `GewuError` where there is no such net, or no generation of it is active.
  package func snapshot(net: String = Net.base) throws -> GridSnapshot {
    GridSnapshot(index: try activeIndex(net: net), store: store)
  }

  /// Asks the store which generation of each net is active, and where it is another one builds its
  /// index.
  ///
  /// Questions are answered from the old one meanwhile.
  ///
  /// - Throws: `GewuError` where no generation of the base net is active; `StoreError`.
  package func refreshIndexes() throws {
    try indexes.refresh()
  }

  /// Says that ``refreshIndexes()`` is called regularly from now on, or is no more: then no
  /// question asks the store or waits for an index.
  package func followGenerations(_ isFollowed: Bool) {
    indexes.follow(isFollowed)
  }
}
