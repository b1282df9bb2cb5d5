import Datasets
import Tabular
import Warehouse

extension GridFile {
  /// Where a file keeps the code, the name and the parent of a cell.
  struct Columns {
    /// The place of the code among the kept values.
    let code: Int
    private let name: Int?
    private let parent: Int?

    /// What fields of boundaries are usually called; a line with none of these may be anything.
    private static let usualFields: Set<String> = [
      "id", "fid", "objectid", "gid", "code", "name", "parent", "level", "type", "area", "length",
      "编码", "编号", "代码", "名称", "上级", "所属", "网格", "社区", "街道", "面积", "备注",
    ]

    /// Finds the fields that a request names.
    ///
    /// - Parameter kept: the places of the fields whose values records have.
    /// - Throws: `GridFileFault` with the fields that there are.
    init(_ request: GridLoadRequest, fields: [String], kept: [Int]) throws {
      func place(of field: String) throws -> Int {
        guard let index = kept.firstIndex(where: { fields[$0] == field }) else {
          let wanted = [request.codeField, request.nameField, request.parentField]
          let known = Self.usualFields.union(wanted.compactMap(\.self))
          throw GridFileFault.noField(
            field, file: request.file, known: SeenHeadings(fields, known: known, expected: 1))
        }
        return index
      }
      code = try place(of: request.codeField)
      name = try request.nameField.map(place)
      parent = try request.parentField.map(place)
    }

    /// Whether a record has no code.
    func hasNoCode(_ values: [String?]) -> Bool {
      GridCodeText.trimmed(values[code]) == nil
    }

    /// The cell of a record, without its boundary.
    ///
    /// - Parameter kinds: what the file says that each value is; all are text where it says nothing.
    func cell(
      _ values: [String?], _ kinds: [TableField.Kind] = [], place: GridFileFault.Place
    ) throws -> GridRecord {
      func codeText(_ index: Int?) throws -> String? {
        guard let index, let text = GridCodeText.trimmed(values[index]) else { return nil }
        guard let code = GridCodeText.code(text, kinds.isEmpty ? .text : kinds[index]) else {
          throw GridFileFault.notACode(place)
        }
        return code
      }
      guard let code = try codeText(code) else { throw GridFileFault.noCode(place) }
      let parent = try codeText(parent)
      let name = name.flatMap { values[$0] }
      return GridRecord(
        code: code, name: name?.isEmpty ?? true ? nil : name, parentCode: parent,
        parentMethod: parent == nil ? nil : .field)
    }
  }
}

/// The text of a code in a file, whatever type a program gave it.
enum GridCodeText {
  /// A value without blanks around it, which nobody sees and no look-up has; nil where nothing is
  /// left.
  static func trimmed(_ value: String?) -> String? {
    guard let value else { return nil }
    let blanks: Set<Character> = ["\u{FEFF}", "\u{200B}", "\0"]
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace || blanks.contains(character)
    }
    guard let first = value.firstIndex(where: { !isBlank($0) }),
      let last = value.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return String(value[first...last])
  }

  /// The code that a value is: a text as it is, a number by its digits where it has all of them
  /// (`110105001001001.0`, `1.10105001001001e14`, but not `1.1e14`, whose digits are rounded away);
  /// nil for what is no code: a truth value, a list, an object.
  static func code(_ text: String, _ kind: TableField.Kind) -> String? {
    switch kind {
    case .text: text.hasPrefix("[") || text.hasPrefix("{") ? nil : text
    case .number: whole(text)
    case .date: text
    case .boolean, .error: nil
    }
  }

  /// The digits of a whole number; nil where it has a fraction, or leaves digits to an exponent.
  private static func whole(_ text: String) -> String? {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) : 0
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    guard let exponent, exponent >= 0, exponent <= fraction.count else { return nil }
    guard fraction.dropFirst(exponent).allSatisfy({ $0 == "0" }) else { return nil }
    return String(mantissa[0] + fraction.prefix(exponent))
  }
}
