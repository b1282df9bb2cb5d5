/// Where XML comes from, piece by piece.
protocol XMLSource: AnyObject {
  /// What the part is called in messages.
  var part: String { get }
  /// Fills `target` as far as the content reaches.
  ///
  /// - Returns: how many bytes were written; 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int
}

extension ZipStream: XMLSource {
  var part: String { entry.name }
}

/// A whole file of XML.
final class XMLFileSource: XMLSource {
  private let file: FileBytes
  private var offset = 0

  init(_ file: FileBytes) { self.file = file }

  var part: String { file.path }

  func read(into target: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(target.count, file.bytes.count - offset)
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: file.bytes[offset..<offset + count]))
    offset += count
    return count
  }
}
