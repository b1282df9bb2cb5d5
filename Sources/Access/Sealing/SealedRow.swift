package import Foundation

/// What is sealed of one row of a data set: the values of its sealed fields by the fields' numbers, but those
/// that have none.
///
/// Written for each as the number (two bytes, big-endian), a byte for the kind (1 integer, 2 real, 3 text, 4
/// bytes) and the value: eight bytes big-endian for numbers; for texts and bytes the length (one byte up to
/// 254, else 255 and four bytes) and the content. The store's table `sealed_field` says which number is which
/// field, so that a million rows do not repeat the names.
package struct SealedRow: Sendable, Equatable {
  package var values: [UInt16: SealedValue]

  package init(_ values: [UInt16: SealedValue] = [:]) { self.values = values }

  /// What was written.
  ///
  /// - Throws: `SealError.otherForm`.
  package init(_ bytes: Data) throws(SealError) {
    var reader = SealedReader(bytes)
    func length() throws(SealError) -> Int {
      let short = Int(try reader.number(1))
      return short == 255 ? Int(try reader.number(4)) : short
    }
    values = [:]
    while !reader.isAtEnd {
      let field = UInt16(try reader.number(2))
      switch try reader.number(1) {
      case 1: values[field] = .integer(Int64(bitPattern: try reader.number(8)))
      case 2: values[field] = .real(Double(bitPattern: try reader.number(8)))
      case 3: values[field] = .text(try reader.text(try length()))
      case 4: values[field] = .bytes(try reader.take(try length()))
      default: throw .otherForm
      }
    }
  }

  package var encoded: Data {
    var writer = Writer()
    for (field, value) in values.sorted(by: { $0.key < $1.key }) {
      writer.append(value, field: field)
    }
    return Data(writer.bytes)
  }
}

extension SealedRow {
  /// Writes rows one after the other into memory of its own.
  package struct Writer: ~Copyable {
    private var count = 0
    private var room = 1_024
    private var start = UnsafeMutablePointer<UInt8>.allocate(capacity: 1_024)

    package init() {}

    deinit {
      start.update(repeating: 0, count: room)
      start.deallocate()
    }

    /// What was written of the row; valid until the next change.
    package var bytes: UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: start, count: count)
    }

    /// Begins the next row.
    package mutating func begin() { count = 0 }

    package mutating func append(_ value: Int64, field: UInt16) {
      head(field, kind: 1, room: 8)
      append(UInt64(bitPattern: value), bytes: 8)
    }

    package mutating func append(_ value: Double, field: UInt16) {
      head(field, kind: 2, room: 8)
      append(value.bitPattern, bytes: 8)
    }

    package mutating func append(text: UnsafeBufferPointer<UInt8>, field: UInt16) {
      append(content: text, kind: 3, field: field)
    }

    package mutating func append(bytes: UnsafeBufferPointer<UInt8>, field: UInt16) {
      append(content: bytes, kind: 4, field: field)
    }

    /// Appends a value; nothing for none.
    package mutating func append(_ value: SealedValue, field: UInt16) {
      switch value {
      case .none: break
      case .integer(let number): append(number, field: field)
      case .real(let number): append(number, field: field)
      case .text(var text): text.withUTF8 { append(text: $0, field: field) }
      case .bytes(let data):
        data.withUnsafeBytes { append(bytes: $0.bindMemory(to: UInt8.self), field: field) }
      }
    }

    private mutating func append(
      content: UnsafeBufferPointer<UInt8>, kind: UInt8, field: UInt16
    ) {
      head(field, kind: kind, room: 5 + content.count)
      if content.count < 255 {
        append(UInt64(content.count), bytes: 1)
      } else {
        append(255, bytes: 1)
        append(UInt64(content.count), bytes: 4)
      }
      if let base = content.baseAddress { (start + count).update(from: base, count: content.count) }
      count += content.count
    }

    private mutating func head(_ field: UInt16, kind: UInt8, room needed: Int) {
      if room - count < needed + 3 { grow(needed + 3) }
      append(UInt64(field), bytes: 2)
      append(UInt64(kind), bytes: 1)
    }

    private mutating func append(_ number: UInt64, bytes: Int) {
      var shift = UInt64(8 * (bytes - 1))
      for index in 0..<bytes {
        start[count + index] = UInt8(truncatingIfNeeded: number >> shift)
        shift = shift &- 8
      }
      count += bytes
    }

    private mutating func grow(_ needed: Int) {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(2 * room, count + needed))
      larger.update(from: start, count: count)
      start.update(repeating: 0, count: room)
      start.deallocate()
      (start, room) = (larger, max(2 * room, count + needed))
    }
  }
}
