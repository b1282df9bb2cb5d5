package import Tabular

extension RecordReader {
  /// The reasons why the row read last is refused, and what else is to be remarked on it, in the
  /// order of the manifest's fields.
  package func reasons(for fields: UnsafeBufferPointer<TableField>, row: TableRow) -> [Reason] {
    var reasons = rowFaults.codes.map { rowReason($0, found: fields.count) }
    for index in 0..<fieldCount where !faults[index].isEmpty {
      let column = rules[index].column
      let text = column >= 0 && column < fields.count ? fields[column].string : nil
      for fault in faults[index].elements {
        guard let code = fault.codes.first else { continue }
        reasons.append(
          Self.reason(
            code, severity(fault, field: index), field: manifest.fields[index], text: text))
      }
    }
    return reasons
  }

  /// Counts the remarks on the row read last, which is taken; tells whether some are to be kept in
  /// words.
  package func countRemarks(_ tally: inout RemarkTally) -> Bool {
    var isKept = false
    for index in 0..<fieldCount where !faults[index].isEmpty {
      if tally.add(faults[index]) { isKept = true }
    }
    return isKept
  }

  /// A reason that concerns some fields of a record together, such as its place or its key.
  package func reason(_ reason: RowReason, fields names: [String], value: String?) -> Reason {
    let label = names.joined(separator: ",")
    let sensitivity = names.compactMap { manifest.field($0)?.sensitivity }
    let most = sensitivity.contains(.secret) ? .secret : sensitivity.first { $0 != .none } ?? .none
    let code = ReasonCode.row(reason)
    let (message, chinese) = code.words(for: nil)
    return Reason(
      code: code, field: label, value: value.flatMap { Reason.masked($0, most) },
      message: "\(label): \(message)", messageChinese: "\(label):\(chinese)")
  }

  private func rowReason(_ code: ReasonCode, found: Int) -> Reason {
    let wanted = columns.width
    return switch code {
    case .row(.fieldsMissing), .row(.fieldsExtra):
      Reason(
        code: code, message: "the row has \(found) fields, the header \(wanted)",
        messageChinese: "该行有 \(found) 个字段,而表头有 \(wanted) 个")
    default:
      Reason(
        code: code,
        message: "a quoted field is not closed, or text follows its closing quote",
        messageChinese: "引号未闭合,或结束引号后还有文字")
    }
  }

  private static func reason(
    _ code: ReasonCode, _ severity: Severity, field: ManifestField, text: String?
  ) -> Reason {
    let (message, chinese) = code.words(for: field)
    return Reason(
      code: code, severity: severity, field: field.name,
      value: text.flatMap { Reason.masked($0, field.sensitivity) },
      message: "\(field.title ?? field.name): \(message)",
      messageChinese: "\(field.titleChinese ?? field.title ?? field.name):\(chinese)")
  }

  /// How grave a fault of a field is.
  private func severity(_ code: FaultSet, field index: Int) -> Severity {
    guard rules[index].remarks.isSuperset(of: code) else { return .error }
    let declared = manifest.fields[index].severity
    if declared != .error { return declared }
    return code == .masked ? .warning : code.codes.first?.severity ?? .warning
  }
}
