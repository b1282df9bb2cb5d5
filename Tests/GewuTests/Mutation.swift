import Foundation
import TestSupport

/// Damages a copy of a file and of those that belong to it.
struct Mutation {
  /// The file; a Shapefile's companions lie beside it.
  let file: URL

  /// Writes the damaged copy into a folder, which is emptied first, and returns its path.
  func write(to folder: URL, _ generator: inout SeededGenerator) throws -> String {
    let files = FileManager.default
    try? files.removeItem(at: folder)
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let stem = file.deletingPathExtension().lastPathComponent
    let parts = try files.contentsOfDirectory(
      at: file.deletingLastPathComponent(), includingPropertiesForKeys: nil
    )
    .filter { $0.deletingPathExtension().lastPathComponent == stem }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let victim = generator.below(parts.count)
    for (index, part) in parts.enumerated() {
      let bytes = [UInt8](try Data(contentsOf: part))
      let content = index == victim ? Self.damaged(bytes, &generator) : bytes
      try Data(content).write(to: folder.appending(path: part.lastPathComponent))
    }
    return folder.appending(path: file.lastPathComponent).path
  }

  private static func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var bytes = bytes
    switch generator.below(5) {
    case 0:
      for _ in 0...generator.below(8) {
        bytes[generator.below(bytes.count)] ^= UInt8(1 << generator.below(8))
      }
    case 1: bytes.removeLast(generator.below(bytes.count))
    case 2: bytes = lines(bytes) { lines in lines.remove(at: generator.below(lines.count)) }
    case 3: bytes = lines(bytes) { lines in Self.swapFields(&lines, &generator) }
    default:
      let start = generator.below(bytes.count)
      bytes.removeSubrange(start..<min(bytes.count, start + 1 + generator.below(40)))
    }
    return bytes
  }

  /// Changes the lines of a text; of other files the pieces between two line feeds.
  private static func lines(
    _ bytes: [UInt8], _ change: (inout [[UInt8]]) -> Void
  ) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    change(&lines)
    return Array(lines.joined(separator: [0x0A]))
  }

  /// Swaps two columns in all lines behind the header, or in one.
  private static func swapFields(_ lines: inout [[UInt8]], _ generator: inout SeededGenerator) {
    let comma = UInt8(ascii: ",")
    let width = lines[0].split(separator: comma, omittingEmptySubsequences: false).count
    let (a, b) = (generator.below(width), generator.below(width))
    let only = generator.below(2) == 0 ? generator.below(lines.count) : nil
    for index in lines.indices.dropFirst() where only == nil || only == index {
      var fields = lines[index].split(separator: comma, omittingEmptySubsequences: false)
      guard fields.count > max(a, b) else { continue }
      fields.swapAt(a, b)
      lines[index] = Array(fields.joined(separator: [comma]))
    }
  }
}

extension SeededGenerator {
  /// A number below `count`, or 0.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }
}
