import Glibc

/// The capacity of pipes that much goes through.
enum PipeSize {
  /// `F_SETPIPE_SZ` of Linux, which the C library names only to GNU programs.
  private static let setPipeSize: Int32 = 1031

  /// Lets a pipe hold 1 MiB instead of 64 KiB, so that the two programs wake each other less often.
  ///
  /// Does nothing where the descriptor is no pipe or the system does not allow it.
  static func enlarge(_ descriptor: Int32) {
    _ = fcntl(descriptor, setPipeSize, 1 << 20)
  }
}
