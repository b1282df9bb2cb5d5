/// Where a cell stands, as Excel writes it: `AB12`.
struct CellReference {
  /// The column, counted from 0; -1 where there is none.
  let column: Int
  /// The row, counted from 1; `Int.max` where there is none.
  let row: Int

  /// The rows of a sheet.
  static let maximumRows = 1_048_576
  /// The columns of a sheet, A to XFD.
  static let maximumColumns = 16_384

  init(_ reference: Substring) {
    let letters = reference.prefix { $0.isLetter }
    column = String(letters).withCString { Self.column($0) }
    row = Int(reference.dropFirst(letters.count)) ?? Int.max
  }

  /// The column of a reference, 27 for `AB12`; -1 where there is none.
  static func column(_ reference: UnsafePointer<CChar>) -> Int {
    var column = 0
    var at = reference
    while at[0] != 0 {
      let letter = Int(UInt8(bitPattern: at[0]) | 0x20) - 0x61
      guard letter >= 0, letter < 26, column < maximumColumns else { break }
      column = column * 26 + letter + 1
      at += 1
    }
    return column - 1
  }

  /// The reference of a cell by its column, counted from 0, and its row: `AB12`.
  static func text(column: Int, row: Int) -> String {
    var letters = ""
    var left = column + 1
    while left > 0 {
      let letter = UInt8(ascii: "A") + UInt8(truncatingIfNeeded: (left - 1) % 26)
      letters = String(UnicodeScalar(letter)) + letters
      left = (left - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
