import DemoTruth

/// What only hearings before a committee of mediation have.
enum MediationFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "event.mediator": (
        .person, { sight, index in post(sight, index).map { Int($0.person) } ?? -1 }
      )
    ]
    table.facts = [
      "event.acceptedAt": { .moment($0.event($1).minute) },
      "event.committeeName": { sight, index in
        .optional(post(sight, index).flatMap { PostFacts.committee(sight, of: $0) })
      },
      "event.parties#masked": { .optional(parties($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = ["jus_mediation": CaseFacts.rule(.mediation, days: 365)]

  /// One of the mediators of the community, the same one for a hearing.
  private static func post(_ sight: Sight, _ index: Int) -> Post? {
    guard let community = sight.community(ofEvent: index) else { return nil }
    let posts = sight.shared.truth.posts
    let grids = sight.shared.ground.communities[community].grids
    let day = sight.event(index).day
    let there = posts.mediators(ofGrids: grids, on: day).filter { posts.list[$0].employer >= 0 }
    guard !there.isEmpty else { return nil }
    var draw = Draw(Draw.stream(sight.shared.seed, "mediation.mediator"), sight.key(index))
    return posts.list[draw.pick(there)]
  }

  /// 张某、李某: who complained and the other side, a neighbour or a firm.
  private static func parties(_ sight: Sight, _ index: Int) -> String? {
    let events = sight.shared.events
    let happening = events.happening(of: index)
    let event = sight.event(happening)
    var names: [String] = []
    if event.person >= 0 { names.append(masked(sight, event.person)) }
    if event.firm >= 0 {
      names.append(sight.shared.registeredName(Int(event.firm)))
    } else {
      let other = events.otherParty(of: happening)
      if other >= 0, other != event.person { names.append(masked(sight, other)) }
    }
    guard !names.isEmpty else { return nil }
    return names.joined(separator: "、") + (names.count == 1 ? "等" : "")
  }

  private static func masked(_ sight: Sight, _ person: Int32) -> String {
    let name = sight.person(Int(person)).name
    let surname = name.surnameText.isEmpty ? String(name.text.prefix(1)) : name.surnameText
    return surname + "某"
  }
}
