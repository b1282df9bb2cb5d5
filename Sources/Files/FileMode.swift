#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Who may use what the program writes: its owner and nobody else, whatever mask the process was
/// started with.
///
/// Whoever wants to share a file says so afterwards, with `chmod`.
package enum FileMode: Sendable {
  /// A file that its owner reads and writes.
  case own
  /// A file that its owner reads, and nobody changes any more.
  case kept

  /// The permissions of a file.
  package var bits: UInt32 {
    switch self {
    case .own: 0o600
    case .kept: 0o400
    }
  }

  /// The permissions of a folder.
  package static let folder: UInt32 = 0o700

  /// The permissions that others than the owner have: the group and everybody.
  package static let others: UInt32 = 0o077

  /// From now on, whatever this process makes is its owner's alone: also what libraries and programs
  /// that it starts make, which choose a mode of their own.
  package static func keepFromOthers() { umask(mode_t(others)) }

  /// Makes a folder; what is there already stays as it is.
  ///
  /// - Returns: 0, or an `errno`.
  package static func makeFolder(_ path: String) -> Int32 {
    mkdir(path, mode_t(folder)) == 0 || errno == EEXIST ? 0 : errno
  }

  /// Makes an empty file.
  ///
  /// - Returns: 0, or an `errno`: `EEXIST` where anything is there.
  package static func makeFile(_ path: String) -> Int32 {
    let descriptor = open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(own.bits))
    guard descriptor >= 0 else { return errno }
    close(descriptor)
    return 0
  }
}
