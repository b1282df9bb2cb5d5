import Grids

/// What the pointer `gewu_index *` of C points to: an index that is open.
final class GewuIndex: Sendable {
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
    Unmanaged<GewuIndex>.fromOpaque(UnsafeRawPointer(pointer)).release()
  }

  /// Asks the index behind a pointer, which C keeps open during the call.
  ///
  /// The handle is only lent, for counting its references would take about as long as a look-up.
  @inline(__always)
  static func ask<Answer>(
    _ pointer: OpaquePointer, _ question: (borrowing Locator) -> Answer
  ) -> Answer {
    Unmanaged<GewuIndex>.fromOpaque(UnsafeRawPointer(pointer))._withUnsafeGuaranteedRef {
      question($0.locator)
    }
  }
}
