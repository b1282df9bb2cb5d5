import Glibc

/// Finds the merged cells of a sheet, which stand behind its rows.
///
/// The part is unpacked to its end and searched for their elements; all else in it is passed over. A
/// part of usual size is unpacked once and kept for whoever reads its rows; a large one twice.
struct XLSXMerges {
  private(set) var cells = MergedCells()
  /// The part, for whoever reads its rows.
  let content: ZipStream

  /// The largest part that is kept in memory, in bytes.
  private static let keptSize = 16 << 20

  private static let pieceSize = 256 << 10
  /// An element is not longer.
  private static let maximumElement = 1024
  private static let name = Array("mergeCell".utf8)

  /// Reads a sheet.
  init(_ entry: ZipEntry, in archive: ZipArchive) throws {
    if entry.size <= Self.keptSize {
      let kept = try archive.content(of: entry)
      content = ZipStream(archive.file, entry, content: kept)
      _ = kept.withUnsafeBytes { search($0) }
      return
    }
    content = try archive.open(entry)
    let stream = try archive.open(entry)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.maximumElement + Self.pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    // What is left of the piece before: an element that it may have cut in two.
    var kept = 0
    while true {
      let room = UnsafeMutableRawBufferPointer(rebasing: buffer[kept...])
      let count = try stream.read(into: room)
      let text = UnsafeRawBufferPointer(rebasing: buffer[..<(kept + count)])
      let end = search(text)
      guard count > 0 else { return }
      kept = min(text.count - end, Self.maximumElement)
      if let base = buffer.baseAddress { memmove(base, base + (text.count - kept), kept) }
    }
  }

  /// Takes the elements of a piece.
  ///
  /// - Returns: where one begins whose end is not in the piece, or might.
  private mutating func search(_ text: UnsafeRawBufferPointer) -> Int {
    guard let base = text.baseAddress else { return 0 }
    var at = 0
    // Of the letters of its name this one is the rarest in a sheet.
    let (letter, place) = (UInt8(ascii: "g"), 3)
    while let found = memchr(base + at, Int32(letter), text.count - at) {
      let start = base.distance(to: UnsafeRawPointer(found)) - place
      at = start + place + 1
      guard start >= 0, text[start...].starts(with: Self.name) else { continue }
      at = start + Self.name.count
      guard let close = memchr(base + at, Int32(UInt8(ascii: ">")), text.count - at) else {
        return start
      }
      let end = base.distance(to: UnsafeRawPointer(close))
      let attributes = UnsafeRawBufferPointer(rebasing: text[at..<end])
      // `mergeCells` is the list of them.
      if let first = attributes.first, first <= 0x20 {
        take(String(decoding: attributes.prefix(Self.maximumElement), as: UTF8.self))
      }
      at = end
    }
    return max(at, text.count - Self.name.count)
  }

  private mutating func take(_ attributes: String) {
    guard let name = attributes.range(ofText: "ref=") else { return }
    let reference = attributes[name...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    let corners = reference.split(separator: ":").map { CellReference($0) }
    guard corners.count == 2, corners[0].column >= 0, corners[0].row > 0,
      corners[0].column <= corners[1].column, corners[0].row <= corners[1].row
    else { return }
    cells.add(
      rows: corners[0].row...corners[1].row, columns: corners[0].column...corners[1].column)
  }
}

extension String {
  /// The place behind a text in this one; nil where it is not in it.
  fileprivate func range(ofText text: String) -> Index? {
    ranges(of: text).first?.upperBound
  }
}
