/// What an attribute of a subject is read from, as a file of rules writes it.
package enum FieldTerm: Sendable, Hashable {
  /// A field of the row.
  case field(String)
  /// A part of what the register of addresses makes of a field.
  case address(String, Part)
  /// What the row itself is known by.
  case own(Own)

  /// A part of an address: what the register has, else what is written, in one spelling.
  package enum Part: String, Sendable, CaseIterable {
    /// The code of the entry; where the text goes further than the register, what is written.
    case address
    /// That of the room; no value above the level of rooms.
    case dwelling
    /// The building it lies in.
    case building
    /// The door it lies at.
    case door
    /// The name of the level of `address`.
    case level
    /// The code of the smallest area.
    case division
  }

  /// What is the row's own beside its fields.
  package enum Own: String, Sendable, CaseIterable {
    /// The code of its grid.
    case grid = "@grid"
    /// The code of the building it lies in.
    case building = "@building"
    /// Metres in the district's plane.
    case east = "@east"
    case north = "@north"
    /// The name of its data set.
    case dataSet = "@data_set"
  }

  /// Reads a term; one with an unknown part is the name of a field, which no manifest has.
  package init(_ text: String) {
    if let own = Own(rawValue: text) {
      self = .own(own)
      return
    }
    if let sign = text.lastIndex(of: "@"), sign > text.startIndex,
      let part = Part(rawValue: String(text[text.index(after: sign)...]))
    {
      self = .address(String(text[..<sign]), part)
      return
    }
    self = .field(text)
  }

  /// The field of the manifest; nil for what is the row's own.
  package var field: String? {
    switch self {
    case .field(let name), .address(let name, _): name
    case .own: nil
    }
  }
}
