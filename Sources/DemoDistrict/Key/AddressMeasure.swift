package import DemoTruth

/// What the register says of the addresses of rows, beside the true address of each.
package struct AddressMeasure: Sendable {
  /// What was said of one row.
  package struct Answer: Sendable {
    /// The full text of the register's entry; nil for none.
    package var entry: String?
    /// Whether the entry is sure: it is equal, or there is no other.
    package var isSure: Bool
    /// Whether it is a building or finer, and whether it is a room.
    package var isFine: Bool
    package var isRoom: Bool

    package init(entry: String?, isSure: Bool, isFine: Bool, isRoom: Bool) {
      (self.entry, self.isSure, self.isFine, self.isRoom) = (entry, isSure, isFine, isRoom)
    }
  }

  /// All rows that were looked up, and those of which the key has a true address and no fault: only these are
  /// counted below.
  package private(set) var rows = 0, told = 0
  /// Those whose true address is in the register, down to a building or finer, and of these the ones that were given
  /// it or what holds it, surely and at building or finer.
  package private(set) var inRegister = 0, matched = 0
  /// Those that were surely given what is neither the true address nor holds it, and of these the ones given a room.
  package private(set) var wrong = 0, wrongRooms = 0
  /// Those that were given something finer than the truth.
  package private(set) var finer = 0

  private let division: String
  private let known: Set<String>
  private let fine: Set<String>

  /// - Parameters:
  ///   - register: the full texts of the register.
  ///   - fine: those of buildings and finer.
  package init(register: [String], fine: [String], division: Division = .first) {
    self.division = Division.province + division.fullName
    known = Set(register)
    var buildings = Set(fine)
    // A building of which the register has only rooms is there, too.
    for text in fine {
      for end in text.indices where "幢栋楼".contains(text[end]) {
        buildings.insert(String(text[...end]))
      }
    }
    self.fine = buildings
  }

  /// Takes a row.
  package mutating func add(_ answer: Answer, truth: String?, hasFault: Bool) {
    rows += 1
    guard let truth, !hasFault else { return }
    told += 1
    let entry = answer.isSure ? answer.entry : nil
    if let entry, !holds(entry, truth) {
      wrong += 1
      if answer.isRoom { wrongRooms += 1 }
    }
    if let entry, entry.count > truth.count { finer += 1 }
    if known.contains(truth), fine.contains(truth) {
      inRegister += 1
      if entry != nil, answer.isFine { matched += 1 }
    }
  }

  /// Whether an entry is the address or lies above it: 2幢 holds 2幢1单元, and 1号 does not hold 1号楼 of another.
  func holds(_ entry: String, _ truth: String) -> Bool {
    let (entry, truth) = (local(entry), local(truth))
    guard entry != truth else { return true }
    return truth.hasPrefix(entry) && entry.last?.isNumber != true
  }

  /// An address without the divisions above its road or village, which some departments leave out.
  private func local(_ address: String) -> Substring {
    guard address.hasPrefix(division) else { return address[...] }
    let rest = address.dropFirst(division.count)
    for (place, index) in rest.indices.enumerated() where place >= 2 {
      for ending in ["街道", "镇", "乡"] where rest[index...].hasPrefix(ending) {
        return rest[index...].dropFirst(ending.count)
      }
      guard place < 8 else { break }
    }
    return rest
  }
}
