import Grids

/// What the pointer `gewu_index *` of C points to: an index that is open.
final class IndexHandle: Sendable {
  let locator: Locator

  init(mapping path: String) throws(LocatorFileError) {
    locator = try Locator(mapping: path)
  }

  /// The pointer that C keeps; it owns the handle until ``close(_:)``.
  func opened() -> OpaquePointer {
    OpaquePointer(Unmanaged.passRetained(self).toOpaque())
  }

  /// Gives up what ``opened()`` handed out.
  static func close(_ pointer: OpaquePointer) {
    Unmanaged<IndexHandle>.fromOpaque(UnsafeRawPointer(pointer)).release()
  }

  /// The index behind a pointer, which C keeps open during the call.
  static func locator(_ pointer: OpaquePointer) -> Locator {
    Unmanaged<IndexHandle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue().locator
  }
}
