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
  /// Where arrays begin: at a cache line.
  static let alignment = 64
  /// Where the memory begins.
  let base: UnsafeMutableRawPointer
  /// The size of the memory in bytes.
  let byteCount: Int

  /// Whether the memory is that of a file.
  let isMapped: Bool
  /// Whether the memory was filled from a file, or is that of one.
  var isFromFile = false

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
    fields.initialize(to: read())
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

extension LocatorImage {
  /// Where an array lies, and how many elements it has.
  struct Extent: BitwiseCopyable {
    var offset: UInt64 = 0
    var count: UInt64 = 0
  }

  var header: LocatorHeader {
    get { base.load(as: LocatorHeader.self) }
    set { base.storeBytes(of: newValue, as: LocatorHeader.self) }
  }

  func extent(of section: LocatorHeader.Section) -> Extent {
    base.load(fromByteOffset: Self.place(of: section), as: Extent.self)
  }

  func count(of section: LocatorHeader.Section) -> Int { Int(extent(of: section).count) }

  func pointer<Element>(to section: LocatorHeader.Section) -> UnsafePointer<Element> {
    let offset = Int(extent(of: section).offset)
    return UnsafeRawPointer(base + offset).assumingMemoryBound(to: Element.self)
  }

  private static func place(of section: LocatorHeader.Section) -> Int {
    LocatorHeader.byteCount / 2 + section.rawValue * MemoryLayout<Extent>.stride
  }

  /// Memory with a header, and room for arrays of the given sizes, which must all be filled.
  convenience init(header: LocatorHeader, counts: [LocatorHeader.Section: Int]) {
    var extents: [(LocatorHeader.Section, Extent)] = []
    var end = LocatorHeader.byteCount
    for section in LocatorHeader.Section.allCases {
      let count = counts[section] ?? 0
      extents.append((section, Extent(offset: UInt64(end), count: UInt64(count))))
      end += (count * section.stride + Self.alignment - 1) / Self.alignment * Self.alignment
    }
    self.init(byteCount: end)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: LocatorHeader.byteCount)
    self.header = header
    self.header.byteCount = UInt64(end)
    for (section, extent) in extents {
      base.storeBytes(of: extent, toByteOffset: Self.place(of: section), as: Extent.self)
    }
  }

  /// Copies elements to the place of an array, which must be as long.
  func fill<Element: BitwiseCopyable>(
    _ section: LocatorHeader.Section, with elements: ContiguousArray<Element>
  ) {
    let extent = extent(of: section)
    precondition(
      Int(extent.count) == elements.count && MemoryLayout<Element>.stride == section.stride)
    elements.withUnsafeBytes {
      guard let source = $0.baseAddress else { return }
      (base + Int(extent.offset)).copyMemory(from: source, byteCount: $0.count)
    }
    clearGap(after: section)
  }

  /// What lies between two arrays is zero, so that equal coverages have equal images.
  func clearGap(after section: LocatorHeader.Section) {
    let extent = extent(of: section)
    let byteCount = Int(extent.count) * section.stride
    let gap = (Self.alignment - byteCount % Self.alignment) % Self.alignment
    (base + Int(extent.offset) + byteCount)
      .initializeMemory(as: UInt8.self, repeating: 0, count: gap)
  }

  /// Where an array lies that is yet to be filled.
  func start<Element: BitwiseCopyable>(
    of section: LocatorHeader.Section
  ) -> UnsafeMutablePointer<Element> {
    (base + Int(extent(of: section).offset)).assumingMemoryBound(to: Element.self)
  }

  /// What a look-up reads of memory that has been filled or checked.
  private func read() -> LocatorFields {
    let header = self.header
    let fineness = Int32(SquareLattice.fineness)
    return LocatorFields(
      box: header.box, scaleX: header.scaleX, scaleY: header.scaleY,
      lastColumn: Int32(header.columns) * fineness - 1,
      lastRow: Int32(header.rows) * fineness - 1,
      columns: Int(header.columns), rows: Int(header.rows),
      greatestCode: UInt32(header.cellCount), entries: pointer(to: .entries),
      blocks: pointer(to: .blocks), vertices: pointer(to: .vertices),
      columnStart: pointer(to: .columnStart), rowStart: pointer(to: .rowStart),
      extra: UnsafeBufferPointer(start: pointer(to: .extra), count: count(of: .extra)))
  }

  /// An image without edges.
  convenience init(withoutEdges cellCount: Int, codes: [String]) {
    let names = Self.joined(codes)
    self.init(
      header: LocatorHeader(cellCount: UInt64(cellCount)),
      counts: [.codeEnds: names.ends.count, .codeBytes: names.bytes.count])
    fill(.codeEnds, with: names.ends)
    fill(.codeBytes, with: names.bytes)
  }

  static func joined(
    _ codes: [String]
  ) -> (ends: ContiguousArray<UInt32>, bytes: ContiguousArray<UInt8>) {
    var ends: ContiguousArray<UInt32> = []
    var bytes: ContiguousArray<UInt8> = []
    for code in codes {
      bytes.append(contentsOf: code.utf8)
      ends.append(UInt32(bytes.count))
    }
    return (ends, bytes)
  }

  /// The code of a cell; nil where there are no codes or there is no such cell.
  func code(of cell: Int) -> UnsafeBufferPointer<UInt8>? {
    guard cell >= 0, cell < count(of: .codeEnds) else { return nil }
    let ends: UnsafePointer<UInt32> = pointer(to: .codeEnds)
    let bytes: UnsafePointer<UInt8> = pointer(to: .codeBytes)
    let start = cell == 0 ? 0 : Int(ends[cell - 1])
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[cell]) - start)
  }
}
