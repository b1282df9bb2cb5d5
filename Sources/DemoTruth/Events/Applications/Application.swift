/// An application at a service hall, with the change in the truth that it led to.
package struct Application: Sendable {
  package enum Outcome: UInt8, Sendable {
    case granted
    /// 退件: papers were missing; another one follows.
    case returned
    case refused
    case withdrawn
  }

  package var kind: ApplicationKind
  package var outcome: Outcome
  /// The place of the person in `people`, or of the firm in `firms.list`.
  package var applicant: Int32
  /// When it was accepted and when it was finished, in minutes since 1970.
  package var accepted: Int32
  package var finished: Int32
  /// Its place among those of its department and day, from 1.
  package var serial: Int16 = 0
}

/// The applications since December 2025, in order of time.
package struct Applications: Sendable {
  package let list: [Application]

  /// - Parameter found: in any order.
  init(_ found: [Application]) {
    let order = found.indices.sorted {
      (found[$0].accepted, $0) < (found[$1].accepted, $1)
    }
    var day = Int32.min
    var counts = [Int16](repeating: 0, count: ApplicationKind.departments.count)
    list = order.map { place in
      var one = found[place]
      if one.accepted / 1_440 != day {
        day = one.accepted / 1_440
        for index in counts.indices { counts[index] = 0 }
      }
      counts[one.kind.department] += 1
      one.serial = counts[one.kind.department]
      return one
    }
  }
}
