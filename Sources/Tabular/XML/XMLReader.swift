import CExpat

/// Feeds a file of XML or an entry of a ZIP archive to expat, piece by piece, and its events to a handler.
///
/// Document type declarations are refused: no part of Office Open XML has one (ECMA-376 part 2,
/// 6.2.5), and entities could grow without bound. Parsing can pause between two elements, so that
/// the caller takes row by row.
final class XMLReader {
  private let stream: any XMLSource
  private let handler: XMLHandler
  private let parser: XML_Parser
  private let file: FileBytes
  private var ignored = 0
  private var isFinal = false
  private var isPaused = false
  /// How many bytes of the content have been fed.
  private(set) var bytesFed = 0

  private static let pieceSize = 64 << 10
  /// The longest tag, which expat keeps whole in memory.
  private static let maximumToken = 16 << 20

  init(_ stream: any XMLSource, _ handler: XMLHandler, file: FileBytes) throws {
    guard let parser = XML_ParserCreate(nil) else {
      throw TabularError(.unreadable, path: file.path, .file(.noMemoryToRead))
    }
    (self.stream, self.handler, self.parser, self.file) = (stream, handler, parser, file)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        XMLReader.of(data)._withUnsafeGuaranteedRef { $0.start(name, attributes) }
      },
      { data, name in XMLReader.of(data)._withUnsafeGuaranteedRef { $0.end(name) } })
    XML_SetCharacterDataHandler(
      parser,
      { data, bytes, count in
        XMLReader.of(data)._withUnsafeGuaranteedRef { $0.text(bytes, count) }
      })
    XML_SetStartDoctypeDeclHandler(
      parser, { data, _, _, _, _ in XMLReader.of(data)._withUnsafeGuaranteedRef { $0.refuse() } })
  }

  deinit { XML_ParserFree(parser) }

  /// Reads to the end.
  func run() throws {
    while try step() {}
  }

  /// Reads until the handler wants a pause.
  ///
  /// - Returns: false where the end was reached instead.
  func step() throws -> Bool {
    handler.wantsPause = false
    if isPaused {
      isPaused = false
      if try isStopped(by: XML_ResumeParser(parser)) { return true }
    }
    while !isFinal {
      guard let buffer = XML_GetBuffer(parser, Int32(Self.pieceSize)) else {
        throw fault(XML_GetErrorCode(parser))
      }
      let count = try stream.read(
        into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.pieceSize))
      bytesFed += count
      isFinal = count == 0
      if try isStopped(by: XML_ParseBuffer(parser, Int32(count), isFinal ? 1 : 0)) { return true }
      // What has not ended yet begins at the current index.
      guard bytesFed - XML_GetCurrentByteIndex(parser) < Self.maximumToken else {
        throw ZipDirectory.damaged(file, .hugeTag(part: stream.part))
      }
    }
    return false
  }

  /// Whether the parser paused.
  private func isStopped(by status: XML_Status) throws -> Bool {
    if let failure = handler.failure { throw failure }
    if status == XML_STATUS_SUSPENDED {
      isPaused = true
      return true
    }
    guard status == XML_STATUS_OK else { throw fault(XML_GetErrorCode(parser)) }
    return false
  }

  private func fault(_ code: XML_Error) -> TabularError {
    let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
    let line = Int(XML_GetCurrentLineNumber(parser))
    return ZipDirectory.damaged(
      file, .xml(part: stream.part, reason: reason, line: line))
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> Unmanaged<XMLReader> {
    guard let data else { preconditionFailure("expat called back without its reader") }
    return Unmanaged.fromOpaque(data)
  }

  private func start(
    _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name else { return }
    let element = XMLElement(name, attributes)
    if ignored > 0 || Self.isExtension(element.name) {
      ignored += 1
      return
    }
    handler.start(element)
    stopWhereWanted()
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name else { return }
    if ignored > 0 {
      ignored -= 1
      return
    }
    handler.end(XMLElement.local(name))
    stopWhereWanted()
  }

  private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    if ignored == 0 { handler.text(UnsafeRawBufferPointer(start: bytes, count: Int(count))) }
  }

  /// Whether an element holds what other programs may skip: extensions, whose elements have names
  /// of the standard (`x14:workbookPr`), and what is for those that do not know the first choice.
  @inline(__always)
  private static func isExtension(_ name: UnsafePointer<CChar>) -> Bool {
    switch UInt8(bitPattern: name[0]) {
    case UInt8(ascii: "e"): XMLElement.equal(name, "extLst")
    case UInt8(ascii: "F"): XMLElement.equal(name, "Fallback")
    default: false
    }
  }

  private func refuse() {
    handler.failure = TabularError(
      .unsupported, path: file.path, .archive(.documentType(part: stream.part)))
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  @inline(__always)
  private func stopWhereWanted() {
    if handler.failure != nil {
      XML_StopParser(parser, XML_Bool(XML_FALSE))
    } else if handler.wantsPause {
      XML_StopParser(parser, XML_Bool(XML_TRUE))
    }
  }
}
