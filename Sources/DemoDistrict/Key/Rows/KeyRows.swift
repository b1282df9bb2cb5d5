import Foundation
package import Tabular

/// What the key of rows says of one row: where the store must have it, and whom and what it is about.
package struct KeyRow: Hashable, Sendable {
  /// The data row in its file, from 1.
  package var row: Int
  package var fate: RowFate
  /// The cell that it must be attached to; nil for none.
  package var cell: String?
  /// The grid in which it truly is; nil where it has no place in the district.
  package var grid: String?
  /// The places in the truth, from 1, of whom and what it is about: those of `KeyRows.subjects`, in their order.
  package var subjects: [Int?]
  /// What it is about itself: its kind, and its place among these in the truth.
  package var own: Link?
  /// Whom and what it names in passing, in the order of their roles.
  package var links: [Link]
  /// Where what it is about truly is, in full; nil where it has no place in the district.
  package var address: String?
  /// Whether it has a stated error and is taken without a remark.
  package var hasUnseenFault: Bool
  /// Whether something was done to the row on purpose.
  package var hasFault: Bool

  /// Someone or something that a row names.
  package struct Link: Hashable, Sendable {
    /// Empty for what the row is about itself.
    package var role: String
    package var kind: String
    /// The place among its kind in the truth, from 1.
    package var number: Int
  }

  /// Whether the row is not about a thing of another kind, such as a home or a sign, that leads to one of this kind.
  package func isAbout(_ kind: String) -> Bool {
    own.map { $0.kind == kind || !KeyRows.subjects.contains($0.kind) } ?? false
  }

  /// Which of a kind the row is about, or names in a role; nil where the key does not say.
  package func number(of kind: String, role: String) -> Int? {
    guard role.isEmpty else {
      return links.first { $0.role == role && $0.kind == kind }?.number
    }
    if let own, own.kind == kind { return own.number }
    return KeyRows.subjects.firstIndex(of: kind).flatMap { subjects[$0] }
  }
}

