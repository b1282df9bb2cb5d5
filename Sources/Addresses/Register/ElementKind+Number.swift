extension ElementKind {
  /// How far an address goes that ends with this element, before its coarser ones are looked at.
  public var addressLevel: AddressLevel {
    switch self {
    case .country, .postcode, .remark: .none
    case .province: .province
    case .city: .city
    case .county: .county
    case .town: .town
    case .community: .community
    case .villageGroup: .villageGroup
    case .road, .lane, .estate, .estatePart, .place: .road
    case .roadNumber, .subNumber, .row: .door
    case .building: .building
    case .entrance: .entrance
    case .floor: .floor
    case .room: .room
    }
  }

  /// Whether its key is a number or letter: compared as an atom, zeros in front do not count.
  public var isNumber: Bool {
    switch self {
    case .lane, .roadNumber, .subNumber, .row, .building, .entrance, .floor, .room: true
    default: false
    }
  }

  /// A bit for each kind, in a mask of 32.
  var bit: UInt32 { 1 << UInt32(Self.places[Int(rawValue)]) }

  /// The place of each kind in `allCases`, by raw value.
  private static let places: [UInt8] = {
    var places = [UInt8](repeating: 31, count: 256)
    for (place, kind) in allCases.enumerated() {
      places[Int(kind.rawValue)] = UInt8(clamping: place)
    }
    return places
  }()

  /// Whether it is an administrative division down to the community.
  public var isDivision: Bool { self <= .community }

  /// Whether it is a name that can be looked for by itself, without what it lies in.
  public var isName: Bool {
    switch self {
    case .villageGroup, .road, .estate, .place: true
    default: isDivision
    }
  }
}

/// Puts the key of a number into the one form that is compared: capital ASCII letters, and no zero
/// in front of a run of digits ("0302" is "302", "a08" is "A8", "0" stays).
public enum NumberAtom {
  /// The form that is compared.
  public static func canonical(_ key: [UInt8]) -> [UInt8] {
    guard needsWork(key) else { return key }
    var result: [UInt8] = []
    result.reserveCapacity(key.count)
    for (offset, byte) in key.enumerated() {
      let followed = offset + 1 < key.count && isDigit(key[offset + 1])
      let startsRun = result.last.map { !isDigit($0) } ?? true
      if byte == zero, followed, startsRun { continue }
      result.append(isSmallLetter(byte) ? byte & 0xdf : byte)
    }
    return result
  }

  private static let zero = UInt8(ascii: "0")

  private static func needsWork(_ key: [UInt8]) -> Bool {
    key.contains { $0 == zero || isSmallLetter($0) }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

  private static func isSmallLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

  /// The ends of a range of numbers ("12-14"), the lower first; nil for any other key, for equal
  /// or falling ends and for numbers of more than nine digits.
  public static func range(_ key: some Collection<UInt8>) -> ClosedRange<Int32>? {
    var numbers: [Int32] = []
    var digits = 0
    var value: Int32 = 0
    for byte in key {
      if isDigit(byte), digits < 9 {
        value = value &* 10 &+ Int32(byte &- zero)
        digits += 1
      } else if byte == UInt8(ascii: "-"), digits > 0, numbers.isEmpty {
        numbers.append(value)
        (value, digits) = (0, 0)
      } else {
        return nil
      }
    }
    guard let low = numbers.first, digits > 0, low < value else { return nil }
    return low...value
  }

  /// A plain number of one to nine digits.
  public static func number(_ key: some Collection<UInt8>) -> Int32? {
    guard (1...9).contains(key.count) else { return nil }
    var value: Int32 = 0
    for byte in key {
      guard isDigit(byte) else { return nil }
      value = value &* 10 &+ Int32(byte &- zero)
    }
    return value
  }

  /// Whether a number is in a range: between its ends, and of their parity where both have the
  /// same (12-14 holds 12 and 14, 12-15 holds all four).
  public static func contains(_ range: ClosedRange<Int32>, _ number: Int32) -> Bool {
    guard range.contains(number) else { return false }
    let sameParity = (range.lowerBound ^ range.upperBound) & 1 == 0
    return !sameParity || (number ^ range.lowerBound) & 1 == 0
  }
}
