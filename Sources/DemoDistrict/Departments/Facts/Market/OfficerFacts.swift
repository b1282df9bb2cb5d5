import DemoTruth

/// What can be read of the posts of persons in enterprises.
enum OfficerFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "officer.firm": (.firm, { Int($0.officer($1).firm) }),
      "officer.person": (.person, { Int($0.officer($1).person) }),
    ]
    table.beginnings[.officer] = { $0.officer($1).from }
    table.facts = [
      // The register numbers the persons of its firms as they come in.
      "officer.personSerial": { .text($0.division.code + Digits.padded($1 + 1, 10)) },
      "officer.position": { .text($0.officer($1).position.title) },
      "officer.isRepresentative": { .boolean($0.officer($1).isRepresentative) },
      "officer.person.documentKind#code": { sight, index in
        let traits = sight.person(Int(sight.officer(index).person)).traits
        return .text(
          traits.contains(.foreigner) ? "40" : traits.contains(.compatriot) ? "50" : "10")
      },
      // The column is for resident IDs.
      "officer.person.residentID": { sight, index in
        let person = Int(sight.officer(index).person)
        return sight.people.documentKind(of: person) == 111
          ? .text(sight.people.number(of: person)) : .none
      },
      "officer.person.nationality#code": { sight, index in
        sight.person(Int(sight.officer(index).person)).traits.contains(.foreigner)
          ? .none : .text("CHN")
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    // Those of the enterprises of samr_market_entity; the other posts of one enterprise in two were entered.
    "samr_legal_rep": RowRule(
      draw: "samr_market_entity", group: { Int($0.officer($1).firm) },
      count: { $0.market.posts.posts.count },
      isIn: { sight, index in
        let post = sight.officer(index)
        // The list of enterprises drops one five years after its end.
        let end = sight.firm(Int(post.firm)).to
        guard post.holds(on: sight.day), end == Firm.open || sight.day < end + 5 * 365 else {
          return false
        }
        var draw = Draw(Draw.stream(sight.shared.seed, "officer.entered"), Int(post.firm))
        return post.isRepresentative || draw.below(100) < 50
      })
  ]
}
