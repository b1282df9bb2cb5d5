internal import Time

/// The papers of people from abroad, from Hong Kong, Macao and Taiwan.
///
/// One paper each: none runs out before the last day of the truth, so that nobody changes it between two lists.
extension People {
  /// Whether somebody has no resident card.
  package func isFromAbroad(_ person: Int) -> Bool {
    !persons[person].traits.isDisjoint(with: [.foreigner, .compatriot])
  }

  /// The country by ISO 3166-1; CHN for compatriots and everyone else.
  package func nationality(of person: Int) -> String {
    let one = persons[person]
    return one.traits.contains(.foreigner) ? LatinNames.countryCode(one.name.given) : "CHN"
  }

  /// The number of a passport as its country forms it, or of a travel permit: eight digits for Taiwan, H or M and
  /// eight digits for Hong Kong and Macao.
  func passport(of person: Int) -> String {
    let one = persons[person]
    let serial = (person + division.number * 1_000_000) * 7_919
    guard one.traits.contains(.foreigner) else {
      return person % 5 < 2
        ? Digits.padded(serial % 100_000_000, 8)
        : (person % 5 == 4 ? "M" : "H") + Digits.padded(serial % 100_000_000, 8)
    }
    let pattern = LatinNames.passport(one.name.given).pattern
    let letters = Array("ABCDEFGHJKLMNPRTUVWXYZ")
    var draw = Draw(0xD0C &+ UInt64(division.number) << 16, person)
    // Digits from behind, so that each has a number of its own; the seventh is the district's.
    var rest = person * 7_919 % 1_000_000 + division.number * 1_000_000
    var text: [Character] = []
    for sign in pattern.reversed() {
      switch sign {
      case "#":
        text.append(Character(String(text.count < 7 ? rest % 10 : draw.below(10))))
        rest /= 10
      case "@": text.append(letters[draw.below(letters.count)])
      default: text.append(sign)
      }
    }
    return String(text.reversed())
  }

  /// The last day of that paper, after the last one of the truth: passports are for five to ten years, permits for
  /// ten, for five for Taiwan.
  package func documentTo(of person: Int) -> Int32 {
    let one = persons[person]
    let years =
      one.traits.contains(.foreigner)
      ? LatinNames.passport(one.name.given).years : person % 5 < 2 ? 5 : 10
    var draw = Draw(0xDA7E, person)
    return TruthCalendar.lastOrdinal + Int32(draw.number(20...((years - 1) * 365)))
  }

  /// Surname and given names in Latin letters: of compatriots none.
  package func latinName(of person: Int) -> (surname: String, given: String)? {
    let one = persons[person]
    guard one.traits.contains(.foreigner) else { return nil }
    return (LatinNames.surname(one.name.given), LatinNames.givenName(one.name.given))
  }
}
