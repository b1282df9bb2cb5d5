import Datasets
import DemoTruth
import Time

/// One column of a data set as its department fills it in: the fact of the truth in its forms.
struct ColumnView: Sendable {
  /// Reads the cell of a subject on the day of the list.
  let value: @Sendable (Sight, Int) -> DemoValue
  /// Reads the fact itself as of a day, whatever the department makes of it.
  let truth: @Sendable (Sight, Int) -> DemoValue

  /// - Parameters:
  ///   - lag: the days that a change takes to reach the department.
  ///   - known: a draw from 0 to 1 of what the department knows of a subject.
  /// - Returns: nil where the term cannot be read yet.
  init?(
    _ column: SourceTable.Column, of rows: SourceTable.Rows, field: ManifestField, seed: UInt64
  ) {
    let table = FactTable.all
    guard let read = Self.reader(column, of: rows, table) else { return nil }
    truth = read
    let forms = column.forms
    let timed = Self.timed(read, forms, rows, table)
    let shape = CellShape(forms, field: field, dataset: rows.dataset, column: column.name, seed)
    let stream = Draw.stream(seed, "known.\(rows.dataset)")
    let known = shape.known
    let other = Self.otherwise(column, of: rows, table)
    value = { sight, index in
      var isKnown = true
      if known < 1_000_000 {
        var draw = Draw(stream, index)
        isKnown = draw.below(1_000_000) < known
      }
      guard isKnown else {
        // Who does not know the one writes the other, where there is one.
        guard let other else { return .none }
        let value = other(sight, index)
        return shape.shaped(value == .none ? timed(sight, index) : value, index)
      }
      return shape.shaped(timed(sight, index), index)
    }
  }

  /// What is written where the fact itself is not known.
  private static func otherwise(
    _ column: SourceTable.Column, of rows: SourceTable.Rows, _ table: FactTable
  ) -> FactTable.Fact? {
    for case .otherwise(let term) in column.forms {
      guard let read = table.fact(of: term, variant: column.variant) else { return nil }
      return timed(read, column.forms, rows, table)
    }
    return nil
  }

  /// Reads the fact itself.
  private static func reader(
    _ column: SourceTable.Column, of rows: SourceTable.Rows, _ table: FactTable
  ) -> FactTable.Fact? {
    let term = column.term
    switch term.head {
    case .row: return table.others["row.\(term.fact)(\(rows.subject.rawValue))"]
    case .rule: return table.others["rule.\(term.fact)(\(rows.subject.rawValue))"]
    case .count(let over):
      let name = "count.\(term.fact)(\(over))"
      return table.others["\(name)@\(rows.subject.rawValue)"] ?? table.others[name]
    case .subject: break
    }
    if let fact = table.fact(of: term, variant: column.variant) { return fact }
    guard let kind = PlaceFact(rawValue: term.fact), let place = table.place(of: term) else {
      return nil
    }
    guard kind == .address else {
      return { sight, index in
        place(sight, index).flatMap { kind.value(at: $0, sight.shared) }
          .map(DemoValue.text) ?? .none
      }
    }
    return address(column, place, table, rows)
  }

  private static func address(
    _ column: SourceTable.Column, _ place: @escaping FactTable.Place, _ table: FactTable,
    _ rows: SourceTable.Rows
  ) -> FactTable.Fact {
    let form = column.addressForm
    let cut = column.cut
    let isOfDay = column.forms.contains(.roadOfDay)
    let beginning = table.path(of: column.term).flatMap { path in
      table.beginnings[path.kind].map { (path.step, $0) }
    }
    return { sight, index in
      guard let spot = place(sight, index) else { return .none }
      var day: Int32?
      if isOfDay, let beginning {
        let last = beginning.0?(sight, index) ?? index
        day = last < 0 ? nil : beginning.1(sight, last)
      }
      var level = AddressStyle.Level.room
      if let cut {
        var draw = Draw(Draw.stream(sight.shared.seed, "cut.\(rows.dataset)"), index)
        if draw.unit() < cut.share { level = cut.level }
      }
      return sight.shared.text(of: spot, form, on: day, level: level).map(DemoValue.text) ?? .none
    }
  }

  /// Reads as of the day that the forms name: else that of the list less the set's lag.
  private static func timed(
    _ read: @escaping FactTable.Fact, _ forms: [SourceForm], _ rows: SourceTable.Rows,
    _ table: FactTable
  ) -> FactTable.Fact {
    var lag = rows.lag
    for case .lag(let days) in forms { lag = days }
    let shift = lag
    var moment: SourceForm.Moment?
    for case .asOf(let named) in forms where named != .lag { moment = named }
    let first = table.beginnings[rows.subject]
    switch moment {
    case .none, .lag: return { sight, index in read(sight.on(sight.day - shift), index) }
    case .entry, .filing:
      return { sight, index in
        let known = sight.on(sight.day - shift)
        guard let first else { return read(known, index) }
        return read(sight.on(min(first(known, index), known.day)), index)
      }
    case .year: return { sight, index in read(sight.on(sight.day.lastFirstOfApril), index) }
    case .december: return { sight, index in read(sight.on(sight.day.lastDecember), index) }
    }
  }
}

extension Int32 {
  /// The last 1 April up to the day.
  var lastFirstOfApril: Int32 {
    let day = Day(ordinal: Int(self))
    let year = day.month >= 4 ? day.year : day.year - 1
    return Int32(Day(number: year * 10_000 + 401).ordinal)
  }

  /// The last 31 December before the day.
  var lastDecember: Int32 {
    Int32(Day(number: (Day(ordinal: Int(self)).year - 1) * 10_000 + 1231).ordinal)
  }
}

extension SourceTable.Column {
  /// In which form addresses are written.
  var addressForm: AddressForm {
    for case .address(let form) in forms { return form }
    return .standard
  }

  /// Where and of which share of the rows addresses are cut short.
  var cut: (level: AddressStyle.Level, share: Double)? {
    for case .cut(let level, let percent) in forms {
      return (level == "road" ? .road : .building, percent / 100)
    }
    return nil
  }
}
