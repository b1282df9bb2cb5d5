/// The answers to texts one after the other, each the one that ``TextMatcher/match(_:)`` gives.
///
/// A text that comes again is not looked up again, and one that differs from another in its last number alone is not
/// read again: lists have the rooms of a building together. A run belongs to one task.
///
///     var run = MatchRun(matcher)
///     for text in texts { answers.append(run.match(text)) }
public struct MatchRun: Sendable {
  /// What answers.
  public let matcher: TextMatcher
  /// Answers from before the run.
  private let known: MatchMemo
  /// So many answers of the run are kept at a time.
  private let most: Int
  private var buffer = ParseBuffer()
  private var templates = ReadingTemplates()
  private var places: [MatchMemo.Key: Int32] = [:]
  /// The answers that were found in the run, each once, since ``most`` was reached last.
  private(set) var fresh: [(key: MatchMemo.Key, record: MatchMemo.Record)] = []

  /// A run that keeps some tens of megabytes at most.
  public init(_ matcher: TextMatcher) { self.init(matcher, known: MatchMemo(), most: 65_536) }

  init(_ matcher: TextMatcher, known: MatchMemo, most: Int) {
    (self.matcher, self.known, self.most) = (matcher, known, most)
  }

  /// The answer to one text.
  public mutating func match(_ text: String) -> MatchResult {
    let key = MatchMemo.Key(text)
    if let record = known.record(key) { return record.result }
    if let place = places[key] { return fresh[Int(place)].record.result }
    let record = matcher.record(readings(of: text), of: text)
    if fresh.count >= most {
      fresh.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
    }
    places[key] = Int32(clamping: fresh.count)
    fresh.append((key, record))
    return record.result
  }

  /// The answer to one text, which is not kept, and the best reading of it; nil where it cannot be read.
  public mutating func read(_ text: String) -> (result: MatchResult, reading: Reading?) {
    let readings = readings(of: text)
    return (matcher.record(readings, of: text).result, readings.first)
  }

  private mutating func readings(of text: String) -> [Reading] {
    let (parser, division) = (matcher.parser, matcher.division)
    return templates.readings(of: text) {
      parser.readings(of: text, within: division, using: &buffer)
    }
  }
}
