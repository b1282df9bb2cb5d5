import Datasets
import Tabular

extension RowPlanner {
  /// Refuses a row that has faults.
  func refuse(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>, _ values: UnsafePointer<FieldValue>,
    place: PlaceFault?, _ block: RowBlock
  ) throws {
    var reasons = records.reasons(for: fields, row: row, isRefused: true)
    let hasPlaceReason = reasons.contains { $0.code == .row(.coordinateInvalid) }
    if let place, !hasPlaceReason, let reason = placeReason(place, fields) {
      reasons.append(reason)
    }
    if records.isShaped { shaped += 1 } else { misshapen += 1 }
    if hasKey, !records.isRepeatedHeader { try noteKey(row, fields, values) }
    quarantine(row, reasons, key: hasKey ? try key(values) : nil, block)
  }

  /// Notes what the key of a refused row says of the rows that are there.
  private func noteKey(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>, _ values: UnsafePointer<FieldValue>
  ) throws {
    let key = try key(values)
    if let key, try hold(key) { return }
    let text = records.faultyKey(values, fields)
    if let text, mistyped.count < MistypedKeys.limit {
      mistyped.add(text, others: records.hashBesideKey(values), row: row.number)
    } else if text != nil || key == nil {
      keyless += 1
      partitions?.spare(records.partitionHash(values))
    }
  }

  /// Keeps the current row of a key that a refused row has: it is there, only not fit to be taken.
  ///
  /// - Returns: whether the store or the file has a row of that key.
  private func hold(_ key: ValueHash) throws -> Bool {
    let found = try keys.find(key)
    if found >= 0, keys.entries[found].state == .current {
      keys.update(found) { $0.state = .held }
    }
    return found >= 0
  }

  private func placeReason(
    _ fault: PlaceFault, _ fields: UnsafeBufferPointer<TableField>
  ) -> Reason? {
    let rule = placer.rules[fault.rule]
    if case .geometry = rule {
      return records.reason(fault.code, fields: ["geometry"], value: nil)
    }
    let indices = rule.fields
    let names = indices.map { manifest.fields[$0].name }
    return records.reason(fault.code, fields: names, value: text(of: indices, fields))
  }

  /// Refuses a row whose key an earlier one has.
  func refuseDuplicate(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>, key: ValueHash, _ block: RowBlock
  ) {
    let names = manifest.primaryKey
    let texts = names.map { name in
      let index = manifest.fields.firstIndex { $0.name == name } ?? 0
      return records.columns.columns[index].map { fields[$0].string } ?? ""
    }
    let reason = records.reason(.keyDuplicate, fields: names, value: texts.joined(separator: ","))
    quarantine(row, [reason], key: key, block)
  }

  /// Finds out which refused rows of earlier files this one has, and has taken.
  func settle() throws {
    for key in openKeys {
      switch try keys.state(of: key) {
      case .unchanged, .inserted, .updated: report.settled.append(key)
      case .current, .held, .newer, nil: continue
      }
    }
  }

  private func quarantine(
    _ row: TableRow, _ reasons: [Reason], key: ValueHash?, _ block: RowBlock
  ) {
    report.quarantined += 1
    for reason in reasons where reason.severity == .error {
      report.reasons[reason.code.rawValue, default: 0] += 1
      if report.examples.count < RefusedExample.most,
        !report.examples.contains(where: { $0.reason.code == reason.code })
      {
        report.examples.append(RefusedExample(line: row.line, reason: reason))
      }
    }
    block.refuse(
      RowRefusal(
        number: row.number, line: row.line, sheet: reader.sheet,
        byteOffset: reader.byteOffset(of: row), raw: reader.raw(row), reasons: reasons,
        key: key))
  }
}

extension RowPlanner {
  /// Counts the remarks on a row that is taken, and keeps the first ones of each code in words.
  func remark(
    _ row: TableRow, _ fields: UnsafeBufferPointer<TableField>, _ block: RowBlock
  ) {
    report.warned += 1
    guard records.countRemarks(&remarks) else { return }
    for reason in records.reasons(for: fields, row: row, isRefused: false)
    where remarks.isKept(reason.code) {
      block.remarks.append(
        RowRemark(number: row.number, line: row.line, sheet: reader.sheet, reason: reason))
    }
  }
}
