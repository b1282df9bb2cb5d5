/// Owns the memory of a locator and frees it with the last copy of it.
@usableFromInline
final class LocatorStorage: Sendable {
  let index: LocatorIndex

  init(_ index: LocatorIndex) {
    self.index = index
  }

  deinit {
    index.deallocate()
  }
}
