import Tabular

extension RecordReader {
  /// Converts a cell of which the file says what it is.
  func convertCell(
    _ kind: TableField.Kind, _ bytes: UnsafeBufferPointer<UInt8>,
    _ rule: UnsafeMutablePointer<FieldRule>, _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    switch kind {
    case .text: return convert(bytes, rule, &value, arena)
    case .error: return .cellError
    case .number: return convertNumberCell(bytes, rule, &value, arena)
    case .date: return convertDateCell(bytes, rule, &value, arena)
    case .boolean:
      guard rule.pointee.type == .boolean else { return convert(bytes, rule, &value, arena) }
      value = .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
      return []
    }
  }

  /// A number cell has its point and no separators, whatever the manifest says of text.
  private func convertNumberCell(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    if rule.pointee.type == .number {
      guard
        let number = DecimalReader.number(bytes, decimal: UInt8(ascii: "."), group: 0)
      else { return rule.pointee.isCoordinate ? .coordinateInvalid : .typeNumber }
      value = .real(number)
      return []
    }
    if keepsDecimals, rule.pointee.type == .string, PlainNumber.isPlainDecimal(bytes) {
      return convert(bytes, rule, &value, arena)
    }
    let (text, isPrecise) = PlainNumber.text(bytes, arena)
    if rule.pointee.type == .integer {
      guard let integer = DecimalReader.integer(text, group: 0) else {
        return rule.pointee.isCoordinate ? .coordinateInvalid : .typeInteger
      }
      value = .integer(integer)
      return []
    }
    if rule.pointee.type == .string, !isPrecise { return .precisionLost }
    return convert(text, rule, &value, arena)
  }

  /// A date cell is a date whatever forms the manifest names for text.
  private func convertDateCell(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rule: UnsafeMutablePointer<FieldRule>,
    _ value: inout FieldValue, _ arena: TextArena
  ) -> FaultSet {
    switch rule.pointee.type {
    case .date:
      guard let start = bytes.baseAddress, bytes.count >= 10 else { return .typeDate }
      let day = UnsafeBufferPointer(start: start, count: 10)
      if rule.pointee.sentinels.contains(day) { return .dateSentinel }
      guard CalendarDate.isISO(day) else { return .typeDate }
      value = .text(start, count: 10)
      return []
    case .datetime:
      return convertDateTime(bytes, DatePattern.cells, rule, &value, arena)
    case .string, .integer, .number, .boolean: return convert(bytes, rule, &value, arena)
    }
  }
}

extension DatePattern {
  /// The forms of date cells.
  static let cells = isoDateTimes + [isoDate]
}
