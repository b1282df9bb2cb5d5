package import Tabular

extension RecordReader {
  /// The key of the row read last as text, where a part of it fails its own check; nil where the key
  /// is in order, or a part of it is missing.
  ///
  /// Parts that could be read are as they would be kept, the others as they stand in the file.
  package func faultyKey(
    _ values: UnsafePointer<FieldValue>, _ fields: UnsafeBufferPointer<TableField>
  ) -> String? {
    guard rowFaults.isEmpty else { return nil }
    var isFaulty = false
    var parts: [String] = []
    for index in keyFields {
      let (fault, column) = (faults[index], rules[index].column)
      if !fault.isSubset(of: rules[index].remarks) { isFaulty = true }
      guard fault.isDisjoint(with: [.required, .keyMissing, .cellError]) else { return nil }
      switch values[index].kind {
      case .integer: parts.append("\(values[index].integer)")
      case .real: parts.append("\(values[index].real)")
      case .text: parts.append(String(decoding: values[index].bytes, as: UTF8.self))
      case .null:
        guard column >= 0, column < fields.count, fields[column].count > 0 else { return nil }
        parts.append(fields[column].string)
      }
    }
    return isFaulty ? Self.text(ofKey: parts) : nil
  }

  /// The parts of a key as one text.
  package static func text(ofKey parts: [String]) -> String {
    parts.joined(separator: "\u{1F}")
  }

  /// The hash over the values of the record read last but its key and those that the manifest
  /// excludes; nil where one of them is at fault, or none has a value.
  package func hashBesideKey(_ values: UnsafePointer<FieldValue>) -> ValueHash? {
    var encoder = RecordKeyEncoder()
    encoder.begin()
    var hasValue = false
    for index in hashedFields where !keyFields.contains(index) {
      guard faults[index].isSubset(of: rules[index].remarks) else { return nil }
      if values[index].kind != .null { hasValue = true }
      encoder.append(values[index])
    }
    return hasValue ? encoder.hash() : nil
  }
}

extension Manifest {
  /// The fields that `RecordReader.hashBesideKey` is made of, in order.
  package var fieldsBesideKey: [ManifestField] {
    fields.filter { !hashExclusions.contains($0.name) && !primaryKey.contains($0.name) }
  }
}
