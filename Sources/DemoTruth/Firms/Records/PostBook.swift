/// The posts of persons in enterprises from 2016-07 to 2027-06, by firm.
///
/// Each has one who answers for it. Companies have a supervisor and, where a manager is hired, a manager
/// (company law, articles 51 and 49 of 2018), share companies and those of the state a board; partnerships a
/// second partner. The place in ``posts`` is a post's index for good.
package struct PostBook: Sendable {
  package enum Position: UInt8, Sendable {
    case representative, chairman, director, supervisor, manager, partner, investor

    package var title: String {
      switch self {
      case .representative: "法定代表人"
      case .chairman: "董事长"
      case .director: "董事"
      case .supervisor: "监事"
      case .manager: "经理"
      case .partner: "合伙人"
      case .investor: "投资人"
      }
    }
  }

  package struct Entry: Sendable {
    package var firm: Int32
    package var person: Int32
    /// The first day, and the last one or ``Firm/open``.
    package var from: Int32
    package var to: Int32
    package var position: Position
    package var isRepresentative: Bool

    package func holds(on day: Int32) -> Bool { from <= day && day <= to }
  }

  package let posts: [Entry]

  /// - Parameter manager: who runs a firm beside its representative: a place in `people`, or -1.
  package init(_ firms: Firms, manager: (_ firm: Int) -> Int32 = { _ in -1 }) {
    let stream = Draw.stream(firms.seed, "firm.posts")
    var posts: [Entry] = []
    for (index, firm) in firms.list.enumerated() where firm.form.isEnterprise {
      // A company that lost its licence is there until it is deleted, and so are its posts.
      let end = firm.ending == .revoked || firm.to > TruthCalendar.lastOrdinal ? Firm.open : firm.to
      var taken: [Int32] = []
      func add(_ person: Int32, _ position: Position, _ from: Int32, _ to: Int32) {
        guard person >= 0, !taken.contains(person) else { return }
        taken.append(person)
        posts.append(
          Entry(
            firm: Int32(index), person: person, from: from, to: to, position: position,
            isRepresentative: position == Self.head(firm.form)))
      }
      var from = firm.from
      if let handover = firms.handover(of: index) {
        add(handover.before, Self.head(firm.form), from, handover.day - 1)
        from = handover.day
      }
      add(firm.representative, Self.head(firm.form), from, end)
      var draw = Draw(stream, index)
      func anyone() -> Int32 { firms.places.adult(&draw, firm.from) }
      switch firm.form {
      case .limited, .onePerson, .foreign, .hongKong: add(anyone(), .supervisor, firm.from, end)
      case .jointStock, .stateOwned:
        add(anyone(), .supervisor, firm.from, end)
        for _ in 0..<3 { add(anyone(), .director, firm.from, end) }
      case .partnership:
        // The representative of a partnership is a partner as well; others are not flagged.
        add(anyone(), .investor, firm.from, end)
      default: break
      }
      if firm.form != .branch {
        add(manager(index), .manager, max(firm.from, TruthCalendar.firstOrdinal), end)
      }
    }
    self.posts = posts
  }

  private static func head(_ form: LegalForm) -> Position {
    switch form {
    case .jointStock, .stateOwned: .chairman
    case .partnership: .partner
    case .soleProprietorship: .investor
    case .branch: .manager
    default: .representative
    }
  }
}
