import Glibc

/// A file that has no name, and is gone when its descriptor is closed or the process ends.
package enum NamelessFile {
  /// Where temporary files go: `TMPDIR`, `/tmp` otherwise.
  package static var temporaryFolder: String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return folder.isEmpty ? "/tmp" : folder
  }

  /// Makes one for reading and writing, which programs that this one starts do not inherit.
  ///
  /// - Returns: its descriptor, or -1 with `errno` where no file can be made in the folder.
  package static func open(in folder: String) -> Int32 {
    var template = Array("\(folder)/.gewu-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { name -> Int32 in
      guard let start = name.baseAddress else { return -1 }
      let descriptor = mkstemp(start)
      guard descriptor >= 0 else { return descriptor }
      unlink(start)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
  }
}
