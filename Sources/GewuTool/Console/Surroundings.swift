import Glibc
import Words

/// What the system lets this process have: it is said at the start, in words, where that is not
/// enough, since libraries end the process where a thread or a page cannot be had.
enum Surroundings {
  /// The fewest files that must be open at once, and the least memory, in MiB.
  private static let (files, memory): (UInt, UInt) = (32, 384)

  /// Takes as many open files as the system allows, and checks the rest.
  ///
  /// - Throws: `ToolError` where there is less than the least.
  static func check() throws {
    var limit = rlimit()
    if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
      if limit.rlim_cur < limit.rlim_max {
        var higher = limit
        higher.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 1 << 16))
        if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &higher) == 0 { limit = higher }
      }
      guard limit.rlim_cur >= files else {
        throw ToolError(wording: Streams.fewFiles(limit.rlim_cur, least: files))
      }
    }
    if getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      limit.rlim_cur < memory << 20
    {
      throw ToolError(wording: Streams.littleMemory(limit.rlim_cur >> 20, least: memory))
    }
  }
}
