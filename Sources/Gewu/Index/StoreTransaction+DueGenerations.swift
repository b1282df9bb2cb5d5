import Time
import Warehouse

/// A generation that was activated for a moment to come answers from that moment on, whether or not
/// anybody has noted it in the store by then: reading works that out, writing notes it.
extension StoreTransaction {
  /// The generations as they are now; see ``Warehouse/StoreTransaction/generations(net:)``.
  func presentGenerations(net: String? = nil) throws -> [Generation] {
    let now = now
    var all = try generations(net: net)
    for place in all.indices where all[place].status == .preparing {
      guard let since = all[place].activatesAt, since <= now else { continue }
      for other in all.indices where all[other].net == all[place].net {
        guard all[other].status == .active else { continue }
        all[other].status = .retired
        all[other].retiredAt = since
      }
      all[place].status = .active
      (all[place].activatedAt, all[place].activatesAt) = (since, nil)
    }
    return all
  }

  /// The generation of a net that answers now; nil where none does.
  func answeringGeneration(net: String = Net.base) throws -> Generation? {
    try presentGenerations(net: net).first { $0.status == .active }
  }

  /// Notes in the store which generations have become active, each at its moment.
  func activateDueGenerations() throws {
    for due in try dueGenerations(at: now) {
      guard let since = due.activatesAt else { continue }
      try activate(
        generation: due.id, isValid: due.isValid ?? false, problemCount: due.problemCount ?? 0,
        at: since)
    }
  }
}

extension Store {
  /// Notes in the store which generations have become active: the duty of who writes, and of the
  /// service's follower; no question does it.
  ///
  /// Another process that holds the writer's lock puts it off.
  func activateDueGenerations() throws {
    guard try !read({ try $0.dueGenerations(at: $0.now) }).isEmpty else { return }
    do {
      try withWriterLock { try write { try $0.activateDueGenerations() } }
    } catch StoreError.locked {
      return
    }
  }
}
