import CConfinedChild

/// The confined child that reads a workbook with FreeXL; see `CConfinedChild.h`.
final class XLSChild {
  /// A sheet as FreeXL describes it.
  struct Sheet {
    var name: String
    var rows: Int
    var columns: Int
  }

  /// What the child says of the rows of a sheet.
  enum Message {
    /// A row begins, counted from 0.
    case row(Int)
    /// A number of a column, counted from 0.
    case number(Int, Double)
    case text(Int, UnsafeRawBufferPointer)
    /// A date or time as FreeXL writes it: `2024-01-31 12:30:00`.
    case date(Int, UnsafeRawBufferPointer)
    /// The sheet is at its end.
    case end
  }

  private let path: String
  private let child: ConfinedChild

  /// FreeXL keeps every cell and every text, some tens of times the bytes of the file; a sheet of
  /// all rows and columns takes 400 MB, whatever is in it.
  private static let mostMemory = 448 << 20

  /// Starts a child for a file of `size` bytes.
  init(path: String, size: Int) throws {
    self.path = path
    let memory = min(192 << 20 + 16 * size, Self.mostMemory)
    child = try Self.translating(path) { () throws(ConfinedChild.Failure) in
      try ConfinedChild(GEWU_CHILD_XLS, reading: path, memory: memory, seconds: 120)
    }
  }

  /// The sheets; the first thing that the child says.
  func sheets() throws -> [Sheet] {
    try Self.translating(path) { () throws(ConfinedChild.Failure) in
      let kind = try child.byte()
      guard kind == UInt8(ascii: "W") else { return try refuse(kind) }
      var sheets: [Sheet] = []
      for _ in 0..<(try child.word()) {
        let (rows, columns) = (Int(try child.word()), Int(try child.word()))
        sheets.append(Sheet(name: try child.text(), rows: rows, columns: columns))
      }
      return .success(sheets)
    }.get()
  }

  /// What is said instead of sheets.
  private func refuse(_ kind: UInt8) throws(ConfinedChild.Failure) -> Result<[Sheet], TabularError>
  {
    switch kind {
    case UInt8(ascii: "P"):
      return .failure(TabularError(.unknownFormat, path: path, .format(.encryptedWorkbook)))
    case UInt8(ascii: "E"):
      return .failure(Self.broken(path, .freeXL(code: Int32(bitPattern: try child.word()))))
    default: throw ConfinedChild.Failure(fact: .wrongAnswer)
    }
  }

  /// Asks for the rows of a sheet.
  func select(_ sheet: Int) throws {
    try Self.translating(path) { () throws(ConfinedChild.Failure) in
      try child.send(UInt32(truncatingIfNeeded: sheet))
    }
  }

  /// The next message; what it points to is valid until the one after.
  func next() throws -> Message {
    do {
      switch try child.byte() {
      case UInt8(ascii: "R"): return .row(Int(try child.word()))
      case UInt8(ascii: "i"):
        let column = Int(try child.word())
        return .number(column, Double(Int32(bitPattern: try child.word())))
      case UInt8(ascii: "d"):
        let column = Int(try child.word())
        return .number(column, Double(bitPattern: UInt64(bitPattern: try child.long())))
      case UInt8(ascii: "t"):
        let column = Int(try child.word())
        return .text(column, try child.bytes(Int(try child.word())))
      case UInt8(ascii: "D"):
        let column = Int(try child.word())
        return .date(column, try child.bytes(Int(try child.word())))
      case UInt8(ascii: "Z"): return .end
      case UInt8(ascii: "E"):
        throw Self.broken(path, .freeXL(code: Int32(bitPattern: try child.word())))
      default: throw ConfinedChild.Failure(fact: .wrongAnswer)
      }
    } catch let failure as ConfinedChild.Failure {
      throw Self.broken(path, .child(failure.fact))
    }
  }

  /// What `body` gives; a failure of the child is one of the workbook.
  private static func translating<Value>(
    _ path: String, _ body: () throws(ConfinedChild.Failure) -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      throw broken(path, .child(error.fact))
    }
  }

  private static func broken(_ path: String, _ reason: WorkbookFact.Reading) -> TabularError {
    TabularError(.malformed, path: path, .workbook(.unreadable(reason)))
  }
}
