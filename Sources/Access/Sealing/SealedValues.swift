package import Foundation

/// A value of a column as it is sealed.
package enum SealedValue: Sendable, Equatable {
  case none
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes(Data)
}

/// Values of one row as they are sealed together: for each its column's name and the value.
///
/// Written as the number of columns (one byte), and for each column the length of its name (one byte), the name, a byte
/// for the kind (0 none, 1 integer, 2 real, 3 text, 4 bytes) and the value: eight bytes big-endian for numbers,
/// the length (four bytes) and the bytes for texts. By name and not by place, so that a later manifest reads what
/// an earlier one sealed.
package struct SealedValues: Sendable, Equatable {
  package var columns: [(name: String, value: SealedValue)]

  package init(_ columns: [(name: String, value: SealedValue)]) { self.columns = columns }

  package static func == (a: Self, b: Self) -> Bool {
    a.columns.elementsEqual(b.columns) { $0.name == $1.name && $0.value == $1.value }
  }

  /// The value of a column; nil where it is not among them.
  package subscript(name: String) -> SealedValue? {
    columns.first { $0.name == name }?.value
  }

  /// - Precondition: at most 255 columns, whose names have at most 255 bytes.
  package var encoded: Data {
    precondition(columns.count <= 255, "more than 255 sealed columns")
    var bytes = Data([UInt8(columns.count)])
    func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
    for (name, value) in columns {
      bytes.append(UInt8(name.utf8.count))
      bytes.append(contentsOf: name.utf8)
      switch value {
      case .none: bytes.append(0)
      case .integer(let number):
        bytes.append(1)
        append(number)
      case .real(let number):
        bytes.append(2)
        append(number.bitPattern)
      case .text(let text):
        bytes.append(3)
        append(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
      case .bytes(let content):
        bytes.append(4)
        append(UInt32(content.count))
        bytes.append(content)
      }
    }
    return bytes
  }

  /// What was encoded.
  ///
  /// - Throws: `SealError.otherForm`.
  package init(_ bytes: Data) throws(SealError) {
    var reader = SealedReader(bytes)
    var columns: [(name: String, value: SealedValue)] = []
    for _ in 0..<(try reader.number(1)) {
      let name = try reader.text(Int(try reader.number(1)))
      let value: SealedValue
      switch try reader.number(1) {
      case 0: value = .none
      case 1: value = .integer(Int64(bitPattern: try reader.number(8)))
      case 2: value = .real(Double(bitPattern: try reader.number(8)))
      case 3: value = .text(try reader.text(Int(try reader.number(4))))
      case 4: value = .bytes(try reader.take(Int(try reader.number(4))))
      default: throw .otherForm
      }
      columns.append((name, value))
    }
    guard reader.isAtEnd else { throw .otherForm }
    self.columns = columns
  }
}
