import Time
package import Warehouse

extension District {
  /// All generations of a net, the first one first.
  ///
  /// - Throws: `GewuError` where there is no such net.
  package func generations(net: String = Net.base) throws -> [Generation] {
    _ = try self.net(net)
    return try store.read { try $0.presentGenerations(net: net) }
  }

  /// The boundaries of a net's active generation: what is asked of one snapshot is answered from one
  /// generation, whatever is activated meanwhile.
  ///
  /// - Throws: `GewuError` where there is no such net; ``IndexFault`` where no generation of it is active.
  package func snapshot(net: String = Net.base) throws -> GridSnapshot {
    GridSnapshot(index: try activeIndex(net: net), store: store)
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

/// Generations as a list shows them.
package enum GenerationListing {
  package static let columns = [
    "generation", "status", "valid", "problems", "created", "activated", "retired",
  ]

  /// The values of one generation, empty where there is none.
  package static func row(of generation: Generation) -> [String] {
    [
      "\(generation.id)", generation.status.rawValue,
      generation.isValid.map { $0 ? "yes" : "no" } ?? "",
      generation.problemCount.map { "\($0)" } ?? "", generation.createdAt.text,
      generation.activatedAt?.text ?? generation.activatesAt.map { "(\($0))" } ?? "",
      generation.retiredAt?.text ?? "",
    ]
  }

  /// Whether a generation answers now or from a moment to come on.
  package static func state(of generation: Int64, among all: [Generation]) -> String {
    let moment = all.first { $0.id == generation }?.activatesAt
    return moment.map { "becomes active at \($0)" } ?? "is active"
  }
}
