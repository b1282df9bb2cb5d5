/// A fault of a whole file: why it cannot be read, where, and what to do.
///
/// Faults of single rows are not errors: they come out of the readers as values, because one bad
/// row must not stop the others.
package struct TabularError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The stable names of the faults.
  package enum Kind: String, Hashable, Sendable, Codable {
    /// There is no file of that name.
    case missing = "file-missing"
    /// The path names a directory.
    case directory = "file-is-directory"
    /// The file has no bytes, or nothing but a byte order mark.
    case empty = "file-empty"
    /// The file cannot be opened or read.
    case unreadable = "file-unreadable"
    /// The text holds a NUL byte, so it is not text.
    case nulByte = "nul-byte"
    /// The bytes are not valid in the encoding.
    case encoding = "encoding-invalid"
    /// The file is UTF-16 but not declared so, or in an order that nothing tells.
    case utf16 = "encoding-utf16"
    /// The encoding's name is not known here.
    case unknownEncoding = "encoding-unknown"
    /// The structure of the file contradicts its format.
    case malformed = "file-malformed"
    /// The file ends too early.
    case truncated = "file-truncated"
    /// The file is in none of the formats that are read.
    case unknownFormat = "format-unknown"
    /// The file holds something that is not read: another kind of geometry or field.
    case unsupported = "content-unsupported"
    /// There is no such layer, or several and none named.
    case layer = "layer-unclear"
    /// The file cannot be written.
    case unwritable = "file-unwritable"
  }

  /// What kind of fault it is.
  package let kind: Kind
  package let path: String
  /// The offset of the first byte at fault in the original file, where there is one.
  package let offset: Int?
  /// What is wrong, with its arguments; the sentence is `Words`' to make.
  package let fact: TabularFact

  /// Makes a fault of a file.
  package init(_ kind: Kind, path: String, offset: Int? = nil, _ fact: TabularFact) {
    self.kind = kind
    self.path = path
    self.offset = offset
    self.fact = fact
  }

  /// That a file or folder has a name that is not UTF-8; `path` shows its bytes.
  package static func name(shown path: String) -> TabularError {
    TabularError(.unreadable, path: path, .file(.name))
  }

  /// The fact and its arguments, for logs and debuggers.
  package var description: String { "\(path): \(kind.rawValue) \(fact.summary)" }
}

/// What is wrong with a file, by its format.
package enum TabularFact: Hashable, Sendable {
  case file(FileFact)
  case text(TextFact)
  case format(FormatFact)
  case json(JSONFact, at: TextPlace)
  case geoJSON(GeoJSONFact, at: TextPlace?)
  case shapefile(ShapefileFact)
  /// The table of attributes of a Shapefile.
  case dbf(DBFFact)
  case archive(ArchiveFact)
  case workbook(WorkbookFact)
  case geoPackage(GeoPackageFact)
  /// A file in a format that GDAL reads.
  case foreign(ForeignFact)
  /// A geometry that was to be written is damaged at this byte of its well-known binary.
  case geometry(byte: Int)

  /// The fact and its arguments in no language: `shapefile(type(31, record: 1))`.
  package var summary: String {
    "\(self)".replacing(#/Tabular\.(?:[A-Z]\w*\.)+/#, with: "")
  }
}

/// A place in a text.
package struct TextPlace: Hashable, Sendable {
  /// The physical line, from 1.
  package var line: Int
  /// The byte of the whole text, from 0.
  package var byte: Int

  package init(line: Int, byte: Int) { (self.line, self.byte) = (line, byte) }
}
