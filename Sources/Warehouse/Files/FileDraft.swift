import Foundation

/// Why a file beside the store could not be written.
package enum OutputError: Error, Sendable, Equatable {
  /// The file or its folder does not permit it.
  case unwritable(path: String, SystemReason)
  /// No space is left, or none of the quota.
  case full(path: String)
  /// Something is there already, and is left as it is.
  case exists(path: String)
  /// The path is the store, or lies among its own files.
  case partOfStore(path: String, store: String)

  /// Names the failure that `errno` stands for.
  package init(path: String, code: Int32) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .full(path: path)
      case EEXIST, ENOTEMPTY: .exists(path: path)
      default: .unwritable(path: path, .system(code))
      }
  }
}

extension OutputError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unwritable(let path, let reason): "output.unwritable(\(path), \(reason))"
    case .full(let path): "output.full(\(path))"
    case .exists(let path): "output.exists(\(path))"
    case .partOfStore(let path, let store): "output.part_of_store(\(path), \(store))"
    }
  }
}

/// A file or folder in the making: it lies beside its place under another name until it is complete.
///
/// What is not published is removed with the last reference.
package final class FileDraft {
  /// What it is to be called.
  package let path: String
  /// Where to write it.
  package let temporary: String
  private var isPublished = false

  /// Begins a file, empty.
  ///
  /// - Parameter mode: its permissions, less those that the process masks.
  /// - Throws: `OutputError` where the folder does not permit it.
  package init(file path: String, mode: Int = 0o644) throws {
    self.path = path
    temporary = Self.name(beside: path)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(mode))
    guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    close(descriptor)
  }

  /// Begins a folder, empty.
  ///
  /// - Parameter temporary: where to write it; beside its place where it is nil.
  package init(folder path: String, at temporary: String? = nil) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.temporary = temporary ?? Self.name(beside: path)
    try? FileManager.default.removeItem(atPath: self.temporary)
    guard mkdir(self.temporary, 0o755) == 0 else { throw OutputError(path: path, code: errno) }
  }

  deinit {
    guard !isPublished else { return }
    for suffix in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: temporary + suffix)
    }
  }

  private static func name(beside path: String) -> String { "\(path).\(getpid()).draft" }

  /// Gives it its name once it is on the disk.
  ///
  /// - Parameter replaces: whether a file that is there already goes; a folder only takes the place
  ///   of an empty one.
  /// - Throws: `OutputError`; the draft is removed then.
  package func publish(replacing replaces: Bool = true) throws {
    try Self.sync(temporary, as: path)
    if replaces {
      guard rename(temporary, path) == 0 else { throw OutputError(path: path, code: errno) }
    } else {
      try renameToNothing()
    }
    isPublished = true
    let folder = URL(filePath: path).deletingLastPathComponent().path
    try Self.sync(folder, as: path)
  }

  /// A link never replaces anything; a file system without links is asked first.
  private func renameToNothing() throws {
    if link(temporary, path) == 0 {
      unlink(temporary)
      return
    }
    let code = errno
    var status = stat()
    guard code != EEXIST, lstat(path, &status) != 0 else {
      throw OutputError.exists(path: path)
    }
    guard rename(temporary, path) == 0 else { throw OutputError(path: path, code: errno) }
  }

  /// Brings a file, or the names in a folder, to the disk.
  static func sync(_ name: String, as path: String) throws {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw OutputError(path: path, code: errno) }
  }
}
