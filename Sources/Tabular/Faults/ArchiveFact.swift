/// What is wrong with the ZIP archive that a workbook is, or with the XML in it.
package enum ArchiveFact: Hashable, Sendable {
  /// What is wrong with the packed bytes of a part.
  package enum Content: Hashable, Sendable {
    case noDecoder
    case longer(announced: Int)
    case cutShort
    case damagedBytes
    case length(Int, announced: Int)
    case checksum
  }

  /// What is damaged.
  package enum Damage: Hashable, Sendable {
    case partPlace(String)
    case partCut(String)
    case largeEndRecord
    case list(offset: Int)
    case listCut
    case partSize
    case content(part: String, Content)
    case missingPart(String)
    case hugeTag(part: String)
    /// expat's reason, and the line.
    case xml(part: String, reason: String, line: Int)
    case sheetWithoutPart(String)
    case longCell(sheet: String, row: Int)
    /// A row with more bytes of text than are read.
    case longRow(sheet: String, row: Int, limit: Int)
    /// A row behind the last one that a sheet can have.
    case rowNumber(sheet: String, row: String)
    case rowOrder(sheet: String, row: String, after: Int)
    case cellPlace(sheet: String, row: Int, reference: String)
    /// A cell behind the last column that a sheet can have.
    case cellColumn(sheet: String, row: Int, reference: String)
    /// Two cells with a value at one place.
    case cellTwice(sheet: String, row: Int, reference: String)
  }

  case withoutEnd
  /// Files in an archive, of which only one can be a table; none where it is empty.
  case severalFiles([String])
  /// There is no room in the folder for what is in it, with the system's `errno`.
  case noRoom(folder: String, code: Int32)
  case tooManyParts(Int)
  case encryptedPart(String)
  case packingMethod(UInt16, part: String)
  /// A part that would unpack to far more than tables do.
  case bomb(part: String, packed: Int, size: Int)
  case documentType(part: String)
  /// More shared strings, in count or bytes, than are kept in memory.
  case tooManyStrings(limit: Int, bytes: Int)
  case damaged(Damage)
}
