import Synchronization
import Time
import Warehouse

/// The indexes of all nets, in memory: an ``ActiveIndex`` for each net, and a few ``GridIndex`` values
/// of earlier generations.
final class IndexStore: Sendable {
  private struct State {
    var others: [String: ActiveIndex] = [:]
    var isFollowed = false
    /// Indexes of earlier generations, the one asked for last at the end.
    var past: [GridIndex] = []
    /// Indexes of posts of days that were asked for, the one asked for last at the end.
    var pastPosts: [PostIndex] = []
  }

  /// That of the base net.
  let base: ActiveIndex

  let store: Store
  let cache: IndexFiles
  private let state = Mutex(State())

  /// How many indexes of earlier generations are kept.
  private static let keptPast = 2
  /// How many indexes of posts of other days are kept.
  private static let keptPosts = 8

  init(store: Store) {
    self.store = store
    cache = IndexFiles(storePath: store.path, isReadOnly: store.isReadOnly)
    base = ActiveIndex(store: store, net: Net.base, cache: cache)
  }

  /// That of a net; nil where there is no such net.
  func holder(of net: String) throws -> ActiveIndex? {
    if net == Net.base { return base }
    if let known = state.withLock({ $0.others[net] }) { return known }
    guard try store.read({ try $0.nets() }).contains(where: { $0.name == net }) else { return nil }
    return state.withLock { state in
      if let known = state.others[net] { return known }
      let holder = ActiveIndex(store: store, net: net, cache: cache)
      holder.follow(state.isFollowed)
      state.others[net] = holder
      return holder
    }
  }

  /// Builds what is not the index of its net's active generation yet, of every net that has one.
  ///
  /// - Throws: as ``ActiveIndex/refreshed(keeps:)`` for the base net, when the others are done.
  func refresh() throws {
    let active = try store.read { try $0.presentGenerations() }
      .filter { $0.status == .active }
    for generation in active where generation.net != Net.base {
      try holder(of: generation.net)?.refreshed()
    }
    try base.refreshed()
  }

  /// Says whether somebody calls ``refresh()`` regularly.
  func follow(_ isFollowed: Bool) {
    let others = state.withLock { state in
      state.isFollowed = isFollowed
      return Array(state.others.values)
    }
    for holder in [base] + others { holder.follow(isFollowed) }
  }

  /// Posts or norms may have been written here: the next question asks the store for them, where nobody
  /// does so regularly.
  func expire() {
    let others = state.withLock { Array($0.others.values) }
    for holder in [base] + others { holder.expire() }
  }

  /// A generation of a net has been activated here, or is to be later: the active one answers when
  /// this returns, and its index is kept in a file.
  func activated(net: String) throws {
    guard try store.read({ try $0.answeringGeneration(net: net) }) != nil else { return }
    try holder(of: net)?.refreshed(keeps: true)
  }

  /// The index of a generation, of any net, kept for the next question; `active`, where it is that
  /// one's.
  func index(
    of generation: Generation, active: GridIndex?, session: StoreTransaction
  ) throws -> GridIndex {
    if let active, active.generation.id == generation.id { return active }
    let kept = state.withLock { state in
      state.past.first { $0.generation.id == generation.id }
    }
    let index =
      try kept ?? GridIndex(generation: generation, session: session, cache: cache)
    state.withLock { state in
      state.past.removeAll { $0.generation.id == generation.id }
      state.past = state.past.suffix(Self.keptPast - 1) + [index]
    }
    return index
  }

  /// The posts in the cells of an index on a day, kept for the next question; nil where the store knows of
  /// none.
  func posts(of index: GridIndex, on day: Day) throws -> PostIndex? {
    let kept = state.withLock { $0.pastPosts }
    let found = try store.read { session -> PostIndex? in
      for one in kept where try index.isEdition(one, on: day, session: session) { return one }
      return try index.posts(on: day, isWritten: false, session: session)
    }
    guard let found else { return nil }
    state.withLock { state in
      state.pastPosts.removeAll { $0 === found || $0.edition == found.edition }
      state.pastPosts = state.pastPosts.suffix(Self.keptPosts - 1) + [found]
    }
    return found
  }

  /// The index of a generation whatever its status, which is not kept.
  func read(_ generation: Generation, _ session: StoreTransaction) throws -> GridIndex {
    try GridIndex(generation: generation, session: session, cache: cache)
  }
}
