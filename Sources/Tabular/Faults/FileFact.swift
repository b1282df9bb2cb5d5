/// What is wrong with a file whatever is in it.
package enum FileFact: Hashable, Sendable {
  case missing
  case directory
  /// A pipe, a device, a socket.
  case notRegular
  case empty
  /// It became shorter while it was read.
  case cutShort
  /// The system refuses to read it, with its `errno`.
  case unreadable(code: Int32)
  /// The system refuses to write it, with its `errno`.
  case unwritable(code: Int32)
  /// A library refuses to write it, and says why.
  case refused(reason: String)
  case noMemoryToRead
  case noMemoryToWrite
}
