/// Finds the entries of a register that texts mean: parser and matcher together.
///
///     var memo = MatchMemo()
///     let answers = await matcher.match(texts, threads: 2, memo: &memo)
public struct TextMatcher: Sendable {
  /// Reads the texts.
  public let parser: AddressParser
  /// Looks for what was read.
  public let matcher: AddressMatcher
  /// The division that texts are about where they name none.
  public let division: DivisionID?

  /// A matcher of texts; the context of the register is in the settings of `matcher`.
  public init(parser: AddressParser, matcher: AddressMatcher, division: DivisionID? = nil) {
    self.parser = parser
    self.matcher = matcher
    self.division = division
  }

  /// The answer to one text.
  public func match(_ text: String) -> MatchResult {
    var buffer = ParseBuffer()
    let readings = parser.readings(of: text, within: division, using: &buffer)
    return record(readings, of: text).result
  }

  /// The answers to many texts, in their order: for each the one that `match(_:)` gives.
  ///
  /// - Parameters:
  ///   - threads: how many tasks share the work; the answers do not depend on it.
  ///   - memo: answers from before, taken where they hold for this register and these settings;
  ///     takes the new ones.
  public func match(
    _ texts: [String], threads: Int = 1, memo: inout MatchMemo
  ) async -> [MatchResult] {
    memo.begin(for: version)
    let known = memo
    let size = max(1, (texts.count + max(1, threads) - 1) / max(1, threads))
    let parts = stride(from: 0, to: texts.count, by: size).map { start in
      texts[start..<min(start + size, texts.count)]
    }
    let matched = await withTaskGroup(of: (Int, MatchedPart).self) { group in
      for (place, part) in parts.enumerated() {
        group.addTask { (place, matchPart(part, known: known)) }
      }
      var matched = [MatchedPart?](repeating: nil, count: parts.count)
      for await (place, part) in group { matched[place] = part }
      return matched.compactMap(\.self)
    }
    var results: [MatchResult] = []
    results.reserveCapacity(texts.count)
    memo.reserve(matched.reduce(0) { $0 + $1.new.count })
    for part in matched {
      for place in part.new { memo.add(place.key, place.record) }
      results.append(contentsOf: part.results)
    }
    return results
  }

  /// A hash of the register and all that the answers depend on besides the text.
  var version: UInt64 {
    let settings = matcher.settings
    var hash = matcher.register.version
    for value in [
      Int64(settings.context?.rawValue ?? 0), Int64(settings.day ?? .max),
      Int64(settings.candidates), Int64(settings.floor.rawValue), Int64(settings.leastScore),
      Int64(settings.sureScore), Int64(division?.rawValue ?? .max),
    ] {
      hash = (hash ^ UInt64(bitPattern: value)) &* 0x100_0000_01b3
      hash ^= hash >> 32
    }
    return hash
  }

  struct MatchedPart: Sendable {
    var results: [MatchResult] = []
    var new: [(key: MatchMemo.Key, record: MatchMemo.Record)] = []
  }

  private func matchPart(_ texts: ArraySlice<String>, known: MatchMemo) -> MatchedPart {
    var run = MatchRun(self, known: known, most: .max)
    var part = MatchedPart()
    part.results.reserveCapacity(texts.count)
    for text in texts { part.results.append(run.match(text)) }
    part.new = run.fresh
    return part
  }

  func record(_ readings: [Reading], of text: String) -> MatchMemo.Record {
    let needsText = readings.contains { !$0.unused.isEmpty }
    return matcher.record(readings, scalars: needsText ? Array(text.unicodeScalars) : [])
  }
}
