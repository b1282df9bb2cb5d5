#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes bytes to a file, a buffer at a time; the file appears when it is finished.
package final class FileWriter {
  /// What the file is to be called.
  package var path: String { draft.path }
  /// How many bytes the file has with what is still in the buffer.
  package private(set) var count = 0
  private let draft: FileDraft
  private let publishes: Bool
  private var isFinished = false
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 16

  /// Begins a file that takes the place of another one when it is finished.
  ///
  /// - Throws: `OutputError`.
  package convenience init(
    path: String, mode: FileMode = .own, sparing spared: SparedFiles
  ) throws(OutputError) {
    self.init(try FileDraft(file: path, mode: mode, sparing: spared), publishes: true)
  }

  /// Writes into a file in the making, which somebody else publishes.
  package convenience init(_ draft: FileDraft) { self.init(draft, publishes: false) }

  private init(_ draft: FileDraft, publishes: Bool) {
    self.draft = draft
    self.publishes = publishes
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Adds bytes at the end.
  package func write(_ bytes: some Collection<UInt8>) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    count += bytes.count
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Adds bytes at the end, without a copy where they are many.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    count += bytes.count
    if bytes.count >= Self.bufferSize {
      try flush()
      try put(bytes)
    } else {
      buffer.append(contentsOf: bytes)
      if buffer.count >= Self.bufferSize { try flush() }
    }
  }

  /// Puts bytes in the place of those at `offset`.
  package func overwrite(_ bytes: [UInt8], at offset: Int) throws(OutputError) {
    try flush()
    guard pwrite(draft.descriptor, bytes, bytes.count, off_t(offset)) == bytes.count else {
      throw OutputError(path: path, code: errno)
    }
  }

  /// Writes what is left and, where the file is this one's, gives it its name.
  ///
  /// - Parameter replaces: whether a file that is there already goes.
  package func finish(replacing replaces: Bool = true) throws(OutputError) {
    guard !isFinished else { return }
    isFinished = true
    try flush()
    if publishes { try draft.publish(replacing: replaces) }
  }

  private func flush() throws(OutputError) {
    let result = buffer.withUnsafeBytes { bytes in
      Result { () throws(OutputError) in try put(bytes) }
    }
    try result.get()
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var rest = bytes
    while !rest.isEmpty {
      // One call writes at most 2 GiB.
      let written = write(draft.descriptor, rest.baseAddress, min(rest.count, 1 << 30))
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw OutputError(path: path, code: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  private func write(_ file: Int32, _ start: UnsafeRawPointer?, _ length: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, start, length)
    #else
      Darwin.write(file, start, length)
    #endif
  }
}
