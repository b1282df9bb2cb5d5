import Addresses
import Datasets

/// What is made of a written address, as rules of subjects name its parts: what the register has, else what is written.
///
/// Two rows that write an address that no register has can so be of one home all the same.
struct AddressParts: Sendable, Equatable {
  var address: [UInt8] = []
  var dwelling: [UInt8] = []
  var building: [UInt8] = []
  var door: [UInt8] = []
  var level: [UInt8] = []
  var division: [UInt8] = []

  /// Empty where the part is not known.
  subscript(part: FieldTerm.Part) -> [UInt8] {
    switch part {
    case .address: address
    case .dwelling: dwelling
    case .building: building
    case .door: door
    case .level: level
    case .division: division
    }
  }

  /// Takes from what is written the parts that the register does not have.
  ///
  /// - Parameter known: how far the register has it.
  mutating func fill(from place: WrittenPlace, above known: AddressLevel) {
    if place.level > known {
      address = place.text
      level = Array(place.level.name.utf8)
    }
    if dwelling.isEmpty { dwelling = place.dwelling }
    if building.isEmpty { building = place.building }
    if door.isEmpty { door = place.door }
  }
}

extension AddressMatching {
  /// The parts of some written addresses, in their order.
  func parts(of texts: [String], threads: Int) -> [AddressParts] {
    inShares(texts, threads: threads) { texts in
      var run = MatchRun(book.matcher)
      return texts.map { text in
        let (result, reading) = run.read(text)
        var found = AddressParts()
        var level = AddressLevel.none
        if result.certainty == .equal || result.certainty == .sure, let entry = result.entry {
          // A place that was renamed is the one that it is today.
          found = parts(of: result.successor ?? entry)
          level = result.level
        }
        reading.map { found.fill(from: WrittenPlace($0), above: level) }
        return found
      }
    }
  }

  private func parts(of entry: EntryIndex) -> AddressParts {
    let path = book.register.path(to: entry)
    guard let own = path.last else { return AddressParts() }
    var parts = AddressParts()
    parts.address = name(of: path)
    parts.level = Array(own.level.name.utf8)
    parts.division = Array((book.area(of: entry) ?? "").utf8)
    for (level, part) in [
      (AddressLevel.door, \AddressParts.door), (.building, \.building), (.room, \.dwelling),
    ] {
      guard let end = path.lastIndex(where: { $0.level == level }) else { continue }
      parts[keyPath: part] = name(of: Array(path[...end]))
    }
    return parts
  }

  /// The code of the entry at the end of a path; where it has none of its own, its elements.
  private func name(of path: [AddressEntry]) -> [UInt8] {
    if let own = path.last, let text = book.addressID(of: own.index).flatMap(book.text(ofAddress:))
    {
      return Array(text.code.utf8)
    }
    return Array(path.map { $0.element.key }.joined(separator: [0x2F]))
  }
}

/// The parts of addresses that were asked for, each text once.
struct AddressMemo {
  private let matching: AddressMatching
  private let threads: Int
  private var known: [String: AddressParts] = [:]

  /// So many texts are kept.
  private static let most = 200_000

  init(_ matching: AddressMatching, threads: Int) {
    (self.matching, self.threads) = (matching, threads)
  }

  /// Looks up those of some texts that are not known yet.
  mutating func look(up texts: Set<String>) {
    let fresh = texts.filter { known[$0] == nil }.sorted()
    guard !fresh.isEmpty else { return }
    if known.count + fresh.count > Self.most {
      known = known.filter { texts.contains($0.key) }
    }
    for (text, parts) in zip(fresh, matching.parts(of: fresh, threads: threads)) {
      known[text] = parts
    }
  }

  /// The parts of a text that was looked up.
  func parts(of text: String) -> AddressParts { known[text] ?? AddressParts() }
}
