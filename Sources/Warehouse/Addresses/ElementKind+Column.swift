import Addresses

extension ElementKind {
  /// The kinds that an address in the store has columns for, from the whole to the part.
  static let columns = allCases.filter { $0 != .country && $0 != .remark }.sorted()
}
