/// Where a store has what the use anomaly looks at: data sets and fields by the roles that they play.
///
/// ```yaml
/// sources:
///   homes:
///     - data_set: psb_house
///       home: [address@dwelling, house_code]    # the first that has a value
///       building: address@building
///       cell: "@grid"
///       use: {field: building_use, dwelling: ["10", "11"], dormitory: ["13"]}
///   water:
///     - {data_set: util_water_user, home: residence_address@dwelling, account: account_number, read_on: read_on,
///        volume: monthly_use, times: 2, tariff: {field: use_kind, domestic: [居民]}}
///   lodgers:
///     - {data_set: psb_float_pop, home: residence_address@dwelling, person: resident_id, when: {status: [在住]}}
/// ```
///
/// A home is known by what is written at `home`: a field, or the room that the register of addresses makes of one.
/// Of several addresses the first that is written counts, a field is asked where none leads to a room, and rows of two
/// data sets are about one home where one of these has the same value in both.
package struct UseBindings: Sendable, Equatable {
  /// What rows tell of homes.
  package enum List: String, Sendable, CaseIterable {
    case homes, water, power, residents, lodgers, families, leases
    case rentals = "let"
    case complaints, businesses, care, garden
  }

  /// What a value of a row is.
  package enum Role: String, Sendable, CaseIterable {
    // Of a home.
    case address, building, estate, cell, kind, area, use
    // Of a reading.
    case account, volume, meter, previous, reading, tariff, metering
    case readOn = "read_on"
    // Of people.
    case person, born, members
    // Days: of a span, or of what happened on one.
    case from, to, at
  }

  /// The meanings of a field's values: each value with the name of what it means.
  package struct Choice: Sendable, Equatable {
    package var field: String
    package var meanings: [String: String]
  }

  /// A field that must have one of some values.
  package struct Condition: Sendable, Equatable {
    package var field: String
    package var values: [String]
  }

  /// A data set with the fields that are read of it.
  package struct Source: Sendable, Equatable {
    package var dataset: String
    /// What its home is known by, the surest first.
    package var homes: [FieldTerm]
    package var terms: [Role: FieldTerm]
    package var choices: [Role: Choice]
    package var conditions: [Condition]
    /// By what a volume is multiplied: 2 where a list says a month's share of two.
    package var times: Double
    /// How many days back what happened on a day counts; nil for all.
    package var days: Int?

    /// All fields that are read, each once, in the order of their names.
    package var fields: [String] {
      let terms = homes.compactMap(\.field) + terms.values.compactMap(\.field)
      return Set(terms + choices.values.map(\.field) + conditions.map(\.field)).sorted()
    }
  }

  package var lists: [List: [Source]]

  /// The sources of a list, in the order of the file.
  package subscript(list: List) -> [Source] { lists[list] ?? [] }

  /// The names of all data sets.
  package var datasets: Set<String> { Set(lists.values.joined().map(\.dataset)) }
}

extension UseBindings.List {
  /// What its sources must say.
  var needs: [UseBindings.Role] {
    switch self {
    case .homes: [.building, .cell]
    case .water, .power: [.account, .readOn, .volume]
    case .families: [.members]
    case .residents, .lodgers, .leases, .rentals, .complaints, .businesses, .care, .garden: []
    }
  }

  /// What they may say beside it.
  var allows: [UseBindings.Role] {
    switch self {
    case .homes: [.address, .estate, .kind, .area, .use]
    case .water, .power: [.meter, .previous, .reading, .tariff, .metering]
    case .residents: [.person, .born]
    case .lodgers: [.person, .born, .from, .to]
    case .families, .garden: []
    case .leases, .rentals, .businesses, .care: [.from, .to]
    case .complaints: [.at]
    }
  }
}

extension UseBindings.Role {
  /// What a value of it can mean, where the file says so; empty for a role that is read as it is.
  var meanings: [String] {
    switch self {
    case .use: ["dwelling", "dormitory", "institution"]
    case .reading: ["read", "estimated", "caught_up", "changed"]
    case .tariff: ["domestic"]
    case .metering: ["shared", "several"]
    default: []
    }
  }
}
