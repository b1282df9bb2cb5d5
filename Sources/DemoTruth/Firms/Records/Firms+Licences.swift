import Time

/// A term of a licence of a firm: a dated fact.
package struct Licence: Sendable {
  /// The firm's place in `firms.list`.
  package var firm: Int
  package var kind: LicenceKind
  package var number: String
  /// Signed on, and the last day that it holds; ``Firm/open`` for one without an end.
  package var from: Int32
  package var to: Int32

  /// Whether it holds on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day <= to }
}

extension Firms {
  /// The terms of the licences that a firm had, one after the other for each kind.
  package func licences(of index: Int) -> [Licence] {
    licenceBook[index].flatMap { place -> [Licence] in
      let entry = licenceBook.entries[place]
      let number = number(ofLicence: place)
      var terms: [Licence] = []
      var day = entry.from
      while day <= entry.to {
        let term = entry.term(on: day)
        terms.append(
          Licence(firm: index, kind: entry.kind, number: number, from: term.from, to: term.to))
        guard term.to < entry.to else { break }
        day = term.to + 1
      }
      return terms
    }
  }

  /// A licence of a kind that holds on a day.
  package func licence(_ kind: LicenceKind, of index: Int, on day: Int32) -> Licence? {
    licencePlace(kind, of: index, on: day).map { place in
      let entry = licenceBook.entries[place]
      let term = entry.term(on: day)
      return Licence(
        firm: index, kind: kind, number: number(ofLicence: place), from: term.from, to: term.to)
    }
  }

  /// The place in ``licenceBook`` of a licence of a kind that holds on a day.
  package func licencePlace(_ kind: LicenceKind, of index: Int, on day: Int32) -> Int? {
    licenceBook[index].last {
      licenceBook.entries[$0].kind == kind && licenceBook.entries[$0].holds(on: day)
    }
  }

  /// Whether a licence holds on a day and its firm is registered.
  package func isInForce(_ place: Int, on day: Int32) -> Bool {
    let entry = licenceBook.entries[place]
    return entry.holds(on: day) && list[Int(entry.firm)].isOpen(on: day)
  }

  /// The number of a licence, which it keeps through all its terms.
  package func number(ofLicence place: Int) -> String {
    let entry = licenceBook.entries[place]
    let firm = Int(entry.firm)
    let year = Day(ordinal: Int(entry.from)).year
    if entry.kind == .drugs {
      // Shops of chains are C, others D; A has a legal person of its own, B has none.
      let form = list[firm].form
      return "临" + (form == .branch ? "C" : "D")
        + (form == .branch || form == .soleTrader ? "B" : "A") + division.code.prefix(3)
        + Digits.padded(Int(entry.serial) + 10_000 * division.number, 5)
    }
    // A second permit of one holder is its 002.
    let turn = licenceBook[firm].prefix { $0 <= place }
      .count { licenceBook.entries[$0].kind == entry.kind }
    return entry.kind.number(
      serial: Int(entry.kind.isCountedByYear ? entry.serialOfYear : entry.serial),
      holder: entry.kind == .pollution ? code(of: firm) + Digits.padded(turn, 3) : "", year: year,
      in: division)
  }
}
