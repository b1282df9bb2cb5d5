import Glibc
import Tabular

/// Writes text to a file in an encoding, piece by piece.
final class TextSink {
  private let path: String
  private let descriptor: Int32
  private let converter: iconv_t?
  private var buffer: [UInt8] = []

  /// Opens a file, which is made anew.
  ///
  /// - Parameter encoding: a name that iconv knows; nil for UTF-8.
  /// - Throws: `TabularError` where the file cannot be made, `DemoError` where the encoding is unknown.
  init(path: String, encoding: String?, mark: [UInt8] = []) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DemoError.cannotWrite(path, errno) }
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
    close(descriptor)
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

  /// Writes what is outstanding.
  func flush() throws {
    var from = 0
    while from < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + from }, bytes.count - from)
      }
      guard written > 0 else { throw DemoError.cannotWrite(path, errno) }
      from += written
    }
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
          throw DemoError.cannotEncode(path)
        }
        count = room - outputLeft
      }
    }
    buffer += converted
  }
}
