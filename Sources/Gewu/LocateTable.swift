import Geometry
import Tabular

/// Adds to each row of a table the grid that its position lies in, while the table streams by.
///
/// The rows come out byte for byte as they went in, in their order, with two fields added:
/// `grid_code` and `grid_status` (`inside`, `border`, `outside`, `invalid`). A row too short to
/// have a position is filled up with empty fields and is `invalid`; blank lines pass unchanged.
/// Memory is bounded by the size of one piece and one record, not by the table.
///
/// The bytes may be UTF-8 or any encoding in which ASCII bytes mean themselves, GB18030 included:
/// only the header is decoded.
public struct LocateTable: Sendable {
  /// How many rows of each status went by.
  public struct Summary: Sendable, Equatable, Codable {
    /// The rows, without the header and blank lines.
    public var rows = 0
    /// Those in the interior of a grid.
    public var inside = 0
    /// Those exactly on an edge or a corner.
    public var border = 0
    /// Those in no grid.
    public var outside = 0
    /// Those without a position.
    public var invalid = 0
  }

  private let locate: @Sendable (Coordinate) -> (status: GridStatus, code: String?)
  private let longitude: String?
  private let latitude: String?

  /// Locates with an answerer of one generation and one reference system.
  ///
  /// - Parameters:
  ///   - locator: answers for each position.
  ///   - longitude: the column of the longitude or easting; one of the usual names where nil.
  ///   - latitude: the column of the latitude or northing; one of the usual names where nil.
  public init(_ locator: PointLocator, longitude: String? = nil, latitude: String? = nil) {
    self.init(longitude: longitude, latitude: latitude, locate: { locator.locate($0) })
  }

  init(
    longitude: String? = nil, latitude: String? = nil,
    locate: @escaping @Sendable (Coordinate) -> (status: GridStatus, code: String?)
  ) {
    self.locate = locate
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Reads pieces of a table until an empty one, and writes the rows with their grids.
  ///
  /// - Parameters:
  ///   - name: what messages call the table.
  ///   - read: the next bytes; an empty array at the end.
  ///   - write: takes the bytes that are ready.
  /// - Throws: `TabularError` for what is no table, `GewuError` for one without the columns;
  ///   what was written before stays written.
  public func transform(
    named name: String, from read: () throws -> [UInt8], to write: ([UInt8]) throws -> Void
  ) throws -> Summary {
    var pass = Pass(table: self, name: name)
    while true {
      let piece = try read()
      try pass.take(piece)
      if !pass.output.isEmpty {
        try write(pass.output)
        pass.output.removeAll(keepingCapacity: true)
      }
      if piece.isEmpty { return pass.summary }
    }
  }

  /// One table going by.
  private struct Pass {
    let table: LocateTable
    let name: String
    var output: [UInt8] = []
    var summary = Summary()
    private var pending: [UInt8] = []
    private var columns: LocateTableColumns?
    private var isAtStart = true
    /// The physical lines before `pending`.
    private var linesBefore = 0

    init(table: LocateTable, name: String) {
      self.table = table
      self.name = name
    }

    /// Takes the next piece; an empty one ends the table.
    mutating func take(_ piece: [UInt8]) throws {
      guard !piece.contains(0) else {
        throw TabularError(
          .nulByte, path: name,
          message: "there is a NUL byte in it, so it is not text; export it again as CSV",
          messageChinese: "含有空字节,不是文本;请重新导出为 CSV")
      }
      pending += piece
      let isLast = piece.isEmpty
      if isAtStart {
        guard pending.count >= 3 || isLast else { return }
        isAtStart = false
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if pending.starts(with: mark) {
          output += mark
          pending.removeFirst(3)
        }
      }
      let bytes = pending
      let used = try bytes.withUnsafeBytes { try rows(in: $0, isLast: isLast) }
      pending.removeFirst(used)
      guard !isLast || columns != nil else {
        throw TabularError(
          .empty, path: name, message: "is empty; export it again",
          messageChinese: "是空文件;请重新导出")
      }
    }

    /// Handles all complete records, and returns how many bytes they took.
    ///
    /// The record that touches the end of an unfinished text may go on in the next piece.
    private mutating func rows(in text: UnsafeRawBufferPointer, isLast: Bool) throws -> Int {
      var reader = CSVReader(text: text)
      var used = 0
      while let row = reader.next() {
        let mayGoOn =
          reader.bytesRead == text.count
          || row.fault == .unterminatedQuote
            && text.count - row.start < Self.longestRecord
        if mayGoOn && !isLast {
          linesBefore += row.line - 1
          return used
        }
        try check(row)
        output.append(contentsOf: text[row.start..<row.end])
        if let columns {
          if !row.isBlank { answer(row, fields: reader.fields, columns: columns) }
        } else {
          let header = Array(text[row.start..<row.end])
          columns = try LocateTableColumns(
            header: header, name: name, longitude: table.longitude, latitude: table.latitude)
          output.append(contentsOf: ",grid_code,grid_status".utf8)
        }
        used = reader.bytesRead
        output.append(contentsOf: text[row.end..<used])
      }
      return used
    }

    private static let longestRecord = 16 * 1024 * 1024

    private func check(_ row: TableRow) throws {
      guard row.fault != .none else { return }
      throw TabularError(
        .malformed, path: name,
        message: "line \(linesBefore + row.line): the quotes do not match; correct that line",
        messageChinese: "第 \(linesBefore + row.line) 行:引号不配对;请改正该行")
    }

    private mutating func answer(
      _ row: TableRow, fields: UnsafeBufferPointer<TableField>, columns: LocateTableColumns
    ) {
      var found: (status: GridStatus, code: String?) = (.invalid, nil)
      if row.fieldCount == columns.count,
        let x = LocateTableColumns.number(fields[columns.longitude]),
        let y = LocateTableColumns.number(fields[columns.latitude])
      {
        found = table.locate(Coordinate(x: x, y: y))
      }
      for _ in 0..<max(0, columns.count - row.fieldCount) { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: ","))
      if let code = found.code { appendField(code) }
      output.append(UInt8(ascii: ","))
      output.append(contentsOf: found.status.rawValue.utf8)
      summary.count(found.status)
    }

    private mutating func appendField(_ text: String) {
      let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D]
      guard text.utf8.contains(where: special.contains) else {
        output.append(contentsOf: text.utf8)
        return
      }
      output.append(contentsOf: "\"\(text.replacing("\"", with: "\"\""))\"".utf8)
    }
  }
}

extension LocateTable.Summary {
  fileprivate mutating func count(_ status: GridStatus) {
    rows += 1
    switch status {
    case .inside: inside += 1
    case .border: border += 1
    case .outside: outside += 1
    case .invalid: invalid += 1
    }
  }
}
