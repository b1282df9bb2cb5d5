/// Whom and where a row is about.
struct RowSubject {
  /// The place of somebody among the people.
  var person: Int
  /// The organisation, where the row is about one.
  var organisation: Organisation?
  /// What it lies at.
  var place: RowPlace

  /// Whether it lies at somebody's home.
  var isHome: Bool {
    if case .dwelling = place { true } else { false }
  }
}
