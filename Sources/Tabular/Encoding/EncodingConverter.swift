import Glibc

/// Strict conversion of a whole text to UTF-8 by the system's iconv, keeping the way back to the
/// original offsets.
///
/// What is read and what is written is given back behind itself, so that memory does not grow with
/// the file; see ``ConvertedText``. A mark is kept for each 64 KiB of input, so that the original
/// offset of any converted character is found by converting one piece again.
final class EncodingConverter: Sendable {
  /// The converted text.
  ///
  /// Valid while this object lives.
  var text: UnsafeRawBufferPointer { converted.bytes }
  private let converted: ConvertedText
  private let file: FileBytes
  private let prefix: Int
  private let name: String
  private let marks: [Mark]

  private struct Mark {
    var converted: Int
    var original: Int
  }

  private static let pieceSize = 64 * 1024

  /// Converts all of `file` behind a byte order mark of `prefix` bytes.
  init(_ file: FileBytes, skipping prefix: Int = 0, from encoding: TextEncoding)
    throws(ConversionFailure)
  {
    guard let descriptor = Self.open(encoding.name) else { throw .unknownEncoding }
    defer { iconv_close(descriptor) }
    let original = UnsafeRawBufferPointer(rebasing: file.bytes[prefix...])
    let target = try ConvertedTextWriter(originalCount: original.count)
    var marks: [Mark] = []
    var input = 0
    while input < original.count {
      marks.append(Mark(converted: target.count, original: input))
      let piece = min(Self.pieceSize, original.count - input)
      // One byte of a legacy set becomes three in UTF-8 at most.
      let room = try target.room(piece * 3 + 64)
      let step = Self.convert(
        descriptor, from: original, at: input, count: piece, to: room, capacity: piece * 3 + 64)
      target.count += step.written
      let isCutAtEnd = step.code == EINVAL && input + step.read + 4 > original.count
      if step.code == EILSEQ || step.read == 0 || isCutAtEnd {
        throw .invalid(offset: prefix + input + step.read)
      }
      input += step.read
      file.release((prefix + input - step.read)..<(prefix + input))
    }
    converted = try target.finish()
    self.file = file
    self.prefix = prefix
    self.marks = marks
    name = encoding.name
  }

  /// Gives memory back that holds converted text which has been read.
  func release(_ range: Range<Int>) { converted.release(range) }

  /// The offset in the file of the character at `offset` of the converted text.
  func originalOffset(of offset: Int) -> Int {
    guard offset < text.count else { return file.bytes.count }
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].converted <= offset { low = middle } else { high = middle }
    }
    let mark = marks[low]
    let wanted = offset - mark.converted
    guard wanted > 0, let descriptor = Self.open(name) else { return prefix + mark.original }
    defer { iconv_close(descriptor) }
    let original = UnsafeRawBufferPointer(rebasing: file.bytes[prefix...])
    return withUnsafeTemporaryAllocation(byteCount: wanted, alignment: 1) { scratch in
      guard let base = scratch.baseAddress else { return prefix + mark.original }
      let step = Self.convert(
        descriptor, from: original, at: mark.original,
        count: min(Self.pieceSize, original.count - mark.original), to: base, capacity: wanted)
      return prefix + mark.original + step.read
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
