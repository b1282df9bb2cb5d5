/// A pattern of file names with places for numbers: `救助{year}年{month}月*`.
struct PeriodPattern {
  private enum Part {
    case character(Character)
    /// `?`: any one character.
    case any
    /// `*`: any characters, as few as possible.
    case many
    /// A number, with its fewest and its most digits.
    case number(String, ClosedRange<Int>)
  }

  private struct Place: Hashable {
    var part: Int
    var character: Int
  }

  private static let places: [(name: String, digits: ClosedRange<Int>)] = [
    ("year", 4...4), ("month", 1...2), ("day", 1...2), ("quarter", 1...1),
  ]

  private var parts: [Part] = []

  init(_ pattern: String) {
    var rest = Substring(pattern)
    while let character = rest.first {
      if let place = Self.places.first(where: { rest.hasPrefix("{\($0.name)}") }) {
        parts.append(.number(place.name, place.digits))
        rest = rest.dropFirst(place.name.count + 2)
        continue
      }
      parts.append(character == "*" ? .many : character == "?" ? .any : .character(character))
      rest = rest.dropFirst()
    }
  }

  /// The numbers at the places, by their names; nil where a name does not fit.
  ///
  /// - Complexity: the length of the pattern times that of the name: what did not fit once is not tried
  ///   again.
  func values(in name: String) -> [String: Int]? {
    var failed: Set<Place> = []
    return match(Place(part: 0, character: 0), Array(name), &failed)
  }

  private func match(
    _ place: Place, _ name: [Character], _ failed: inout Set<Place>
  ) -> [String: Int]? {
    guard place.part < parts.count else { return place.character == name.count ? [:] : nil }
    guard !failed.contains(place) else { return nil }
    let next = { (count: Int) in Place(part: place.part + 1, character: place.character + count) }
    let left = name.count - place.character
    var found: [String: Int]?
    switch parts[place.part] {
    case .character(let wanted):
      if left > 0, name[place.character] == wanted { found = match(next(1), name, &failed) }
    case .any:
      if left > 0 { found = match(next(1), name, &failed) }
    case .many:
      found = match(next(0), name, &failed)
      if found == nil, left > 0 {
        found = match(Place(part: place.part, character: place.character + 1), name, &failed)
      }
    case .number(let key, let digits):
      for count in digits.reversed() where found == nil && count <= left {
        let text = String(name[place.character..<(place.character + count)])
        guard let number = PeriodText.number(text) else { continue }
        found = match(next(count), name, &failed)
        found?[key] = number
      }
    }
    if found == nil { failed.insert(place) }
    return found
  }
}
