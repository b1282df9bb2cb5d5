import Foundation

/// A long file in the temporary folder; it goes with the last reference to it.
final class LongFile {
  let path: String
  /// How many bytes lie in front of those at its end.
  let goodCount: Int

  /// Writes a line as often as it fits into `size` bytes, then some other bytes.
  init(repeating line: [UInt8], upTo size: Int, then end: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appending(path: "gewu-long-\(UUID().uuidString).csv")
    path = url.path
    let lines = size / line.count
    goodCount = lines * line.count
    let block = Data(repeatElement(line, count: 10_000).joined())
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    for _ in 0..<(lines / 10_000) { try handle.write(contentsOf: block) }
    try handle.write(contentsOf: block.prefix(lines % 10_000 * line.count))
    try handle.write(contentsOf: Data(end))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
