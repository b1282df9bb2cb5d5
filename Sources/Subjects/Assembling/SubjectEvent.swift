/// What happened to subjects between two states, by their stable keys.
public enum SubjectEvent: Hashable, Sendable {
  /// A subject that no row of the earlier state told of.
  case created(SubjectKey)
  /// A subject none of whose rows is left.
  case retired(SubjectKey)
  /// The rows of several subjects are now in one.
  case merged([SubjectKey], into: SubjectKey)
  /// The rows of one subject are now in several.
  case split(SubjectKey, into: [SubjectKey])
  /// The same rows have another key, as a better identity has come to be known.
  case renamed(SubjectKey, to: SubjectKey)

  /// The events between two states, in the order of their keys.
  ///
  /// - Parameters:
  ///   - old: the subjects of the earlier state that may have changed, with the names of rows.
  ///   - new: the same for the later state.
  public static func between<Row: Hashable>(
    _ old: [(key: SubjectKey, rows: [Row])], _ new: [(key: SubjectKey, rows: [Row])]
  ) -> [SubjectEvent] {
    if old.isEmpty { return new.map(\.key).sorted().map { .created($0) } }
    var home: [Row: SubjectKey] = [:]
    for subject in new { for row in subject.rows { home[row] = subject.key } }
    var heirs: [SubjectKey: Set<SubjectKey>] = [:]
    var origins: [SubjectKey: Set<SubjectKey>] = [:]
    for subject in old {
      let targets = Set(subject.rows.compactMap { home[$0] })
      heirs[subject.key] = targets
      for target in targets { origins[target, default: []].insert(subject.key) }
    }
    var events: [SubjectEvent] = []
    for subject in new.sorted(by: { $0.key < $1.key }) {
      let from = (origins[subject.key] ?? []).sorted()
      if from.isEmpty, heirs[subject.key] == nil { events.append(.created(subject.key)) }
      if from.count > 1 { events.append(.merged(from, into: subject.key)) }
      if let only = from.first, from.count == 1, only != subject.key, heirs[only]?.count == 1 {
        events.append(.renamed(only, to: subject.key))
      }
    }
    let standing = Set(new.map(\.key))
    for subject in old.sorted(by: { $0.key < $1.key }) {
      let targets = (heirs[subject.key] ?? []).sorted()
      if targets.isEmpty, !standing.contains(subject.key) { events.append(.retired(subject.key)) }
      if targets.count > 1 { events.append(.split(subject.key, into: targets)) }
    }
    return events
  }
}

/// The events so far, by which the keys of former states find the subjects of today.
public struct SubjectHistory: Sendable {
  private var heirs: [SubjectKey: [SubjectKey]] = [:]
  /// All events in the order they happened.
  public private(set) var events: [SubjectEvent] = []

  /// A history without events.
  public init() {}

  /// Adds the events of one change of state.
  public mutating func append(_ further: [SubjectEvent]) {
    events += further
    for event in further {
      switch event {
      case .created(let key): heirs[key] = nil
      case .retired(let key): heirs[key] = []
      case .merged(let keys, let target):
        for key in keys where key != target { heirs[key, default: []].append(target) }
        heirs[target] = nil
      case .split(let key, let targets):
        heirs[key] = targets.contains(key) ? nil : targets
        for target in targets where target != key { heirs[target] = nil }
      case .renamed(let key, let target):
        heirs[key] = [target]
        heirs[target] = nil
      }
    }
  }

  /// The subjects of today that a key of any former state stands for, in the order of their keys.
  ///
  /// There are none for one that is retired. A key without events stands for itself.
  public func resolve(_ key: SubjectKey) -> [SubjectKey] { resolve(key) { _ in false } }

  /// As ``resolve(_:)``, where it is known which keys stand.
  ///
  /// One that stands leads nowhere else: where one subject gets the key that another one gives up in the same change,
  /// what the first was called leads to it, and not to the other.
  public func resolve(
    _ key: SubjectKey, isStanding: (SubjectKey) throws -> Bool
  ) rethrows -> [SubjectKey] {
    var (found, seen): (Set<SubjectKey>, Set<SubjectKey>) = ([], [])
    var open = [key]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if let further = heirs[next], try next == key || !isStanding(next) {
        open += further
      } else {
        found.insert(next)
      }
    }
    return found.sorted()
  }
}
