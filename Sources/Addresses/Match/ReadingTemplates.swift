/// Readings of texts that differ in their last number alone: most rooms of a building.
///
/// A text is read by the classes of its characters, so another number of as many digits is read
/// alike; only its key differs. What does not fit that plainly is read anew.
struct ReadingTemplates {
  /// Readings by the text with its last number blanked, the digits they were read with; nil where
  /// they cannot be used again.
  private var known: [MatchMemo.Key: Template?] = [:]

  private struct Template {
    let readings: [Reading]
    /// For each reading the place of the element that is the number.
    let places: [Int]
  }

  /// Where the last number of a text is, in bytes and in scalars.
  private struct Run {
    var bytes: Range<Int>
    var scalar: Int
  }

  /// The rooms of a building mostly come together; more would only take memory.
  private static let most = 256

  mutating func readings(of text: String, by read: () -> [Reading]) -> [Reading] {
    var text = text
    return text.withUTF8 { bytes in
      guard let run = Self.lastNumber(bytes) else { return read() }
      let digits = Array(bytes[run.bytes])
      let key = MatchMemo.Key(bytes, blanking: run.bytes)
      if let entry = known[key] {
        guard let entry else { return read() }
        return Self.fill(entry, digits)
      }
      if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
      let readings = read()
      known[key] = Self.template(readings, run, digits)
      return readings
    }
  }

  private static func fill(_ template: Template, _ digits: [UInt8]) -> [Reading] {
    zip(template.readings, template.places).map { reading, place in
      var elements = reading.elements
      let old = elements[place]
      elements[place] = Element(kind: old.kind, source: old.source, key: digits)
      return Reading(
        elements: elements, unused: reading.unused, cost: reading.cost,
        divisions: reading.divisions)
    }
  }

  /// Nil where a reading does not have the number as the whole key of one element.
  private static func template(_ readings: [Reading], _ run: Run, _ digits: [UInt8]) -> Template? {
    var places: [Int] = []
    for reading in readings {
      let covering = reading.elements.indices.filter {
        reading.elements[$0].source.overlaps(run.scalar..<run.scalar + digits.count)
      }
      guard covering.count == 1, let place = covering.first,
        reading.elements[place].key == digits, reading.elements[place].kind.isNumber
      else { return nil }
      places.append(place)
    }
    return Template(readings: readings, places: places)
  }

  /// The last run of digits, where it has three or four, no zero in front, and stands after a
  /// Chinese character: there it is neither part of a range nor of a longer number.
  private static func lastNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Run? {
    guard bytes.count <= 250, let last = bytes.lastIndex(where: NumberAtom.isDigit) else {
      return nil
    }
    var first = last
    while first > 0, NumberAtom.isDigit(bytes[first - 1]) { first -= 1 }
    guard (3...4).contains(last - first + 1), bytes[first] != UInt8(ascii: "0"), first >= 3,
      (0xe4...0xe9).contains(bytes[first - 3]), last + 1 == bytes.count || bytes[last + 1] >= 0x80
    else { return nil }
    let scalar = bytes[..<first].reduce(0) { $1 & 0xc0 == 0x80 ? $0 : $0 + 1 }
    return Run(bytes: first..<last + 1, scalar: scalar)
  }
}
