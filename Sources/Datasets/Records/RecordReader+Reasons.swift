package import Tabular

extension RecordReader {
  /// The reasons why the row read last is refused, and what else is to be remarked on it, in the
  /// order of the manifest's fields.
  ///
  /// - Parameter isRefused: whether the row is; then a value may stand in the column of another, and is
  ///   masked in every field of a data set that has any to be protected.
  package func reasons(
    for fields: UnsafeBufferPointer<TableField>, row: TableRow, isRefused: Bool
  ) -> [Reason] {
    // Fields beyond the most that a row can have are not counted.
    let found = row.fault == .tooManyFields ? ">\(columns.width)" : "\(fields.count)"
    var reasons = rowFaults.codes.map { code in
      Reason(
        code: code,
        arguments: code == .row(.quoteMalformed) || code == .row(.headerRepeated)
          ? [] : [Argument("found", found), Argument("wanted", "\(columns.width)")])
    }
    for index in 0..<fieldCount where !faults[index].isEmpty {
      let column = rules[index].column
      let text = column >= 0 && column < fields.count ? fields[column].string : nil
      let field = manifest.fields[index]
      for code in faults[index].codes {
        reasons.append(
          Reason(
            code: code, severity: severity(code, field: index), field: field.name,
            value: text.flatMap {
              manifest.shownFault($0, of: field, mayBeAnother: isRefused && isProtected)
            },
            arguments: Self.arguments(code, field)))
      }
    }
    return reasons
  }

  /// Counts the remarks on the row read last, which is taken; tells whether some are to be kept
  /// with their rows.
  package func countRemarks(_ tally: inout RemarkTally) -> Bool {
    var isKept = false
    for index in 0..<fieldCount where !faults[index].isEmpty {
      if tally.add(faults[index]) { isKept = true }
    }
    return isKept
  }

  /// A reason that concerns some fields of a record together, such as its place or its key.
  package func reason(_ reason: RowReason, fields names: [String], value: String?) -> Reason {
    let known = names.compactMap(manifest.field)
    // A row of a repeated key is whole: its values are those of its fields.
    if reason != .keyDuplicate, isProtected, known.allSatisfy({ $0.sensitivity == .none }) {
      let isHidden = known.contains { manifest.mask(of: $0) == .withheld }
      return Reason(
        code: .row(reason), field: names.joined(separator: ","),
        value: isHidden ? nil : value.flatMap { ValueMask(like: $0).shown($0) })
    }
    let sensitivity = known.map(\.sensitivity)
    let most = sensitivity.contains(.secret) ? .secret : sensitivity.first { $0 != .none } ?? .none
    // Several values together have the mask of none of them.
    let mask = names.count == 1 ? manifest.field(names[0]).map(ValueMask.init) : nil
    return Reason(
      code: .row(reason), field: names.joined(separator: ","),
      value: value.flatMap { Reason.masked($0, most, by: mask ?? .text) })
  }

  /// What a field demands that a reason names, and what people call it.
  private static func arguments(_ code: ReasonCode, _ field: ManifestField) -> [Argument] {
    var arguments: [Argument] = []
    if let title = field.title { arguments.append(Argument(Argument.title, title)) }
    if let title = field.titleChinese { arguments.append(Argument(Argument.titleChinese, title)) }
    guard case .row(let reason) = code else { return arguments }
    let rules = field.constraints
    let forms = field.formats.joined(separator: ", ")
    switch reason {
    case .typeDate: arguments.append(Argument("form", forms.isEmpty ? "YYYY-MM-DD" : forms))
    case .typeDatetime:
      arguments.append(Argument("form", forms.isEmpty ? "YYYY-MM-DDTHH:MM:SS" : forms))
    case .minimumLength: arguments.append(Argument("least", "\(rules.minimumLength ?? 0)"))
    case .maximumLength: arguments.append(Argument("most", "\(rules.maximumLength ?? 0)"))
    case .minimum: arguments.append(Argument("bound", rules.minimum ?? ""))
    case .maximum: arguments.append(Argument("bound", rules.maximum ?? ""))
    case .pattern: arguments.append(Argument("pattern", rules.pattern ?? ""))
    case .notAllowed: arguments += rules.allowed.prefix(8).map { Argument("allowed", $0) }
    case .codeUnknown:
      let table = field.codeTable?.path.split(separator: "/").last.map(String.init) ?? ""
      arguments.append(Argument("table", table))
    case .fieldsMissing, .fieldsExtra, .quoteMalformed, .required, .typeInteger, .typeNumber,
      .typeBoolean, .notUnique, .coordinateInvalid, .coordinateZero, .keyMissing, .keyDuplicate,
      .precisionLost, .cellError, .dateSerial, .dateSentinel, .masked, .codeLabelMismatch,
      .coordinateFar, .coordinateSwapped, .geometryInvalid, .geometryType, .headerRepeated:
      break
    }
    return arguments
  }

  /// How grave a fault of a field is.
  private func severity(_ code: ReasonCode, field index: Int) -> Severity {
    guard rules[index].remarks.isSuperset(of: FaultSet.bit(code)) else { return .error }
    let declared = manifest.fields[index].severity
    if declared != .error { return declared }
    return code == .row(.masked) ? .warning : code.severity
  }
}