/// The key of the rows of a month, as it lies beside the files: a folder of CSV files, or a file of SQLite.
package struct KeyRows {
  private enum Form {
    case folder(String)
    case tables(any PlainTableSource)
  }

  /// Whom and what rows are about, by the columns of the key.
  package static let subjects = [
    "person", "household", "dwelling", "building", "firm", "component",
  ]
  private static let columns =
    [
      "row", "fate", "cell", "grid", "reasons", "remarks", "faults", "address", "subject", "number",
      "links",
    ] + subjects

  /// The path of what is read.
  package let path: String
  private let form: Form

  /// Finds the key of a month; nil where none was written.
  ///
  /// - Parameter database: opens a file of SQLite.
  /// - Throws: what `database` throws.
  package init?(
    folder: String, month: Int, database: (_ path: String) throws -> any PlainTableSource
  ) throws {
    let path = "\(folder)/\(DemoDistrict.keyName(month: month))"
    if FileManager.default.fileExists(atPath: "\(path)/rows") {
      (self.path, form) = ("\(path)/rows", .folder("\(path)/rows"))
    } else if FileManager.default.fileExists(atPath: path + ".sqlite") {
      (self.path, form) = (path + ".sqlite", .tables(try database(path + ".sqlite")))
    } else {
      return nil
    }
  }

  /// Reads the key of a file's rows in their order; those of the base map have none.
  ///
  /// - Throws: `DemoError` where it is not the key of rows; `TabularError`.
  package func read(_ file: String, _ body: (KeyRow) throws -> Void) throws {
    switch form {
    case .tables(let source):
      try source.read("rows", columns: Self.columns, where: "file", is: file) { cells in
        try body(try row(cells, of: file))
      }
    case .folder(let folder):
      let path = "\(folder)/\(file).csv"
      guard FileManager.default.fileExists(atPath: path) else { return }
      let text = try TextFile(path: path)
      var reader = CSVReader(text)
      var places: [Int] = []
      while reader.next() != nil {
        let fields = reader.fields
        guard !places.isEmpty else {
          let names = fields.map(\.string)
          places = Self.columns.compactMap { names.firstIndex(of: $0) }
          guard places.count == Self.columns.count else { throw unreadable(file) }
          continue
        }
        guard let last = places.max(), fields.count > last else { throw unreadable(file) }
        let cells = places.map { fields[$0].count == 0 ? nil : fields[$0].string }
        try body(try row(cells, of: file))
      }
    }
  }

  /// The rows of a file that the store has from it, in their order: those that it inserts or changes.
  ///
  /// - Throws: as `read`.
  package func kept(of file: String) throws -> [KeyRow] {
    var kept: [KeyRow] = []
    var dropped: Set<Int> = []
    try read(file) { row in
      switch row.fate {
      case .blank, .quarantined, .unchanged, .duplicate: return
      case .restores(let earlier): dropped.insert(earlier)
      case .replaces(let earlier):
        dropped.insert(earlier)
        kept.append(row)
      case .inserted, .updated: kept.append(row)
      }
    }
    return dropped.isEmpty ? kept : kept.filter { !dropped.contains($0.row) }
  }

  /// The places in the truth, from 1, of the persons who were planted so that a method can be proved on them.
  ///
  /// - Parameter kinds: of the plants.
  /// - Throws: as `read`.
  package func planted(kinds: [String]) throws -> Set<Int> {
    var persons: Set<Int> = []
    let take = { (cell: String) in
      persons.formUnion(cell.split(separator: " ").compactMap { Int($0) })
    }
    switch form {
    case .tables(let source):
      for kind in kinds {
        try source.read("plants", columns: ["persons"], where: "kind", is: kind) { cells in
          take(cells[0] ?? "")
        }
      }
    case .folder(let folder):
      let path = "\(folder.dropLast("/rows".count))/plants.csv"
      guard FileManager.default.fileExists(atPath: path) else { return [] }
      let text = try TextFile(path: path)
      var reader = CSVReader(text)
      var place: Int?
      while reader.next() != nil {
        let fields = reader.fields
        if let place, fields.count > place {
          take(fields[place].string)
        } else if place == nil {
          place = fields.map(\.string).firstIndex(of: "persons")
          guard place != nil else { throw unreadable("plants") }
        }
      }
    }
    return persons
  }

  private func row(_ cells: [String?], of file: String) throws -> KeyRow {
    guard let row = cells[0].flatMap({ Int($0) }), let fate = cells[1].flatMap({ RowFate($0) })
    else { throw unreadable(file) }
    let own = cells[8].flatMap { kind in
      cells[9].flatMap { Int($0) }.map { KeyRow.Link(role: "", kind: kind, number: $0) }
    }
    return KeyRow(
      row: row, fate: fate, cell: cells[2], grid: cells[3],
      subjects: cells.dropFirst(11).map { $0.flatMap { Int($0) } }, own: own,
      links: cells[10].map(Self.links) ?? [], address: cells[7],
      hasUnseenFault: cells[6] != nil && cells[5] == nil && cells[4] == nil,
      hasFault: cells[6] != nil)
  }

  /// Reads links as ``RowRecord`` writes them: `lessee=person:4 dwelling=dwelling:7`.
  private static func links(_ text: String) -> [KeyRow.Link] {
    text.split(separator: " ").compactMap { link in
      let parts = link.split { $0 == "=" || $0 == ":" }
      guard parts.count == 3, let number = Int(parts[2]) else { return nil }
      return KeyRow.Link(role: String(parts[0]), kind: String(parts[1]), number: number)
    }
  }

  private func unreadable(_ file: String) -> DemoError {
    DemoError(
      "\(path) is not the key of the rows of \(file); make the district again",
      "\(path) 不是 \(file) 的逐行答案；请重新生成演示数据")
  }
}
