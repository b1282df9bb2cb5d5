import Geometry
import Synchronization
import Time
import Warehouse

/// The ``GridIndex`` of one net that answers now, and how a newer one takes its place: it is built
/// beside the old one, which goes on answering, and swapped whole.
final class ActiveIndex: Sendable {
  private struct State {
    var index: GridIndex?
    /// The posts in its cells; nil where the store knows of none.
    var posts: PostIndex?
    /// When the store was last asked for its active generation.
    var checked: Moment?
    /// Whether somebody asks the store regularly, so that questions need not.
    var isFollowed = false
    var locators: [CRSName: PointLocator] = [:]
  }

  private let store: Store
  private let net: String
  private let cache: IndexFiles
  private let state = Mutex(State())
  /// Held while the store is asked and an index is built, so that each is built once.
  private let building = Mutex(())

  /// How long an index answers before a question asks the store for a newer generation, where
  /// nobody else does.
  private static let freshness = Duration.seconds(1)

  /// For how many reference systems a locator is kept.
  private static let mostLocators = 64

  /// Holds the index of a net; built when it is first asked for.
  init(store: Store, net: String, cache: IndexFiles) {
    self.store = store
    self.net = net
    self.cache = cache
  }

  /// The index that answers now.
  ///
  /// Where nobody follows the generations, the store is asked at most once a second.
  ///
  /// - Throws: ``IndexFault`` where no generation is active.
  func current() throws -> GridIndex {
    if let index = state.withLock({ usable($0) }) { return index }
    return try refreshed()
  }

  /// A locator of the index that answers now, made once for each reference system.
  func locator(crs: CRSName, storeCRS: CRSName) throws -> PointLocator {
    let kept = state.withLock { state in
      usable(state).flatMap { _ in state.locators[crs] }
    }
    if let kept { return kept }
    let index = try current()
    let posts = state.withLock { $0.index === index ? $0.posts : nil }
    let locator = try PointLocator(index: index, posts: posts, from: crs, storeCRS: storeCRS)
    state.withLock {
      guard $0.index === index, $0.posts === posts else { return }
      // Callers of the service name systems as they like.
      if $0.locators.count >= Self.mostLocators { $0.locators = [:] }
      $0.locators[crs] = locator
    }
    return locator
  }

  /// The index of the generation that answers now, built where it is another one than before, and that of
  /// the posts of today, where lists of posts, norms or the day have changed; nothing is written to
  /// the store.
  ///
  /// - Parameter keeps: whether an index that had to be built is kept in a file, for who opens the
  ///   store next.
  /// - Throws: ``IndexFault`` where no generation is active; `StoreError`. The index that answered
  ///   before goes on answering then.
  @discardableResult
  func refreshed(keeps: Bool = false) throws -> GridIndex {
    try building.withLock { _ in
      // Others that find the answer old while this one is built take the old one.
      state.withLock { $0.checked = store.clock.now() }
      let (held, posts, isFollowed) = state.withLock { ($0.index, $0.posts, $0.isFollowed) }
      let (index, newPosts) = try store.read { session in
        guard let generation = try session.answeringGeneration(net: net) else {
          throw IndexFault.nothingActive(net: net, store: store.path)
        }
        let index =
          if let held, held.generation == generation {
            held
          } else {
            try GridIndex(
              generation: generation, session: session, cache: cache, keeps: keeps || isFollowed)
          }
        let today = store.zone.day(of: store.clock.now())
        return (
          index, try index.posts(on: today, held: posts, isWritten: true, session: session)
        )
      }
      state.withLock { state in
        guard state.index !== index || state.posts !== newPosts else { return }
        state.index = index
        state.posts = newPosts
        state.locators = [:]
      }
      return index
    }
  }

  /// Something was written here that answers may depend on: the next question asks the store.
  func expire() {
    state.withLock { $0.checked = nil }
  }

  /// Says whether somebody calls ``refreshed(keeps:)`` regularly.
  func follow(_ isFollowed: Bool) {
    state.withLock { $0.isFollowed = isFollowed }
  }

  private func usable(_ state: borrowing State) -> GridIndex? {
    guard let index = state.index else { return nil }
    if state.isFollowed { return index }
    guard let checked = state.checked else { return nil }
    // A clock that was put back says nothing of how long ago that was.
    let age = store.clock.now().since(checked)
    return age >= .zero && age < Self.freshness ? index : nil
  }
}
