import Glibc

/// Strict conversion of a whole text to UTF-8 by the system's iconv, keeping the way back to the
/// original offsets.
///
/// The converted text lies in anonymous memory. A mark is kept for each 64 KiB of input, so that
/// the original offset of any converted character is found by converting one piece again.
final class EncodingConverter: Sendable {
  /// The converted text.
  ///
  /// Valid while this object lives.
  nonisolated(unsafe) let text: UnsafeRawBufferPointer
  private nonisolated(unsafe) let original: UnsafeRawBufferPointer
  private nonisolated(unsafe) let region: UnsafeMutableRawPointer
  private let regionSize: Int
  private let name: String
  private let marks: [Mark]

  private struct Mark {
    var converted: Int
    var original: Int
  }

  enum Failure: Error, Equatable {
    case unknownEncoding
    case outOfMemory
    case invalid(offset: Int)
  }

  private static let pieceSize = 64 * 1024

  /// Converts all of `original`, which must outlive this object.
  init(_ original: UnsafeRawBufferPointer, from encoding: TextEncoding) throws(Failure) {
    guard let descriptor = Self.open(encoding.name) else { throw .unknownEncoding }
    defer { iconv_close(descriptor) }
    // One byte of a legacy set becomes three in UTF-8 at most; pages not touched cost nothing.
    let size = original.count * 3 + 64
    guard
      let region = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      region != MAP_FAILED
    else { throw .outOfMemory }
    var marks: [Mark] = []
    var input = 0
    var output = 0
    while input < original.count {
      marks.append(Mark(converted: output, original: input))
      let piece = min(Self.pieceSize, original.count - input)
      let step = Self.convert(
        descriptor, from: original, at: input, count: piece,
        to: region + output, capacity: size - output)
      output += step.written
      let isCutAtEnd = step.code == EINVAL && input + step.read + 4 > original.count
      if step.code == EILSEQ || step.read == 0 || isCutAtEnd {
        munmap(region, size)
        throw .invalid(offset: input + step.read)
      }
      input += step.read
    }
    self.original = original
    self.region = region
    self.marks = marks
    regionSize = size
    name = encoding.name
    text = UnsafeRawBufferPointer(start: region, count: output)
  }

  deinit { munmap(region, regionSize) }

  /// The offset in the original of the character at `offset` of the converted text.
  func originalOffset(of offset: Int) -> Int {
    guard offset < text.count else { return original.count }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].converted <= offset { low = middle } else { high = middle }
    }
    let mark = marks[low]
    let wanted = offset - mark.converted
    guard wanted > 0, let descriptor = Self.open(name) else { return mark.original }
    defer { iconv_close(descriptor) }
    return withUnsafeTemporaryAllocation(byteCount: wanted, alignment: 1) { scratch in
      guard let base = scratch.baseAddress else { return mark.original }
      let step = Self.convert(
        descriptor, from: original, at: mark.original,
        count: min(Self.pieceSize, original.count - mark.original), to: base, capacity: wanted)
      return mark.original + step.read
    }
  }

  private static func open(_ name: String) -> iconv_t? {
    let descriptor = iconv_open("UTF-8", name.uppercased())
    return descriptor == iconv_t(bitPattern: -1) ? nil : descriptor
  }

  private static func convert(
    _ descriptor: iconv_t, from source: UnsafeRawBufferPointer, at offset: Int, count: Int,
    to target: UnsafeMutableRawPointer, capacity: Int
  ) -> (read: Int, written: Int, code: Int32) {
    guard let base = source.baseAddress else { return (0, 0, 0) }
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base + offset)
      .assumingMemoryBound(to: CChar.self)
    var output: UnsafeMutablePointer<CChar>? = target.assumingMemoryBound(to: CChar.self)
    var inputLeft = count
    var outputLeft = capacity
    errno = 0
    let result = iconv(descriptor, &input, &inputLeft, &output, &outputLeft)
    let code = result == -1 ? errno : 0
    return (count - inputLeft, capacity - outputLeft, code)
  }
}
