import Time
package import Warehouse

extension District {
  /// All generations of a net, the first one first.
  ///
  /// - Throws: ``NetFault`` where there is no such net.
  package func generations(net: String = Net.base) throws -> [Generation] {
    _ = try self.net(net)
    return try store.read { try $0.presentGenerations(net: net) }
  }

  /// The boundaries of a net's active generation: what is asked of one snapshot is answered from one
  /// generation, whatever is activated meanwhile.
  ///
  /// - Throws: ``NetFault`` where there is no such net; ``IndexFault`` where no generation of it is active.
  package func snapshot(net: String = Net.base) throws -> GridSnapshot {
    GridSnapshot(index: try activeIndex(net: net), store: store)
  }

  /// The boundaries of the generation of a net that was active at a date or moment; of the active one,
  /// where it is nil.
  ///
  /// - Throws: as ``snapshot(net:)``; ``IndexFault`` where no generation was active then.
  package func snapshot(net: String = Net.base, at date: String?) throws -> GridSnapshot {
    GridSnapshot(index: try index(at: date, net: net), store: store)
  }

  /// The boundaries of a generation, whatever its status and net; of a net's active one, where none is
  /// named.
  ///
  /// - Throws: as ``snapshot(net:)``; ``GenerationFault`` where there is no such generation.
  package func snapshot(net: String = Net.base, generation: Int64?) throws -> GridSnapshot {
    guard let generation else { return try snapshot(net: net) }
    return try store.read { session in
      guard let found = try session.generation(id: generation) else {
        throw Self.noGeneration(generation)
      }
      return GridSnapshot(index: try indexes.read(found, session), store: store)
    }
  }

  /// Notes in the store which generations have become active, and where another one of a net answers
  /// than before builds its index.
  ///
  /// Questions are answered from the old one meanwhile.
  ///
  /// - Throws: ``IndexFault`` where no generation of the base net is active; `StoreError`.
  package func activateDueGenerations() throws {
    try store.activateDueGenerations()
    try indexes.refresh()
  }

  /// Says that ``activateDueGenerations()`` is called regularly from now on, or is no more: then no
  /// question asks the store or waits for an index.
  package func followGenerations(_ isFollowed: Bool) {
    indexes.follow(isFollowed)
  }
}

extension District {
  /// Reads in one transaction, with the index of a generation: rows, cells and boundaries then belong
  /// together, whatever is activated meanwhile.
  ///
  /// - Parameter generation: of the net; the one that answers now, where it is nil.
  /// - Throws: ``NetFault`` where there is no such net; ``IndexFault`` where no generation of it is
  ///   active; ``GenerationFault`` where there is no such generation of it; what `body` throws.
  func readSnapshot<Answer>(
    net: String = Net.base, generation: Int64? = nil,
    _ body: (GridIndex, StoreTransaction) throws -> Answer
  ) throws -> Answer {
    let holder = try holder(of: net)
    // What is asked of an earlier generation needs no active one.
    let held: GridIndex? =
      if generation == nil { try holder.current() } else { try? holder.current() }
    return try store.read { session in
      guard let generation = try wanted(generation, of: net, session) else {
        guard let held else { throw IndexFault.nothingActive(net: net, store: store.path) }
        return try body(held, session)
      }
      let index =
        generation.status == .preparing
        ? try indexes.read(generation, session)
        : try indexes.index(of: generation, active: held, session: session)
      return try body(index, session)
    }
  }

  private func wanted(
    _ id: Int64?, of net: String, _ session: StoreTransaction
  ) throws -> Generation? {
    guard let id else { return try session.answeringGeneration(net: net) }
    let all = try session.presentGenerations()
    guard let found = all.first(where: { $0.id == id }) else { throw Self.noGeneration(id) }
    guard found.net == net else { throw GenerationFault.ofOtherNet(id, found.net, asked: net) }
    return found
  }
}
