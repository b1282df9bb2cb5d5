/// How the codes of a net's cells are built: digits in segments, or anything.
///
/// The lowest level has the whole code; a cell above has its beginning, cut after a segment (an
/// administrative code of 6 digits, one with the street of 9, one with the community of 12), or that
/// filled up with zeros, as the statistical division codes are written.
///
/// ```swift
/// let grammar = CodeGrammar.named("unit-grid-15")
/// let fault = grammar?.fault(of: "110101001", isLowest: true)
/// print(fault?.message ?? "")  // has 9 characters instead of 15
/// ```
public struct CodeGrammar: Sendable, Equatable {
  /// A part of a code.
  public struct Segment: Sendable, Equatable {
    /// What it says.
    public let name: String
    /// The same in Chinese.
    public let nameChinese: String
    /// The number of digits.
    public let length: Int
    /// The numbers that it may be.
    public let range: ClosedRange<Int>
  }

  /// The name by which it is asked for.
  public let name: String
  /// What it is called.
  public let title: String
  /// What it is called in Chinese.
  public let titleChinese: String
  /// Its segments in their order; none for any code.
  public let segments: [Segment]
  /// Which of the segments are the division code that the cells above are called by.
  let division: Range<Int>

  /// Any code; what a net has where nobody chose another one.
  public static let free = CodeGrammar(
    name: "free", title: "any code", titleChinese: "不限", segments: [], division: 0..<0)

  /// The unit grids of digital city management, GB/T 30428 and GB/T 47678: division 6, street 3,
  /// community 3, sequence 3.
  public static let unitGrid = CodeGrammar(
    name: "unit-grid-15", title: "unit grid, 15 digits (GB/T 30428, GB/T 47678)",
    titleChinese: "单元网格编码,15 位(GB/T 30428、GB/T 47678)",
    segments: [.county, .street(1...999), .community(1...999), .sequence(3, from: 1)],
    division: 0..<3)

  /// The grids of social governance: a statistical division code of 12 digits and a sequence of 3.
  public static let socialGovernance = CodeGrammar(
    name: "social-governance-15",
    title: "social-governance grid, division of 12 digits and sequence of 3",
    titleChinese: "社会治理网格编码,12 位区划代码 + 3 位顺序码",
    segments: [.county, .street(1...599), .community(1...599), .sequence(3, from: 1)],
    division: 0..<3)

  /// The grids of community services, CJ/T 349-2010: object class 6, division 6, street 3,
  /// community 3, sequence 2; a community that is not divided has the sequence 00.
  public static let communityService = CodeGrammar(
    name: "cjt349-20", title: "community-service grid, 20 digits (CJ/T 349-2010)",
    titleChinese: "社区服务网格编码,20 位(CJ/T 349-2010)",
    segments: [
      Segment(name: "object class", nameChinese: "对象分类代码", length: 6, range: 0...999_999),
      .county, .street(1...999), .community(1...999), .sequence(2, from: 0),
    ], division: 1..<4)

  /// All grammars.
  public static let all = [free, unitGrid, socialGovernance, communityService]

  /// The grammar of a name; nil where there is none.
  public static func named(_ name: String) -> CodeGrammar? { all.first { $0.name == name } }

  /// The number of digits of a whole code; 0 for any number.
  public var length: Int { segments.reduce(0) { $0 + $1.length } }
}

extension CodeGrammar.Segment {
  /// The division of a county, GB/T 2260; numbers from 83 on are nobody's and serve fictitious places.
  static let county = Self(
    name: "division", nameChinese: "县级行政区划代码", length: 6, range: 110_000...999_999)

  /// The street or township.
  static func street(_ range: ClosedRange<Int>) -> Self {
    Self(name: "street", nameChinese: "街道(乡镇)代码", length: 3, range: range)
  }

  /// The community or village.
  static func community(_ range: ClosedRange<Int>) -> Self {
    Self(name: "community", nameChinese: "社区(村)代码", length: 3, range: range)
  }

  /// The number within the community.
  static func sequence(_ length: Int, from first: Int) -> Self {
    Self(
      name: "sequence", nameChinese: "顺序码", length: length,
      range: first...(length == 2 ? 99 : 999))
  }
}

/// Why a code does not follow its grammar.
public struct CodeFault: Sendable, Equatable, Codable {
  /// The code.
  public var code: String
  /// What is wrong with it, without the code.
  public var message: String
  /// The same in Chinese.
  public var messageChinese: String

  /// Says what is wrong with a code.
  public init(code: String, message: String, messageChinese: String) {
    self.code = code
    self.message = message
    self.messageChinese = messageChinese
  }

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case code, message
    case messageChinese = "message_zh"
  }
}
