import Addresses
import GRDB
import Geometry
import Time

extension StoreTransaction {
  /// Makes a new version of the register of what its sources say now, where that is something else than the
  /// current version says; an address that no source has any more gets another state, historic from today on.
  ///
  /// - Parameter states: one for each code, in any order.
  package func replaceRegister(
    with states: [AddressOccurrence], aliases: [AlternativeName], grammar: String, rules: String
  ) throws -> RegisterReport {
    let current = try registerVersion()
    let last = current?.version ?? 0
    let version = last + 1
    var report = RegisterReport(version: version)
    report.aliases = aliases.count
    var known: [String: AddressOccurrence] = [:]
    try forEachAddress(in: last) { known[$0.code] = $0 }
    var changes: [AddressOccurrence] = []
    var isKept: Set<String> = []
    for var state in states {
      isKept.insert(state.code)
      guard let before = known[state.code] else {
        report.added += 1
        changes.append(state)
        continue
      }
      if before.says(state) {
        report.unchanged += 1
      } else {
        report.changed += 1
        state.addressID = before.addressID
        changes.append(state)
      }
    }
    for var state in known.values where !isKept.contains(state.code) {
      if state.status == .historic {
        report.unchanged += 1
        continue
      }
      report.ended += 1
      state.status = .historic
      state.validTo = state.validTo ?? store.zone.day(of: now).adding(days: -1)
      changes.append(state)
    }
    let hasNewNames = try Set(alternativeNames(in: last)) != Set(aliases)
    if !report.hasChanges, !hasNewNames, let current, current.grammar == grammar,
      current.rules == rules
    {
      report.version = current.version
      return report
    }
    try db.execute(
      sql: "INSERT INTO address_register (version, made_at, grammar, rules) VALUES (?, ?, ?, ?)",
      arguments: [version, now, grammar, rules])
    try write(changes.sorted { $0.code < $1.code }, version: version)
    if hasNewNames { try write(aliases, version: version) }
    try note(.loadAddresses, "addresses/\(version)")
    return report
  }

  private func write(_ states: [AddressOccurrence], version: Int64) throws {
    let number = try db.makeStatement(sql: "INSERT INTO address (code) VALUES (?)")
    let close = try db.makeStatement(
      sql: """
        UPDATE address_occurrence SET to_version = ? WHERE address_id = ? AND to_version IS NULL
        """)
    var states = states
    for index in states.indices {
      if states[index].addressID == 0 {
        try number.execute(arguments: [states[index].code])
        states[index].addressID = db.lastInsertedRowID
      } else {
        try close.execute(arguments: [version, states[index].addressID])
      }
    }
    let kinds = ElementKind.columns
    let columns = kinds.map { SQLName.quoted($0.name) }.joined(separator: ", ")
    let places = Array(repeating: "?", count: kinds.count).joined(separator: ", ")
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO address_occurrence (address_id, full_address, level, status, valid_from, valid_to,
          successor_id, main_id, area_code, position_kind, x, y, dataset, row_id, from_version, \(columns))
        VALUES (?, ?, ?, ?, ?, ?, (SELECT id FROM address WHERE code = ?),
          (SELECT id FROM address WHERE code = ?), ?, ?, ?, ?, ?, ?, ?, \(places))
        """)
    for state in states {
      var arguments: StatementArguments = [
        state.addressID, state.fullAddress, state.level.name, state.status.name,
        state.validFrom.map { "\($0)" }, state.validTo.map { "\($0)" }, state.successor, state.main,
      ]
      arguments += [
        state.areaCode, state.point?.kind.name, state.point?.position.x, state.point?.position.y,
        state.dataset, state.row, version,
      ]
      arguments += StatementArguments(kinds.map { state.column($0) })
      try insert.execute(arguments: arguments)
    }
  }

  private func write(_ aliases: [AlternativeName], version: Int64) throws {
    try db.execute(
      sql: "UPDATE address_alias SET to_version = ? WHERE to_version IS NULL", arguments: [version])
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO address_alias (kind, element, name, alias, until, dataset, from_version)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for alias in aliases {
      try insert.execute(arguments: [
        alias.kind.rawValue, alias.element, alias.name, alias.alias, alias.until, alias.dataset,
        version,
      ])
    }
  }
}
