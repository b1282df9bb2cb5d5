/// A subject that stands as it is while others beside it are assembled.
public struct StandingSubject: Sendable {
  /// Its key.
  public let key: SubjectKey
  /// All its rows, by their numbers in the table.
  public let members: [Int]

  /// A subject of some rows.
  public init(key: SubjectKey, members: [Int]) {
    (self.key, self.members) = (key, members)
  }
}

extension Assembly {
  /// Says which of the rows put so far stay in the subjects that they are in, before anything is assembled.
  ///
  /// The other rows are assembled among them: what is proposed of subjects around, and which of those with one
  /// identity has the plain key, is known then. No certain rule may link a row that is assembled with one that
  /// stays, but by a value that is too common to say anything. Subjects around have neither values nor facts here,
  /// and ``subjects`` leaves them out.
  ///
  /// - Parameters:
  ///   - standing: the subjects around.
  ///   - vacant: keys of subjects that are assembled again: one around may get such a key now.
  ///   - muted: by what rows meet (``LinkKeys/Entry/meeting``) of which nothing is proposed, since more subjects
  ///     than those here have it.
  ///   - common: by what rows meet that is too common to say anything: an item of the queue says so.
  public mutating func surround(
    with standing: [StandingSubject], vacant: Set<SubjectKey>, muted: Set<UInt64> = [],
    common: Set<UInt64> = []
  ) {
    (self.standing, self.vacant, self.muted, watched) = (standing, vacant, muted, common)
    isFixed = [Bool](repeating: false, count: table.count)
    for subject in standing { for row in subject.members { isFixed[row] = true } }
  }

  /// Whether a row stays in the subject that it is in.
  public func isAround(_ row: Int) -> Bool { row < isFixed.count && isFixed[row] }

  /// Gives the subjects around their places, before all others.
  mutating func placeStanding() {
    for subject in standing {
      let members = subject.members.sorted { rank[$0] < rank[$1] }
      for row in members { slotOf[row] = UInt32(truncatingIfNeeded: slots.count) }
      slots.append(
        Subject(
          key: subject.key, members: members, winners: [], facts: [], conflicts: [],
          isRetired: false))
    }
    standingCount = standing.count
  }

  /// The keys of clusters among the subjects around, of which those are noted that get another key by it.
  mutating func names(of clusters: [[UInt32]], _ builder: SubjectBuilder) -> [SubjectKey] {
    guard standingCount > 0 else { return builder.keys(of: clusters) }
    let around = slots[..<standingCount].map { slot in
      (slot?.members ?? []).map { UInt32(truncatingIfNeeded: $0) }
    }
    let all = builder.keys(of: clusters + around)
    let contested = Set(clusters.compactMap(builder.plainKey)).union(vacant)
    for (place, rows) in around.enumerated() {
      guard let plain = builder.plainKey(of: rows), contested.contains(plain),
        all[clusters.count + place] != standing[place].key
      else { continue }
      displaced.insert(place)
    }
    return Array(all[..<clusters.count])
  }
}
