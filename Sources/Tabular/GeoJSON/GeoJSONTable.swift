/// A GeoJSON file as a table: its first row holds the names of the properties, each feature is a
/// row.
///
/// The file is walked twice and never held as objects: once when it is opened, to check it whole
/// and to find every property that any feature has, and once for the rows. Numbers keep the digits
/// of the file, nested values are JSON text, `null` and a missing property are empty. A feature's
/// `id` is the column `id`, unless there is a property of that name. A row's line is the physical
/// line on which its feature begins.
package final class GeoJSONTable: TableFile {
  /// The path it was opened by.
  package let path: String
  package let parts: [FileBytes]
  /// The encoding that was declared, else UTF-8.
  package let encodingName: String
  /// What the `crs` member names; WGS 84 where there is none (RFC 7946, section 4).
  package let crs: String?
  private let text: FileBytes
  private let survey: GeoJSONSurvey

  /// Takes over a file.
  ///
  /// - Parameter declared: an encoding other than UTF-8, for files that break the rule.
  /// - Throws: `TabularError` with the line and the byte of what is wrong.
  package init(file: FileBytes, declared: TextEncoding? = nil) throws {
    path = file.path
    parts = [file]
    encodingName = (declared ?? .utf8).name
    if let declared, declared != .utf8 {
      let converted = try Self.converted(
        Array(file.bytes), from: declared.name, file: file.path)
      text = FileBytes(path: file.path, copying: converted)
    } else {
      text = file
    }
    try Self.requireUTF8(text.bytes, file: file.path)
    survey = try GeoJSONSurvey(text)
    crs = survey.crs ?? "CRS84"
  }

  package var format: TableFormat { .geojson }

  /// Begins to read its features.
  ///
  /// - Throws: never; the protocol allows it.
  package func rows(_ dialect: TableDialect) throws -> any RowReader { GeoJSONRows(text, survey) }

  private static func converted(
    _ bytes: [UInt8], from encoding: String, file: String
  ) throws -> [UInt8] {
    let name = DBFEncoding.name(for: encoding)
    guard name != "UTF-8" else { return bytes }
    guard let converter = DBFText(name) else {
      throw TabularError(.encoding, path: file, .text(.noSuchEncoding(encoding)))
    }
    guard case .whole(let text) = converter.decode(bytes[...]) else {
      throw TabularError(.encoding, path: file, .geoJSON(.notInEncoding(name), at: nil))
    }
    return Array(text.utf8)
  }

  private static func requireUTF8(_ bytes: UnsafeRawBufferPointer, file: String) throws {
    if let offset = UTF8Validation.firstInvalidOffset(in: bytes) {
      let line = 1 + bytes[..<offset].count { $0 == 0x0A }
      throw TabularError(
        .encoding, path: file, .geoJSON(.notUTF8, at: TextPlace(line: line, byte: offset)))
    }
  }
}
