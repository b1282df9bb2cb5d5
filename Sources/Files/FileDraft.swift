import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file or folder in the making: it lies beside its place under another name until it is complete
/// and on the disk.
///
/// Whatever a person finds afterwards is made here and nowhere else.
///
/// Links are not followed: neither at the place nor at the name beside it. What is not published is
/// removed with the last reference.
package final class FileDraft {
  /// What it is to be called.
  package let path: String
  /// Where to write it.
  package let temporary: String
  /// The file, open for writing; -1 for a folder.
  let descriptor: Int32
  private let spared: SparedFiles
  private var isPublished = false

  /// Begins a file, empty.
  ///
  /// - Parameters:
  ///   - mode: who may use it; its owner alone.
  ///   - spared: what it must not be or replace.
  /// - Throws: `OutputError` where the path is one of those or no place for a file, or the folder
  ///   does not permit it.
  package init(
    file path: String, mode: FileMode = .own, sparing spared: SparedFiles
  ) throws(OutputError) {
    self.path = path
    self.spared = spared
    try Self.check(path, spared)
    (temporary, descriptor) = try Self.make(beside: path) { name in
      open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode.bits))
    }
  }

  /// Begins a folder, empty.
  ///
  /// - Parameters:
  ///   - temporary: where to write it; beside its place where it is nil.
  ///   - spared: what it must not be or replace.
  package init(
    folder path: String, at temporary: String? = nil, sparing spared: SparedFiles
  ) throws(OutputError) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.spared = spared
    descriptor = -1
    try spared.refuse(path)
    if let temporary {
      guard mkdir(temporary, mode_t(FileMode.folder)) == 0 else {
        throw OutputError(path: path, code: errno)
      }
      self.temporary = temporary
    } else {
      (self.temporary, _) = try Self.make(beside: path) { name in
        mkdir(name, mode_t(FileMode.folder))
      }
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    guard !isPublished else { return }
    if descriptor < 0 { return Self.remove(folder: temporary) }
    for suffix in [""] + Self.journals { unlink(temporary + suffix) }
  }

  /// What SQLite may keep beside a database.
  private static let journals = ["-journal", "-wal", "-shm"]

  /// Refuses a place for a database where journals of another one lie: it would take them for its own.
  package func refuseJournals() throws(OutputError) {
    var status = stat()
    for suffix in Self.journals where lstat(path + suffix, &status) == 0 {
      throw .exists(path: path + suffix)
    }
  }

  /// Gives it its name once it is on the disk.
  ///
  /// - Parameter replaces: whether a file that is there already goes; a folder only takes the place
  ///   of an empty one.
  /// - Throws: `OutputError`; the draft is removed then.
  package func publish(replacing replaces: Bool = true) throws(OutputError) {
    if descriptor >= 0 {
      try Self.check(path, spared)
      guard fsync(descriptor) == 0 else { throw OutputError(path: path, code: errno) }
    } else {
      try spared.refuse(path)
      try Self.sync(temporary, as: path)
    }
    if replaces {
      guard rename(temporary, path) == 0 else { throw OutputError(path: path, code: errno) }
    } else {
      try renameToNothing()
    }
    isPublished = true
    try Self.sync(PathParts(path).folder, as: path)
  }

  /// A link never replaces anything; a file system without links is asked first.
  private func renameToNothing() throws(OutputError) {
    if link(temporary, path) == 0 {
      unlink(temporary)
      return
    }
    let code = errno
    var status = stat()
    guard code != EEXIST, lstat(path, &status) != 0 else { throw .exists(path: path) }
    guard rename(temporary, path) == 0 else { throw OutputError(path: path, code: errno) }
  }

  /// Brings a file, or the names in a folder, to the disk.
  package static func sync(_ name: String, as path: String) throws(OutputError) {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw OutputError(path: path, code: errno) }
  }

  /// Checks that a file may appear at a path.
  private static func check(_ path: String, _ spared: SparedFiles) throws(OutputError) {
    try spared.refuse(path)
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw OutputError(path: path, code: EISDIR)
    case let kind: throw .notAFile(path: path, isLink: kind == S_IFLNK)
    }
  }

  private static let counter = Atomic(0)

  /// Makes something under a name of its own beside a path: `<path>.<process>-<number>.draft`.
  private static func make(
    beside path: String, _ create: (String) -> Int32
  ) throws(OutputError) -> (name: String, result: Int32) {
    for _ in 0..<100 {
      let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
      let name = "\(path).\(getpid())-\(number).draft"
      let result = create(name)
      if result >= 0 { return (name, result) }
      // What a process of this number has left, or what somebody has put there, stays.
      guard errno == EEXIST else { break }
    }
    throw OutputError(path: path, code: errno)
  }

  /// Removes a folder with the files and folders in it; links in it are removed, not followed.
  private static func remove(folder: String) {
    guard let listing = opendir(folder) else { return }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let path = "\(folder)/\(name)"
      if unlink(path) != 0 { remove(folder: path) }
    }
    closedir(listing)
    rmdir(folder)
  }
}
