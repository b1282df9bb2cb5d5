#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be written.
package enum OutputError: Error, Sendable, Equatable {
  /// The file or its folder does not permit it.
  case unwritable(path: String, SystemReason)
  /// No space is left, or none of the quota.
  case full(path: String)
  /// Something is there already, and is left as it is.
  case exists(path: String)
  /// The path is a link, a device or a pipe, or leads to one: nothing that a file may replace.
  case notAFile(path: String, isLink: Bool)
  /// The path is the store, or lies among its own files.
  case partOfStore(path: String, store: String)
  /// The path is a file that the same work reads.
  case isInput(path: String)

  /// Names the failure that `errno` stands for.
  package init(path: String, code: Int32) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .full(path: path)
      case EEXIST, ENOTEMPTY: .exists(path: path)
      default: .unwritable(path: path, .system(code))
      }
  }

  /// The `errno` that comes next to it.
  package var code: Int32 {
    switch self {
    case .unwritable(_, .system(let code)): code
    case .unwritable(_, .sqlite), .unwritable(_, .said): EIO
    case .full: ENOSPC
    case .exists: EEXIST
    case .notAFile(_, let isLink): isLink ? ELOOP : EINVAL
    case .partOfStore, .isInput: EBUSY
    }
  }
}

extension OutputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unwritable(let path, let cause): "output.unwritable(\(path), \(cause))"
    case .full(let path): "output.full(\(path))"
    case .exists(let path): "output.exists(\(path))"
    case .notAFile(let path, let isLink): "output.not_a_file(\(path), link: \(isLink))"
    case .partOfStore(let path, let store): "output.part_of_store(\(path), \(store))"
    case .isInput(let path): "output.is_input(\(path))"
    }
  }
}
