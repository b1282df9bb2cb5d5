/// What the content of a cell is, by its attribute `t` (ST_CellType, ECMA-376 part 1, 18.18.11).
enum XlsxCellType {
  /// `n`, or no attribute: a number.
  case number
  /// `s`: the index of a shared string.
  case shared
  /// `str`: the text that a formula gave.
  case formulaText
  /// `inlineStr`: text in the cell itself.
  case inline
  /// `b`: `1` or `0`.
  case boolean
  /// `e`: the error of a formula.
  case error
  /// `d`: a date in ISO 8601.
  case date

  /// Reads the attribute; an unknown one is text, which loses nothing.
  init(_ attribute: UnsafePointer<CChar>) {
    switch (UInt8(bitPattern: attribute[0]), attribute[1] == 0) {
    case (UInt8(ascii: "s"), true): self = .shared
    case (UInt8(ascii: "n"), true): self = .number
    case (UInt8(ascii: "b"), true): self = .boolean
    case (UInt8(ascii: "e"), true): self = .error
    case (UInt8(ascii: "d"), true): self = .date
    case (UInt8(ascii: "i"), false): self = .inline
    default: self = .formulaText
    }
  }
}
