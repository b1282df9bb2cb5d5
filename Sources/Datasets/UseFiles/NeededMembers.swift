import Subjects

/// The members of a mapping all of which must be there.
struct NeededMembers {
  private let members: [String: ManifestNode]
  private let whole: ManifestNode

  /// Checks that some members of a mapping are there.
  init(_ members: [String: ManifestNode], keys: [String], of whole: ManifestNode) throws {
    guard keys.allSatisfy({ members[$0] != nil }) else { throw whole.fail(.needs(keys)) }
    (self.members, self.whole) = (members, whole)
  }

  /// One of them.
  subscript(key: String) -> ManifestNode {
    get throws {
      guard let member = members[key] else { throw whole.fail(.needs([key])) }
      return member
    }
  }
}

extension ManifestNode {
  /// Its members, each of which must be there, and no other.
  func needed(_ keys: [String]) throws -> NeededMembers {
    try NeededMembers(try members(known: keys), keys: keys, of: self)
  }

  /// A number that is at least so much.
  func number(atLeast least: Double) throws -> Double {
    let value = try finite()
    guard value >= least else { throw outOfRange(value) }
    return value
  }

  /// A number that is more than so much.
  func number(above limit: Double) throws -> Double {
    let value = try finite()
    guard value > limit else { throw outOfRange(value) }
    return value
  }

  /// Two whole numbers, the second at least as large as the first: `[20, 100]`.
  func range(atLeast least: Int) throws -> ClosedRange<Int> {
    let items = try items()
    guard items.count == 2 else {
      let reason: RulesReason =
        items.count < 2 ? .tooFew(items.count, least: 2) : .tooMany(items.count, most: 2)
      throw DatasetsError(path: path, line: line, place: place, .subjects(.rules(reason)))
    }
    let first = try items[0].integer(atLeast: least)
    return first...(try items[1].integer(atLeast: first))
  }

  private func finite() throws -> Double {
    guard let value = Double(try string()), value.isFinite else {
      throw DatasetsError(path: path, line: line, place: place, .subjects(.notANumber))
    }
    return value
  }

  private func outOfRange(_ value: Double) -> DatasetsError {
    DatasetsError(path: path, line: line, place: place, .subjects(.rules(.outOfRange(value))))
  }
}
