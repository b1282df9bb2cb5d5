import Foundation

/// How much of a mapping this process holds in memory.
struct ResidentBytes {
  let count: Int

  /// Looks up the mapping that begins where `bytes` do in `/proc/self/smaps`.
  init(of bytes: UnsafeRawBufferPointer) throws {
    let start = String(UInt(bitPattern: bytes.baseAddress), radix: 16)
    let file = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/smaps"))
    defer { try? file.close() }
    let lines = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
      .split(separator: "\n")
    let mapping = lines.drop { !$0.hasPrefix(start + "-") }
    let line = mapping.first { $0.hasPrefix("Rss:") } ?? ""
    let kilobytes = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    count = (kilobytes ?? .max >> 10) << 10
  }
}
