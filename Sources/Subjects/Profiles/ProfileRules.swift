/// What is counted in cells: the columns of their profiles, as a file of rules declares them.
public struct ProfileRules: Hashable, Sendable {
  /// The columns in the order of the file; no two have one name.
  public var columns: [ProfileColumn]
  /// Whose rows tell where an address lies.
  public var addresses: [ProfileAddress]
  /// The column that is measured by the norm of a net; nil for none.
  public var size: String?

  /// Rules of some columns.
  public init(columns: [ProfileColumn], addresses: [ProfileAddress] = [], size: String? = nil) {
    (self.columns, self.addresses, self.size) = (columns, addresses, size)
  }
}

/// One column: how many subjects of a kind, or rows of a data set, there are that it asks for.
public struct ProfileColumn: Hashable, Sendable {
  /// What is counted.
  public enum Counted: Hashable, Sendable {
    /// Subjects of a kind, each in one place.
    case subjects(kind: String, at: ProfilePlace)
    /// Places where subjects of a kind live, each once however many live there.
    case homes(kind: String)
    /// The current rows of a data set.
    case rows(dataset: String)
  }

  /// Its name: lower-case letters, digits and underlines.
  public var name: String
  /// What people call it, in English and in Chinese.
  public var title: String, titleChinese: String
  /// What is counted.
  public var counted: Counted
  /// A subject counts that passes all tests of one of these lists; every one where there is none.
  public var when: [[ProfileTest]]
  /// How much of it is known: one column over another; nil where nobody can say.
  public var completeness: Completeness?

  /// The share of what is known: a column over another.
  public struct Completeness: Hashable, Sendable {
    /// The column of those that are known.
    public var part: String
    /// The column of all.
    public var whole: String

    /// The share of one column in another.
    public init(part: String, of whole: String) { (self.part, self.whole) = (part, whole) }
  }

  /// A column that counts everything of its kind, until ``when`` says otherwise.
  public init(
    name: String, title: String, titleChinese: String, counted: Counted,
    when: [[ProfileTest]] = [], completeness: Completeness? = nil
  ) {
    (self.name, self.title, self.titleChinese) = (name, title, titleChinese)
    (self.counted, self.when, self.completeness) = (counted, when, completeness)
  }
}

/// Where a subject counts.
public enum ProfilePlace: String, Hashable, Sendable, CaseIterable {
  /// Where the row lies that states its grid.
  case own
  /// Where it mainly lives.
  case lives
  /// Where it is registered.
  case registered
}

/// An attribute whose rows tell where an address lies.
public struct ProfileAddress: Hashable, Sendable {
  /// The kind of subject.
  public var kind: String
  /// The attribute that names the address.
  public var attribute: String
  /// Only rows of these data sets; all where there is none.
  public var sources: Set<String>

  /// The rows of a kind that name an address by an attribute.
  public init(kind: String, attribute: String, sources: Set<String> = []) {
    (self.kind, self.attribute, self.sources) = (kind, attribute, sources)
  }
}

/// Something that is asked of a subject.
public enum ProfileTest: Hashable, Sendable {
  /// A value of an attribute is one of some.
  case isOneOf(attribute: String, Set<[UInt8]>)
  /// No value of an attribute is one of some.
  case isNoneOf(attribute: String, Set<[UInt8]>)
  /// A value of an attribute begins with one of some.
  case begins(attribute: String, Set<[UInt8]>)
  /// An attribute has a value.
  case states(attribute: String)
  /// A row of one of some data sets tells of it.
  case isSeen(by: Set<String>)
  /// So many whole years have passed since a day, both borders included; nil where the day is not known.
  case age(attribute: String, ClosedRange<Int>?)
  /// Whether the person floats, by ``ResidenceStatus/isFloating``.
  case floats(ResidenceStatus.Answer)
  /// Somebody lives at the address that an attribute names.
  case livedIn(attribute: String)
}

extension ProfileColumn {
  /// The same with its values read as those of subjects are, by the kinds of attributes: a code `F` is `f` to both.
  ///
  /// - Parameter rules: those of the kind that is counted.
  public func read(by rules: SubjectRules) -> ProfileColumn {
    let read = { (attribute: String, values: Set<[UInt8]>) -> Set<[UInt8]> in
      guard let kind = rules.attribute(attribute).map({ rules.attributes[$0].kind }) else {
        return values
      }
      return Set(values.map { kind.normal($0[...]) })
    }
    var column = self
    column.when = when.map { tests in
      tests.map { test in
        switch test {
        case .isOneOf(let attribute, let values):
          .isOneOf(attribute: attribute, read(attribute, values))
        case .isNoneOf(let attribute, let values):
          .isNoneOf(attribute: attribute, read(attribute, values))
        case .begins(let attribute, let values):
          .begins(attribute: attribute, read(attribute, values))
        case .states, .isSeen, .age, .floats, .livedIn: test
        }
      }
    }
    return column
  }
}
