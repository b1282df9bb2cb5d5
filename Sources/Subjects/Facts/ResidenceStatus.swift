/// What follows from where a person is registered and lives: derived at a day, never stored.
///
/// Rules of the census of 2020: a person lives permanently where the household is registered and
/// the person stays, or where the person has stayed for half a year; one who is away from the
/// registered township floats, unless both are districts of one city.
public struct ResidenceStatus: Hashable, Sendable {
  /// An answer that may be out of reach.
  public enum Answer: String, Sendable {
    /// It is so.
    case yes
    /// It is not so.
    case no
    /// What is known does not tell.
    case unknown

    init(_ value: Bool) { self = value ? .yes : .no }
  }

  /// Whether the person lives where the household is registered (the same township).
  public let livesWhereRegistered: Answer
  /// Whether the person counts among the permanent residents of the place of living.
  public let isPermanent: Answer
  /// Whether the person counts as floating.
  public let isFloating: Answer

  /// Derives the status on a day.
  ///
  /// - Parameters:
  ///   - registered: the division code of the registered place, 6 to 12 digits; nil if not known.
  ///   - living: the division code of the place of living; nil if not known.
  ///   - arrived: the first day there; nil if not known.
  ///   - day: the day asked about.
  ///   - isPending: whether the registration is still to be made: such a person is permanent.
  public init(
    registered: [UInt8]?, living: [UInt8]?, arrived: Int32?, on day: Int32, isPending: Bool = false
  ) {
    guard let living else {
      (livesWhereRegistered, isPermanent, isFloating) = (.unknown, .unknown, .unknown)
      return
    }
    guard let registered else {
      livesWhereRegistered = .unknown
      isPermanent = isPending ? .yes : Self.hasStayed(since: arrived, on: day)
      isFloating = isPending ? .no : .unknown
      return
    }
    let same = Self.isSameTownship(registered, living)
    livesWhereRegistered = same
    switch same {
    case .yes:
      isPermanent = .yes
      isFloating = .no
    case .unknown:
      isPermanent = Self.hasStayed(since: arrived, on: day) == .yes ? .yes : .unknown
      isFloating = .unknown
    case .no:
      isPermanent = Self.hasStayed(since: arrived, on: day)
      isFloating = Self.areDistrictsOfOneCity(registered, living) ? .no : isPermanent
    }
  }

  /// Whether a stay has lasted half a year on a day.
  private static func hasStayed(since arrived: Int32?, on day: Int32) -> Answer {
    guard let arrived, arrived != CivilDay.unknown, let border = CivilDay.months(6, before: day)
    else { return .unknown }
    return Answer(arrived <= border)
  }

  /// Townships are equal by nine digits; by six where a code has no more, if these differ already.
  private static func isSameTownship(_ one: [UInt8], _ other: [UInt8]) -> Answer {
    guard one.count >= 6, other.count >= 6 else { return .unknown }
    guard one.prefix(6) == other.prefix(6) else { return .no }
    guard one.count >= 9, other.count >= 9 else { return .unknown }
    return Answer(one.prefix(9) == other.prefix(9))
  }

  /// Digits 5 and 6 of a city's districts are 01 to 20; those of counties are higher.
  private static func areDistrictsOfOneCity(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.prefix(4) == other.prefix(4)
      && [one, other].allSatisfy { code in
        let digits = code.dropFirst(4).prefix(2).map { Int($0) - 48 }
        return digits.count == 2 && (1...20).contains(digits[0] * 10 + digits[1])
      }
  }
}
