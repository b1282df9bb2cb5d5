/// A subject with what the columns of a profile ask of it.
public struct ProfileSubject: Sendable {
  /// The kind of subject.
  public var kind: String
  /// The values that stand, as read, by the names of attributes.
  public var values: [String: [ArraySlice<UInt8>]] = [:]
  /// The data sets that tell of it.
  public var sources: Set<String> = []
  /// Where it mainly lives on the day asked about: the address as read, and the code of its division.
  public var home: ArraySlice<UInt8>?, homeDivision: [UInt8]?
  /// The first day there.
  public var arrived: Int32?
  /// The code of the division in which it is registered.
  public var registeredDivision: [UInt8]?

  /// A subject of which nothing is known yet.
  public init(kind: String) { self.kind = kind }
}

extension ProfileColumn {
  /// Whether a subject counts in this column, wherever it is.
  ///
  /// - Parameters:
  ///   - day: the day asked about.
  ///   - isLivedIn: whether somebody lives at an address.
  public func counts(
    _ subject: ProfileSubject, on day: Int32, isLivedIn: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    switch counted {
    case .subjects(let kind, _), .homes(let kind): guard kind == subject.kind else { return false }
    case .rows: return false
    }
    return when.isEmpty
      || when.contains { tests in
        tests.allSatisfy { $0.holds(subject, on: day, isLivedIn: isLivedIn) }
      }
  }
}

extension ProfileTest {
  func holds(
    _ subject: ProfileSubject, on day: Int32, isLivedIn: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    let values = { (attribute: String) in subject.values[attribute] ?? [] }
    switch self {
    case .isOneOf(let attribute, let allowed):
      return values(attribute).contains { allowed.contains(Array($0)) }
    case .isNoneOf(let attribute, let barred):
      return !values(attribute).contains { barred.contains(Array($0)) }
    case .begins(let attribute, let starts):
      return values(attribute).contains { value in
        starts.contains { value.starts(with: $0) }
      }
    case .states(let attribute): return !values(attribute).isEmpty
    case .isSeen(let sources): return !subject.sources.isDisjoint(with: sources)
    case .age(let attribute, let range):
      let age = values(attribute).first.flatMap { CivilDay.read($0) }
        .flatMap { CivilDay.age(since: $0, on: day) }
      guard let range else { return age == nil }
      return age.map(range.contains) ?? false
    case .floats(let answer):
      return ResidenceStatus(
        registered: subject.registeredDivision, living: subject.homeDivision,
        arrived: subject.arrived, on: day
      ).isFloating == answer
    case .livedIn(let attribute): return values(attribute).contains(where: isLivedIn)
    }
  }
}

extension CivilDay {
  /// The whole years from a day to a later one; nil where it is not later, or no day.
  ///
  /// Who was born on 29 February is a year older on 1 March where the year has no such day.
  static func age(since birth: Int32, on day: Int32) -> Int? {
    guard birth <= day, let first = parts(of: birth), let last = parts(of: day) else { return nil }
    let isBefore = (last.month, last.day) < (first.month, first.day)
    return last.year - first.year - (isBefore ? 1 : 0)
  }
}
