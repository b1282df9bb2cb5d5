/// Which nets a look-up answers from beside the base net.
public enum NetSelection: Sendable, Equatable {
  /// Those that have an active generation (then).
  case all
  /// The named ones.
  case named([String])

  /// The word that means all.
  static let allName = "all"

  /// Reads `all`, or names with commas between them.
  ///
  /// - Throws: `GewuError` where no name is given.
  public init(_ text: String) throws {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    guard names.allSatisfy({ !$0.isEmpty }) else {
      throw GewuError(
        .invalid, "«\(text)» names no nets; give all, or names with commas like police,school")
    }
    self = names == [Self.allName] ? .all : .named(names)
  }
}
