package import Files

extension Locator {
  /// Writes the index to a file that ``init(mapping:verifying:)`` reads in milliseconds.
  ///
  /// The file takes the place of another of that name only when it is whole and on disk. It can be
  /// read by the same version on machines of the same byte order, and should be made anew
  /// whenever boundaries change; it says nothing about where they came from.
  ///
  /// - Throws: ``LocatorFileError`` for the reason `system`.
  public func write(to path: String) throws(LocatorFileError) {
    do throws(OutputError) {
      try write(to: path, as: .none, sparing: .none)
    } catch {
      throw LocatorFileError(.system(.write, code: error.code), path: path)
    }
  }

  /// Writes the index to a file that is none of some others; see ``write(to:)``.
  ///
  /// - Parameter key: what it was built from, for ``init(reading:as:)``.
  package func write(
    to path: String, as key: LocatorKey, sparing spared: SparedFiles
  ) throws(OutputError) {
    try storage.write(to: path, as: key, sparing: spared)
  }

  /// Reads a file that ``write(to:as:sparing:)`` wrote with the same key, whole and checked; the file may
  /// be changed or cut off afterwards.
  package init(reading path: String, as key: LocatorKey) throws(LocatorFileError) {
    self.init(try LocatorImage(reading: path, as: key))
  }

  /// Whether the index came out of a file.
  package var isFromFile: Bool { storage.isFromFile }

  /// Whether this index is another one's image, byte for byte.
  package func isSame(as other: Locator) -> Bool {
    storage.byteCount == other.storage.byteCount
      && storage.checksum(as: .none) == other.storage.checksum(as: .none)
  }

  /// Maps a file that ``write(to:)`` wrote: nothing is copied, and several processes share it.
  ///
  /// The file must not be changed in place while it is mapped; `write(to:)` never does that.
  ///
  /// - Parameter verifying: whether to check the file against its checksum, which reads all of it (some
  ///   gigabytes a second). Leave it out only for files that nobody else can have changed: what
  ///   a damaged file answers is undefined.
  /// - Throws: ``LocatorFileError`` for a file that is not there, is something else, was cut off or
  ///   damaged, or comes from another version or byte order.
  public init(mapping path: String, verifying: Bool = true) throws(LocatorFileError) {
    self.init(try LocatorImage(mapping: path, verifying: verifying))
  }
}
