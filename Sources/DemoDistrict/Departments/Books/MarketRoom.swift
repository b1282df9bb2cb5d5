import DemoTruth

/// What is looked up often of the firms of the district.
struct MarketRoom: Sendable {
  /// The lists of breaches, penalties, debts and judgements.
  let breaches: BreachBook
  /// Who has which post in an enterprise.
  let posts: PostBook
  /// The firms that report by month.
  let large: LargeFirms
  /// The credit codes of the offices of the district by their names.
  let offices: [String: String]

  init(_ truth: Truth, managers: Managers) {
    breaches = BreachBook(truth.firms)
    posts = PostBook(truth.firms) {
      managers.hired(by: $0, on: TruthCalendar.todayOrdinal)
    }
    large = LargeFirms(truth)
    let firms = truth.firms
    offices = Dictionary(
      firms.open("9221", on: TruthCalendar.todayOrdinal).map {
        (firms.name(of: $0), firms.code(of: $0))
      }, uniquingKeysWith: { first, _ in first })
  }
}
