import Geometry
import Synchronization
import Time
import Warehouse

/// The ``AddressBook`` of the current version of the register, and how a newer one takes its place: it is made
/// beside the old one, which goes on answering, and swapped whole.
final class ActiveBook: Sendable {
  private struct State {
    var book: AddressBook?
    /// When the store was last asked for its version.
    var checked: Moment?
  }

  private let state = Mutex(State())
  /// Held while the store is asked and a book is made, so that each is made once.
  private let building = Mutex(())

  /// How long a book answers before a question asks the store for a newer version.
  private static let freshness = Duration.seconds(1)

  /// The book that answers now.
  ///
  /// - Parameters:
  ///   - version: the current version of the register.
  ///   - make: makes the book of a version.
  func current(
    at now: Moment, version: () throws -> RegisterVersion,
    _ make: (RegisterVersion) throws -> AddressBook
  ) throws -> AddressBook {
    if let book = state.withLock({ usable($0, now) }) { return book }
    return try building.withLock { _ in
      if let book = state.withLock({ usable($0, now) }) { return book }
      let held = state.withLock { $0.book }
      let version = try version()
      let book = try held.flatMap { $0.version == version.version ? $0 : nil } ?? make(version)
      state.withLock { $0 = State(book: book, checked: now) }
      return book
    }
  }

  /// Has the next question ask the store for its version.
  func outdate() { state.withLock { $0.checked = nil } }

  private func usable(_ state: borrowing State, _ now: Moment) -> AddressBook? {
    guard let book = state.book, let checked = state.checked else { return nil }
    // A clock that was put back says nothing of how long ago that was.
    let age = now.since(checked)
    return age >= .zero && age < Self.freshness ? book : nil
  }
}
