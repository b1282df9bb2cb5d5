import Warehouse

extension GridFile {
  /// Where a file keeps the code, the name and the parent of a cell.
  struct Columns {
    private let code: Int
    private let name: Int?
    private let parent: Int?

    /// Finds the fields that a request names.
    ///
    /// - Throws: `GewuError` with the fields that there are.
    init(_ request: GridLoadRequest, fields: [String]) throws {
      func place(of field: String) throws -> Int {
        guard let index = fields.firstIndex(of: field) else {
          let known = fields.joined(separator: ", ")
          throw GewuError(
            .invalid,
            fields.isEmpty
              ? "\(request.file) has no cells with fields; export it again with its attributes"
              : "\(request.file) has no field «\(field)»; its fields are \(known)")
        }
        return index
      }
      code = try place(of: request.codeField)
      name = try request.nameField.map(place)
      parent = try request.parentField.map(place)
    }

    /// Whether a record has no code.
    func hasNoCode(_ values: [String?]) -> Bool {
      values[code]?.isEmpty ?? true
    }

    /// The cell of a record, without its boundary.
    func cell(_ values: [String?], place: String) throws -> GridRecord {
      func value(_ index: Int?) -> String? {
        guard let index, let text = values[index], !text.isEmpty else { return nil }
        return text
      }
      guard let code = value(code) else {
        throw GewuError(.invalid, "\(place) has no code; give every cell a code")
      }
      let parent = value(parent)
      return GridRecord(
        code: code, name: value(name), parentCode: parent,
        parentMethod: parent == nil ? nil : .field)
    }
  }
}
