import Glibc

extension TableFormat {
  /// What the bytes of a file show it to be; its name has no say.
  ///
  /// Containers are told apart by what they contain: a ZIP archive by the names in it, an OLE 2
  /// container by its streams. What shows no mark at all is delimited text.
  ///
  /// - Parameter bytes: the whole file.
  package static func sniff(_ bytes: UnsafeRawBufferPointer) -> SniffedFormat {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return sniffZip(bytes) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return sniffContainer(bytes)
    }
    if bytes.starts(with: [0, 0, 0x27, 0x0A]) { return .table(.shapefile) }
    if bytes.starts(with: "SQLite format 3\0".utf8) { return .table(.geopackage) }
    if bytes.starts(with: "%PDF-".utf8) { return .pdf }
    if let format = ForeignFormat.sniff(binary: bytes) { return .foreign(format) }
    if isPicture(bytes) { return .picture }
    if archives.contains(where: { bytes.starts(with: $0) }) { return .archive }
    if bareWorkbooks.contains(where: { bytes.starts(with: $0) }) { return .table(.xls) }
    return sniffText(bytes)
  }

  /// PNG, JPEG, GIF, TIFF, BMP, WebP, and the family of MP4 and HEIC.
  private static func isPicture(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let beginnings: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0],
      [0x4D, 0x4D, 0, 0x2A],
    ]
    if beginnings.contains(where: { bytes.starts(with: $0) }) { return true }
    guard bytes.count >= 12 else { return false }
    let word = { (place: Int, text: String) in bytes[place..<place + 4].elementsEqual(text.utf8) }
    return word(4, "ftyp") || word(0, "RIFF")
      || bytes.starts(with: "BM".utf8) && bytes[6..<10].allSatisfy { $0 == 0 }
  }

  /// RAR, 7-Zip, gzip, and an empty ZIP archive.
  private static let archives: [[UInt8]] = [
    [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B, 0x08],
    [0x50, 0x4B, 0x05, 0x06],
  ]

  /// The first record of workbooks that need no container (BIFF 2, 3, 4, and 5 or 8 laid bare).
  private static let bareWorkbooks: [[UInt8]] = [
    [0x09, 0x00, 0x04, 0x00], [0x09, 0x02, 0x06, 0x00], [0x09, 0x04, 0x06, 0x00],
    [0x09, 0x08, 0x08, 0x00], [0x09, 0x08, 0x10, 0x00],
  ]

  /// Looks at the names near both ends of a ZIP archive, so that one that was cut short is known.
  private static func sniffZip(_ bytes: UnsafeRawBufferPointer) -> SniffedFormat {
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(64 << 10))
    let tail = UnsafeRawBufferPointer(rebasing: bytes.suffix(64 << 10))
    func names(_ text: String) -> Bool { contains(head, text) || contains(tail, text) }
    if contains(head, "mimetypeapplication/vnd.oasis.opendocument") { return .openDocument }
    if names("xl/workbook.bin") { return .binaryWorkbook }
    if names("word/document.xml") || names("ppt/presentation.xml") { return .otherOfficeFile }
    if names("[Content_Types].xml") || names("xl/") { return .table(.xlsx) }
    if names(".gdbtable") { return .foreign(.fileGeodatabase) }
    if names(".kml") { return .foreign(.kmz) }
    return names(".shp") || names(".SHP") ? .zippedShapefile : .archive
  }

  /// Looks for the streams of an OLE 2 container (MS-CFB 2.6): directory entries are 128 bytes
  /// each, with the name in UTF-16 and its length in bytes, terminator included, at 64.
  private static func sniffContainer(_ bytes: UnsafeRawBufferPointer) -> SniffedFormat {
    let encrypted = streamName("EncryptedPackage")
    let workbooks = [streamName("Workbook"), streamName("Book")]
    var hasWorkbook = false
    for offset in stride(from: 512, to: bytes.count - 127, by: 128) {
      let entry = bytes[offset..<offset + 66]
      guard bytes[offset] == 0x45 || bytes[offset] == 0x57 || bytes[offset] == 0x42 else {
        continue
      }
      if entry.elementsEqual(encrypted) { return .encryptedWorkbook }
      hasWorkbook = hasWorkbook || workbooks.contains { entry.elementsEqual($0) }
    }
    return hasWorkbook ? .table(.xls) : .otherOfficeFile
  }

  /// The first 66 bytes of the directory entry of a stream.
  private static func streamName(_ name: String) -> [UInt8] {
    var entry = [UInt8](repeating: 0, count: 66)
    for (index, letter) in name.utf8.enumerated() { entry[2 * index] = letter }
    entry[64] = UInt8(2 * name.utf8.count + 2)
    return entry
  }

  private static func sniffText(_ bytes: UnsafeRawBufferPointer) -> SniffedFormat {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    var head = Array(bytes.prefix(64 << 10))
    if isUTF16 { head = head.dropFirst(2).filter { $0 != 0 } }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x1E]
    let text = head.drop { blanks.contains($0) }
    guard let first = text.first else { return .table(.csv) }
    if let format = ForeignFormat.sniff(text: text) { return .foreign(format) }
    switch first {
    case UInt8(ascii: "{"):
      if has(text, "\"topology\""), has(text, "\"arcs\"") { return .foreign(.topoJSON) }
      return has(text, "\"type\"") ? .table(.geojson) : .json
    case UInt8(ascii: "["):
      let second = text.dropFirst().first { !blanks.contains($0) }
      return second == UInt8(ascii: "{") ? .json : .table(.csv)
    case UInt8(ascii: "<"): return sniffMarkup(text)
    default:
      let isMail = has(text.prefix(16), "mime-version:") && has(text, "text/html")
      return isMail ? .html : .table(.csv)
    }
  }

  private static func sniffMarkup(_ text: ArraySlice<UInt8>) -> SniffedFormat {
    if has(text, "urn:schemas-microsoft-com:office:spreadsheet"), has(text, "<workbook") {
      return .spreadsheetXML
    }
    let tags = ["<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<style", "<div"]
    if tags.contains(where: { has(text, $0) }) { return .html }
    return has(text.prefix(5), "<?xml") ? .xml : .table(.csv)
  }

  /// Whether the text contains the ASCII words, in capitals or not; `words` has none.
  private static func has(_ text: ArraySlice<UInt8>, _ words: String) -> Bool {
    let lower = text.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return lower.withUnsafeBytes { contains($0, words) }
  }

  private static func contains(_ bytes: UnsafeRawBufferPointer, _ words: String) -> Bool {
    guard let first = words.utf8.first else { return true }
    var at = 0
    while let base = bytes.baseAddress,
      let found = memchr(base + at, Int32(first), bytes.count - at)
    {
      at = base.distance(to: UnsafeRawPointer(found))
      if bytes[at...].starts(with: words.utf8) { return true }
      at += 1
    }
    return false
  }
}
