import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory of a locator: a header and a few arrays in one piece, the same in memory as in a
/// cache file.
///
/// It is filled before it is handed out and only read ever after: this is why
/// `@unchecked Sendable` holds.
@usableFromInline
final class LocatorImage: @unchecked Sendable {
  /// The arrays, in their order.
  enum Section: Int, CaseIterable {
    /// Where each column of parts begins; doubles.
    case columnStart
    /// Where each row of parts begins; doubles.
    case rowStart
    /// The entry of each square, row by row; words.
    case entries
    /// What the squares answer that lie in no single cell; words.
    case blocks
    /// The positions of the edges; pairs of doubles.
    case vertices
    /// Cells beyond the first on a side of an edge, by edge; `LocatorIndex.ExtraCell`.
    case extra
    /// Where the code of each cell ends among the code bytes; words, none without codes.
    case codeEnds
    /// The codes of the cells in UTF-8.
    case codeBytes

    /// The size of an element in bytes.
    var stride: Int {
      switch self {
      case .columnStart, .rowStart: MemoryLayout<Double>.stride
      case .entries, .blocks, .codeEnds: MemoryLayout<UInt32>.stride
      case .vertices: MemoryLayout<Coordinate>.stride
      case .extra: MemoryLayout<LocatorIndex.ExtraCell>.stride
      case .codeBytes: 1
      }
    }
  }

  /// Where arrays begin: at a cache line.
  static let alignment = 64
  /// Where the memory begins.
  let base: UnsafeMutableRawPointer
  /// The size of the memory in bytes.
  let byteCount: Int

  /// Whether the memory is that of a file.
  let isMapped: Bool

  private var fields: UnsafeMutablePointer<LocatorFields>?

  /// Memory of the given size, yet to be filled.
  init(byteCount: Int) {
    let isLarge = byteCount >= 2 * HugePages.size
    self.byteCount = byteCount
    isMapped = false
    base = .allocate(
      byteCount: byteCount, alignment: isLarge ? HugePages.size : Self.alignment)
    HugePages.advise(UnsafeMutableRawBufferPointer(start: base, count: byteCount))
  }

  /// Takes over a mapping of a file, which is unmapped at the end.
  init(mapped base: UnsafeMutableRawPointer, byteCount: Int) {
    self.base = base
    self.byteCount = byteCount
    isMapped = true
  }

  /// What a look-up reads, gathered when the memory is filled or checked; it lives as long as this
  /// object.
  func gathered() -> UnsafePointer<LocatorFields> {
    let fields = fields ?? .allocate(capacity: 1)
    fields.initialize(to: LocatorFields(self))
    self.fields = fields
    return UnsafePointer(fields)
  }

  deinit {
    fields?.deallocate()
    if isMapped {
      munmap(base, byteCount)
    } else {
      base.deallocate()
    }
  }
}
