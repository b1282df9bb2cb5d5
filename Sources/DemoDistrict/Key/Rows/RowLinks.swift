import DemoTruth

/// Whom and what the rows of a data set are about: the subjects that the terms of its columns lead to, each
/// under the steps that lead there.
///
/// A row of rents has its `dwelling`, its `lessor` and its `lessee`; the row's own subject has the role `self`.
struct RowLinks: Sendable {
  /// Someone or something that a row leads to.
  struct Link: Hashable {
    var role: String
    var kind: SubjectKind
    /// The place among its kind in the truth.
    var index: Int
  }

  private struct Way: Sendable {
    var role: String
    var kind: SubjectKind
    var step: FactTable.Step?
  }

  private let ways: [Way]

  init(_ kind: SubjectKind, columns: [SourceTable.Column], table: FactTable = .all) {
    var ways = [Way(role: "self", kind: kind, step: nil)]
    var roles: Set<String> = []
    for column in columns where column.term.head == .subject(kind) {
      for count in column.term.steps.indices {
        let steps = Array(column.term.steps[...count])
        let role = steps.joined(separator: ".")
        guard !roles.contains(role), let path = table.path(from: kind, steps) else { continue }
        roles.insert(role)
        ways.append(Way(role: role, kind: path.kind, step: path.step))
      }
    }
    // Those near the row come first.
    self.ways = ways.enumerated().sorted {
      let (one, other) = ($0.element.role, $1.element.role)
      return (one.dots, $0.offset) < (other.dots, $1.offset)
    }.map(\.element)
  }

  /// The subjects of a row as of a day.
  func links(_ sight: Sight, _ index: Int) -> [Link] {
    ways.compactMap { way in
      let found = way.step?(sight, index) ?? index
      guard found >= 0 else { return nil }
      switch way.kind {
      case .party:
        return Link(role: way.role, kind: found % 2 == 0 ? .person : .firm, index: found / 2)
      // Known by the place of the one who has it.
      case .residence, .registration: return Link(role: way.role, kind: .person, index: found)
      default: return Link(role: way.role, kind: way.kind, index: found)
      }
    }
  }
}

extension String {
  fileprivate var dots: Int { self == "self" ? -1 : utf8.count { $0 == UInt8(ascii: ".") } }
}
