/// Why a file could not be read or written as the cache of a locator.
public struct LocatorFileError: Error, Hashable, Sendable {
  /// What was tried.
  public enum Operation: Hashable, Sendable {
    case read, map, write
  }

  /// What of a file says what cannot be.
  public enum Part: Hashable, Sendable {
    case header
    /// The table of the arrays.
    case arrays
    /// An array, by its name in the layout.
    case array(String)
    /// The checksum does not fit the rest.
    case checksum
  }

  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// The file is not there, or the system refuses it; `code` is its `errno`.
    case system(Operation, code: Int32)
    /// The file is something else.
    case notALocator
    /// The file comes from a machine that stores numbers the other way round.
    case byteOrder
    /// The file has a layout that this program does not know; it knows `known`.
    case version(UInt32, known: UInt32)
    /// The file is shorter or longer than it says.
    case size(UInt64, stated: UInt64)
    /// The file says what cannot be.
    case damaged(Part)
    /// The file was built from something else than was asked for.
    case otherContent
  }

  /// The path of the file.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }
}
