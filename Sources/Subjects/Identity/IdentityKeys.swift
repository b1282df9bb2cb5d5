/// The keys of rows, as the rungs of the ladder ask for them.
struct IdentityKeys {
  let table: RecordTable
  /// Keys of certain rules, and of those that only propose.
  private(set) var certain: [KeyEntry] = []
  private(set) var proposing: [KeyEntry] = []

  init(table: RecordTable, rows: [UInt32]) {
    self.table = table
    certain.reserveCapacity(rows.count * 2)
    for (number, rule) in table.rules.identity.enumerated() {
      let number = UInt16(truncatingIfNeeded: number)
      for leg in 0..<max(rule.any.count, 1) {
        add(rows, rule, number, leg: leg)
      }
    }
    certain.sortByHash()
    proposing.sortByHash()
  }

  /// What the hashes of one leg of one rule begin with.
  static func start(_ rule: UInt16, leg: Int) -> UInt64 {
    Mixing.add(UInt64(leg), to: Mixing.mix(UInt64(rule) &+ 1))
  }

  /// Adds the keys of all rows by one leg of one rule.
  private mutating func add(_ rows: [UInt32], _ rule: IdentityRule, _ number: UInt16, leg: Int) {
    var attributes = rule.equal
    if rule.any.indices.contains(leg) { attributes.append(rule.any[leg]) }
    let start = Self.start(number, leg: leg)
    let leg = UInt16(truncatingIfNeeded: leg)
    next: for row in rows {
      var hash = start
      for attribute in attributes {
        let reading = table.reading(Int(row), attribute)
        if reading == 0 { continue next }
        hash = Mixing.add(UInt64(reading), to: hash)
      }
      append(hash, row, number, leg: leg, rule)
    }
  }

  private mutating func append(
    _ hash: UInt64, _ row: UInt32, _ number: UInt16, leg: UInt16, _ rule: IdentityRule
  ) {
    if rule.isCertain {
      certain.append(KeyEntry(hash: hash, row: row, rule: number, leg: leg))
    } else if let near = rule.near {
      for cell in table.squares(of: Int(row), near) {
        proposing.append(
          KeyEntry(hash: Mixing.add(cell, to: hash), row: row, rule: number, leg: leg))
      }
    } else {
      proposing.append(KeyEntry(hash: hash, row: row, rule: number, leg: leg))
    }
  }
}

extension RecordTable {
  /// Whether two rows agree in all that a rule's key is made of.
  func agree(_ left: Int, _ right: Int, _ rule: IdentityRule, leg: Int) -> Bool {
    for attribute in rule.equal where reading(left, attribute) != reading(right, attribute) {
      return false
    }
    guard rule.any.indices.contains(leg) else { return true }
    return reading(left, rule.any[leg]) == reading(right, rule.any[leg])
  }

  /// The squares a place lies in, in four nets of squares twice the distance wide, each moved by
  /// half a square: two places within the distance share a square of one net at least.
  func squares(of row: Int, _ near: IdentityRule.Near) -> [UInt64] {
    guard let place = place(of: row, near) else { return [] }
    let width = near.within * 2
    var squares: [UInt64] = []
    for (net, shift) in [(0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)].enumerated() {
      var hash = Mixing.mix(UInt64(net) + 1)
      hash = Mixing.add(Self.floor(place.east / width + shift.0), to: hash)
      squares.append(Mixing.add(Self.floor(place.north / width + shift.1), to: hash))
    }
    return squares
  }

  /// The largest whole number not above one, as bits; numbers too large for it are all alike.
  private static func floor(_ number: Double) -> UInt64 {
    guard abs(number) < 1e15 else { return .max }
    let whole = Int64(number)
    return UInt64(bitPattern: Double(whole) > number ? whole - 1 : whole)
  }

  /// Whether two rows' places lie within the distance.
  func isNear(_ left: Int, _ right: Int, _ near: IdentityRule.Near) -> Bool {
    guard let one = place(of: left, near), let other = place(of: right, near) else { return false }
    let (east, north) = (one.east - other.east, one.north - other.north)
    return east * east + north * north <= near.within * near.within
  }

  private func place(of row: Int, _ near: IdentityRule.Near) -> (east: Double, north: Double)? {
    guard let east = ValueKind.decimal(pool[reading(row, near.east)]),
      let north = ValueKind.decimal(pool[reading(row, near.north)])
    else { return nil }
    // Adding 0 makes -0 and 0 one.
    return (east + 0, north + 0)
  }
}
