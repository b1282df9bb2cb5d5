import DemoTruth

/// What can be read of each kind of subject: facts, steps to other subjects, and places.
///
/// Each room has a table of its own; a term is looked up once for a column, so that a cell costs the calls
/// of its steps and its fact.
struct FactTable: Sendable {
  /// A fact of the one at a place among its kind.
  typealias Fact = @Sendable (Sight, Int) -> DemoValue
  /// The place of another subject; -1 where there is none.
  typealias Step = @Sendable (Sight, Int) -> Int
  typealias Place = @Sendable (Sight, Int) -> Spot?

  /// Where a way through the steps of a term leads.
  struct Path: Sendable {
    var kind: SubjectKind
    var step: Step?
  }

  /// By `kind.fact`.
  ///
  /// A compound one, `component.owner.name`, goes before its steps. `kind.fact#code` is the same fact as a
  /// code, for columns in the form `code` or `label`.
  var facts: [String: Fact] = [:]
  /// By `kind.step`.
  var steps: [String: (kind: SubjectKind, step: Step)] = [:]
  var places: [SubjectKind: Place] = [:]
  /// By `count.fact(kind)`, `row.fact(kind)` and `rule.fact(kind)`.
  ///
  /// `count.fact(kind)@other` counts over the kind that an `other` is about.
  var others: [String: Fact] = [:]
  /// The day on which the one was first entered: of papers the day when they were filed.
  var beginnings: [SubjectKind: @Sendable (Sight, Int) -> Int32] = [:]

  /// Whether a column of a data set whose rows are subjects of a kind can be read.
  func knows(_ column: SourceTable.Column, of kind: SubjectKind) -> Bool {
    switch column.term.head {
    case .row: others["row.\(column.term.fact)(\(kind.rawValue))"] != nil
    case .rule: others["rule.\(column.term.fact)(\(kind.rawValue))"] != nil
    case .count(let over):
      others["count.\(column.term.fact)(\(over))@\(kind.rawValue)"] != nil
        || others["count.\(column.term.fact)(\(over))"] != nil && over == kind.rawValue
    case .subject(let first):
      first == kind
        && (fact(of: column.term, variant: column.variant) != nil
          || PlaceFact(rawValue: column.term.fact) != nil && place(of: column.term) != nil)
    }
  }

  /// Where the steps of a term lead.
  func path(of term: SourceTerm) -> Path? {
    guard case .subject(let first) = term.head else { return nil }
    return path(from: first, term.steps)
  }

  /// Where steps from a kind of subject lead; nil where there is no such step.
  func path(from first: SubjectKind, _ names: [String]) -> Path? {
    var path = Path(kind: first, step: nil)
    for name in names {
      guard let next = steps["\(path.kind.rawValue).\(name)"] else { return nil }
      if let before = path.step {
        path.step = { sight, index in
          let middle = before(sight, index)
          return middle < 0 ? -1 : next.step(sight, middle)
        }
      } else {
        path.step = next.step
      }
      path.kind = next.kind
    }
    return path
  }

  /// Reads a term's fact from its first subject; nil where it is not known how.
  func fact(of term: SourceTerm, variant: String) -> Fact? {
    if let whole = named(term.text, variant) { return whole }
    guard let path = path(of: term),
      let fact = named("\(path.kind.rawValue).\(term.fact)", variant)
    else { return nil }
    guard let step = path.step else { return fact }
    return { sight, index in
      let last = step(sight, index)
      return last < 0 ? .none : fact(sight, last)
    }
  }

  /// Reads the place at the end of a term's steps.
  func place(of term: SourceTerm) -> Place? {
    guard let path = path(of: term), let place = places[path.kind] else { return nil }
    guard let step = path.step else { return place }
    return { sight, index in
      let last = step(sight, index)
      return last < 0 ? nil : place(sight, last)
    }
  }

  private func named(_ name: String, _ variant: String) -> Fact? {
    facts[name + variant] ?? facts[name]
  }
}

/// The facts that everything in a place has.
enum PlaceFact: String {
  case address, addressCode, longitude, latitude, gridCode, communityCode, streetName
  case policeStation, dutyArea, divisionCode

  /// The fact at a spot, but for coordinates, which are written by the row.
  func value(at spot: Spot, _ shared: SharedTruth) -> String? {
    switch self {
    case .address, .longitude, .latitude: return nil
    case .addressCode: return shared.addressCode(of: spot)
    case .divisionCode:
      if case .outside(let region) = spot { return region }
      return shared.ground.division.code
    case .policeStation:
      return shared.beat(at: spot).map {
        shared.ground.police.tops[Int(shared.ground.police.units[$0].top)].name
      }
    case .dutyArea: return shared.beat(at: spot).map { shared.ground.police.units[$0].name }
    case .gridCode, .communityCode, .streetName:
      guard let grid = shared.grid(at: spot) else { return nil }
      let cell = shared.ground.grids[grid]
      return switch self {
      case .gridCode: cell.code
      case .communityCode: shared.ground.communities[Int(cell.community)].code
      default: shared.ground.streets[Int(cell.street)].name
      }
    }
  }
}

extension SourceTable.Column {
  /// Which variant of the fact the column takes: `#code`, `#polite` or none.
  var variant: String {
    for form in forms {
      switch form {
      case .code, .label(""): return "#code"
      case .name(let kind): return "#" + kind
      default: continue
      }
    }
    return ""
  }
}
