import Glibc

/// The shared strings of a workbook: one run of bytes and the places in it.
///
/// No object an entry: six million short strings take the size of their text and four bytes each.
final class XLSXStrings: Sendable {
  private nonisolated(unsafe) let text: UnsafeMutableBufferPointer<UInt8>
  private let ends: [UInt32]

  /// The most strings, and the most bytes of them, that are read: more than a sheet of a million
  /// rows with ten columns of text has, and what a bomb may take of memory.
  static let maximumCount = 1 << 24
  static let maximumBytes = 256 << 20

  /// No strings.
  init() {
    text = .init(start: nil, count: 0)
    ends = []
  }

  /// Reads the part of the shared strings.
  init(_ entry: ZipEntry, in archive: ZipArchive) throws {
    let handler = Handler(archive.file)
    try XMLReader(archive.open(entry), handler, file: archive.file).run()
    ends = handler.ends
    text = handler.bytes.take()
  }

  deinit { free(text.baseAddress) }

  var count: Int { ends.count }

  /// The bytes of a string, or nil where there is no such string; valid while this object lives.
  @inline(__always)
  func bytes(_ index: Int) -> UnsafeRawBufferPointer? {
    guard index >= 0, index < ends.count else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start..<Int(ends[index])])
  }

  private final class Handler: XMLHandler {
    var bytes = ByteBuffer(capacity: 1 << 16)
    var ends: [UInt32] = []
    private let file: FileBytes
    private var start = 0
    private var isText = false
    private var phonetic = 0

    init(_ file: FileBytes) { self.file = file }

    override func start(_ element: XMLElement) {
      if element.isNamed("t") {
        isText = phonetic == 0
      } else if element.isNamed("si") {
        start = bytes.count
      } else if element.isNamed("rPh") {
        phonetic += 1
      }
    }

    override func text(_ piece: UnsafeRawBufferPointer) {
      guard isText else { return }
      bytes.append(piece)
      if bytes.count > maximumBytes { refuse() }
    }

    override func end(_ name: UnsafePointer<CChar>) {
      isText = false
      if XMLElement.equal(name, "si") {
        finish()
      } else if XMLElement.equal(name, "rPh") {
        phonetic -= 1
      }
    }

    private func finish() {
      bytes.decodeEscapes(from: start)
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      if ends.count > maximumCount { refuse() }
    }

    private func refuse() {
      failure = TabularError(
        .unsupported, path: file.path,
        .archive(.tooManyStrings(limit: maximumCount, bytes: maximumBytes)))
    }
  }
}
