/// The bytes of a stream that are not read yet, because what they begin may go on in the next piece.
///
/// A begun element that comes in small pieces is looked at again only when it has doubled, so that the
/// work grows with the bytes and not with their square.
package struct PendingText {
  private var bytes: [UInt8] = []
  /// How many bytes are needed before another look is worth while.
  private var enough = 0

  /// Up to this length another look costs nothing, and callers that send slowly are answered at once.
  private static let small = 4_096

  package init() {}

  /// How many there are.
  var count: Int { bytes.count }

  /// Whether they begin with others.
  func starts(with other: [UInt8]) -> Bool { bytes.starts(with: other) }

  mutating func removeFirst(_ count: Int) { bytes.removeFirst(count) }

  /// Adds a piece that is not to be looked at yet.
  mutating func append(_ piece: UnsafeRawBufferPointer) { bytes.append(contentsOf: piece) }

  /// Adds a piece, and has `read` look at all that is pending where that is worth while.
  ///
  /// - Parameter read: reads what is complete, and returns how many bytes that took.
  package mutating func take(
    _ piece: UnsafeRawBufferPointer, isLast: Bool,
    _ read: (UnsafeBufferPointer<UInt8>) throws -> Int
  ) rethrows {
    bytes.append(contentsOf: piece)
    guard isLast || bytes.count >= enough else { return }
    let used = try bytes.withUnsafeBufferPointer(read)
    bytes.removeFirst(used)
    enough = bytes.count < Self.small ? 0 : 2 * bytes.count
  }
}
