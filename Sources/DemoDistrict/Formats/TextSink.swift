import Files
import Glibc

/// Writes text to a file in an encoding, piece by piece.
final class TextSink {
  private let file: FileWriter
  private let converter: iconv_t?
  private var buffer: [UInt8] = []

  /// Opens a file, which is made anew.
  ///
  /// - Parameter encoding: a name that iconv knows; nil for UTF-8.
  /// - Throws: `OutputError` where the file cannot be made, `DemoError` where the encoding is unknown.
  init(path: String, encoding: String?, mark: [UInt8] = []) throws {
    file = try FileWriter(path: path, sparing: .none)
    if let encoding {
      let opened = iconv_open(encoding, "UTF-8")
      guard opened != iconv_t(bitPattern: -1) else {
        throw DemoError.unknownEncoding(path, encoding)
      }
      converter = opened
    } else {
      converter = nil
    }
    buffer = mark
  }

  deinit {
    if let converter { iconv_close(converter) }
  }

  /// Appends text given in UTF-8.
  func write(_ text: [UInt8]) throws {
    if let converter {
      try convert(text, converter)
    } else {
      buffer += text
    }
    if buffer.count > 1 << 18 { try flush() }
  }

  /// Writes what is outstanding, and gives the file its name.
  func finish() throws {
    try flush()
    try file.finish()
  }

  private func flush() throws {
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func convert(_ text: [UInt8], _ converter: iconv_t) throws {
    let room = text.count * 4 + 16
    let converted = try text.withUnsafeBytes { source in
      try [UInt8](unsafeUninitializedCapacity: room) { target, count in
        var input = source.baseAddress.map {
          UnsafeMutablePointer(mutating: $0.assumingMemoryBound(to: CChar.self))
        }
        var output = target.baseAddress.map {
          UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
        }
        var inputLeft = source.count
        var outputLeft = room
        guard iconv(converter, &input, &inputLeft, &output, &outputLeft) != -1 else {
          throw DemoError.cannotEncode(file.path)
        }
        count = room - outputLeft
      }
    }
    buffer += converted
  }
}
