/// The fields of one row in memory that is used again for every row.
///
/// For readers whose cells do not lie in the file as they are.
package final class RowBuffer {
  private var chunks: [UnsafeMutableRawBufferPointer]
  private var used = 0
  private var slots: UnsafeMutablePointer<TableField>
  private var capacity = 64
  package private(set) var count = 0

  package init() {
    chunks = [.allocate(byteCount: 1 << 14, alignment: 16)]
    slots = .allocate(capacity: 64)
  }

  deinit {
    for chunk in chunks { chunk.deallocate() }
    slots.deallocate()
  }

  /// The fields added since `begin()`.
  package var fields: UnsafeBufferPointer<TableField> {
    UnsafeBufferPointer(start: slots, count: count)
  }

  /// Whether none of them has content.
  package var isBlank: Bool { fields.allSatisfy { $0.count == 0 } }

  /// Starts another row; the fields of the last one are no longer valid.
  package func begin() {
    count = 0
    used = 0
    guard chunks.count > 1 else { return }
    // The largest piece is enough for the next row of that size.
    for chunk in chunks.dropLast() { chunk.deallocate() }
    chunks.removeFirst(chunks.count - 1)
  }

  /// Adds a field with a copy of bytes.
  package func append(_ bytes: UnsafeRawBufferPointer, kind: TableField.Kind = .text) {
    let room = reserve(bytes.count)
    room.copyMemory(from: bytes)
    append(place: UnsafeRawBufferPointer(room), kind: kind)
  }

  /// Adds a field with a copy of a text.
  package func append(_ text: String, kind: TableField.Kind = .text) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0), kind: kind) }
  }

  /// Adds a field whose bytes lie elsewhere for as long as the row is used.
  package func append(place: UnsafeRawBufferPointer, kind: TableField.Kind = .text) {
    if count == capacity { grow() }
    let start = place.baseAddress ?? UnsafeRawPointer(slots)
    slots[count] = TableField(
      start: start.assumingMemoryBound(to: UInt8.self),
      count: Int32(truncatingIfNeeded: place.count), kind: kind)
    count += 1
  }

  /// Adds fields without content until there are `width`.
  package func pad(to width: Int) {
    while count < width { append(place: UnsafeRawBufferPointer(start: nil, count: 0)) }
  }

  /// Drops fields without content at the end, as long as there are more than `width`.
  func trim(to width: Int) {
    while count > width, slots[count - 1].count == 0 { count -= 1 }
  }

  /// Puts a field in the place of one that was added before.
  package func replace(_ index: Int, place: UnsafeRawBufferPointer, kind: TableField.Kind = .text) {
    let last = count
    append(place: place, kind: kind)
    slots[index] = slots[last]
    count = last
  }

  /// Puts a text in the place of a field that was added before.
  package func replace(_ index: Int, with text: String, kind: TableField.Kind = .text) {
    let last = count
    append(text, kind: kind)
    slots[index] = slots[last]
    count = last
  }

  /// Room for bytes that the caller fills and then adds by `append(place:)`.
  package func reserve(_ size: Int) -> UnsafeMutableRawBufferPointer {
    if let last = chunks.last, last.count - used < size {
      chunks.append(.allocate(byteCount: max(size, last.count * 2), alignment: 16))
      used = 0
    }
    defer { used += size }
    guard let last = chunks.last else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
    return UnsafeMutableRawBufferPointer(rebasing: last[used..<used + size])
  }

  private func grow() {
    let larger = UnsafeMutablePointer<TableField>.allocate(capacity: capacity * 2)
    larger.update(from: slots, count: count)
    slots.deallocate()
    slots = larger
    capacity *= 2
  }
}

extension RowBuffer {
  /// Adds a field with the content of a cell.
  func append(_ cell: TableCell) {
    let kind: TableField.Kind =
      switch cell {
      case .empty, .text: .text
      case .number: .number
      case .date: .date
      case .boolean: .boolean
      case .error: .error
      }
    append(cell.text, kind: kind)
  }
}
