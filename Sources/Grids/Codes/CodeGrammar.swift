/// How the codes of a net's cells are built: digits in segments, or anything.
///
/// The lowest level has the whole code; a cell above has its beginning, cut after a segment (an
/// administrative code of 6 digits, one with the street of 9, one with the community of 12), or that
/// filled up with zeros, as the statistical division codes are written.
///
/// ```swift
/// let grammar = CodeGrammar.named("unit-grid-15")
/// let fault = grammar?.fault(of: "110101001", isLowest: true)
/// print(fault?.reason)  // .length(9, instead: [15])
/// ```
public struct CodeGrammar: Sendable, Equatable {
  /// A part of a code.
  public struct Segment: Sendable, Equatable {
    /// What the digits stand for.
    public enum Meaning: Sendable, Hashable {
      /// What kind of thing the cell is of.
      case objectClass
      /// The division of a county.
      case division
      /// The street or township.
      case street
      /// The community or village.
      case community
      /// The number within the community.
      case sequence
    }

    /// What the digits stand for.
    public let meaning: Meaning
    /// The number of digits.
    public let length: Int
    /// The numbers that it may be.
    public let range: ClosedRange<Int>
  }

  /// Which grammars there are; the raw values are the names by which they are asked for.
  public enum Kind: String, Sendable, CaseIterable {
    case free
    case unitGrid = "unit-grid-15"
    case socialGovernance = "social-governance-15"
    case communityService = "cjt349-20"
  }

  /// Which one it is.
  public let kind: Kind
  /// Its segments in their order; none for any code.
  public let segments: [Segment]
  /// Which of the segments are the division code that the cells above are called by.
  let division: Range<Int>

  /// Any code; what a net has where nobody chose another one.
  public static let free = CodeGrammar(
    kind: .free, segments: [], division: 0..<0)

  /// The unit grids of digital city management, GB/T 30428 and GB/T 47678: division 6, street 3,
  /// community 3, sequence 3.
  public static let unitGrid = CodeGrammar(
    kind: .unitGrid,
    segments: [.county, .street(1...999), .community(1...999), .sequence(3, from: 1)],
    division: 0..<3)

  /// The grids of social governance: a statistical division code of 12 digits and a sequence of 3.
  public static let socialGovernance = CodeGrammar(
    kind: .socialGovernance,
    segments: [.county, .street(1...599), .community(1...599), .sequence(3, from: 1)],
    division: 0..<3)

  /// The grids of community services, CJ/T 349-2010: object class 6, division 6, street 3,
  /// community 3, sequence 2; a community that is not divided has the sequence 00.
  public static let communityService = CodeGrammar(
    kind: .communityService,
    segments: [
      Segment(meaning: .objectClass, length: 6, range: 0...999_999),
      .county, .street(1...999), .community(1...999), .sequence(2, from: 0),
    ], division: 1..<4)

  /// All grammars.
  public static let all = Kind.allCases.map { kind in
    switch kind {
    case .free: free
    case .unitGrid: unitGrid
    case .socialGovernance: socialGovernance
    case .communityService: communityService
    }
  }

  /// The name by which it is asked for.
  public var name: String { kind.rawValue }

  /// The grammar of a name; nil where there is none.
  public static func named(_ name: String) -> CodeGrammar? { all.first { $0.name == name } }

  /// The number of digits of a whole code; 0 for any number.
  public var length: Int { segments.reduce(0) { $0 + $1.length } }
}

extension CodeGrammar.Segment {
  /// The division of a county, GB/T 2260; numbers from 83 on are nobody's and serve fictitious places.
  static let county = Self(
    meaning: .division, length: 6, range: 110_000...999_999)

  /// The street or township.
  static func street(_ range: ClosedRange<Int>) -> Self {
    Self(meaning: .street, length: 3, range: range)
  }

  /// The community or village.
  static func community(_ range: ClosedRange<Int>) -> Self {
    Self(meaning: .community, length: 3, range: range)
  }

  /// The number within the community.
  static func sequence(_ length: Int, from first: Int) -> Self {
    Self(
      meaning: .sequence, length: length,
      range: first...(length == 2 ? 99 : 999))
  }
}

/// Why a code does not follow its grammar.
public struct CodeFault: Sendable, Equatable {
  /// What is wrong with a code.
  public enum Reason: Sendable, Equatable {
    /// It has characters other than digits.
    case notDigits
    /// It has another number of characters than one of those that it may have.
    case length(Int, instead: [Int])
    /// A segment is not one of a range; all three as they are written, with leading zeros.
    case segment(CodeGrammar.Segment.Meaning, String, low: String, high: String)
    /// It does not go on with the code of the cell above, after some digits of its own.
    case parent(String, after: Int)
  }

  /// The code.
  public var code: String
  /// What is wrong with it.
  public var reason: Reason

  /// Says what is wrong with a code.
  public init(code: String, reason: Reason) {
    self.code = code
    self.reason = reason
  }
}
