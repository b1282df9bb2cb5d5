/// Takes the rows of a register, in any order, and makes the register of them.
///
///     var builder = RegisterBuilder()
///     builder.add(AddressRow(id: 1, elements: [RegisterElement(.road, road)]))
///     builder.add(AddressRow(id: 2, parent: 1, elements: [RegisterElement(.roadNumber, [0x38])]))
///     let (register, faults) = builder.build()
///
/// The result is the same, byte for byte, for any order of the rows.
public struct RegisterBuilder: Sendable {
  var atoms = AtomTable()
  var names = AtomTable()

  // One item per row.
  var ids: [Int64] = []
  var parents: [Int64?] = []
  var nameOf: [UInt32] = []
  var statuses: [AddressStatus] = []
  var firstDays: [Int32] = []
  var lastDays: [Int32] = []
  var elementStarts: [UInt32] = [0]
  var aliasStarts: [UInt32] = [0]
  var positionStarts: [UInt32] = [0]

  var elements: [UInt32] = []
  var aliases: [AddressAlias] = []
  var positions: [PackedPosition] = []
  var successors: [RowLink] = []
  var mains: [RowLink] = []
  var faults: [RegisterFault] = []

  /// A builder without rows.
  public init() {}

  /// How many rows were added.
  public var count: Int { ids.count }

  /// Adds a row; a row without an element is left out and named in the faults of `build()`.
  public mutating func add(_ row: AddressRow) {
    guard !row.elements.isEmpty else {
      faults.append(.noElement(id: row.id))
      return
    }
    let number = UInt32(truncatingIfNeeded: count)
    ids.append(row.id)
    parents.append(row.parent)
    nameOf.append(names.intern(kind: 0, key: row.name))
    statuses.append(row.status)
    firstDays.append(row.validity.lowerBound)
    lastDays.append(row.validity.upperBound)
    for element in row.elements { elements.append(intern(element)) }
    elementStarts.append(UInt32(truncatingIfNeeded: elements.count))
    addAliases(of: row)
    addPositions(of: row)
    if let successor = row.successor { successors.append(RowLink(row: number, id: successor)) }
    if let main = row.main { mains.append(RowLink(row: number, id: main)) }
  }

  mutating func intern(_ element: RegisterElement) -> UInt32 {
    let key = element.kind.isNumber ? NumberAtom.canonical(element.key) : element.key
    return atoms.intern(kind: element.kind.rawValue, key: key)
  }

  private mutating func addAliases(of row: AddressRow) {
    for alias in row.aliases {
      guard !alias.elements.isEmpty else {
        faults.append(.noElement(id: row.id))
        continue
      }
      for element in alias.elements { _ = intern(element) }
      aliases.append(alias)
    }
    aliasStarts.append(UInt32(truncatingIfNeeded: aliases.count))
  }

  private mutating func addPositions(of row: AddressRow) {
    var packed: [PackedPosition] = []
    for position in row.positions {
      if let position = PackedPosition(position) {
        packed.append(position)
      } else {
        faults.append(.positionOutside(id: row.id))
      }
    }
    positions.append(contentsOf: packed.sorted())
    positionStarts.append(UInt32(truncatingIfNeeded: positions.count))
  }

  func elements(of row: Int) -> ArraySlice<UInt32> {
    elements[Int(elementStarts[row])..<Int(elementStarts[row + 1])]
  }

  func aliases(of row: Int) -> ArraySlice<AddressAlias> {
    aliases[Int(aliasStarts[row])..<Int(aliasStarts[row + 1])]
  }

  func positions(of row: Int) -> ArraySlice<PackedPosition> {
    positions[Int(positionStarts[row])..<Int(positionStarts[row + 1])]
  }
}

/// A row of a builder and the id of another row that it names.
struct RowLink: Sendable, Hashable {
  let row: UInt32
  let id: Int64
}

/// A point in units of 10⁻⁷ degrees.
struct PackedPosition: Sendable, Hashable, Comparable {
  let kind: PositionKind
  let longitude: Int32
  let latitude: Int32

  /// Nil outside ±180°, ±90° and for what is no number.
  init?(_ position: AddressPosition) {
    guard abs(position.longitude) <= 180, abs(position.latitude) <= 90 else { return nil }
    kind = position.kind
    longitude = Self.units(position.longitude)
    latitude = Self.units(position.latitude)
  }

  /// To the nearest unit, halves away from zero.
  private static func units(_ degrees: Double) -> Int32 {
    Int32(degrees * 1e7 + (degrees < 0 ? -0.5 : 0.5))
  }

  var position: AddressPosition {
    AddressPosition(kind, longitude: Double(longitude) / 1e7, latitude: Double(latitude) / 1e7)
  }

  static func < (one: Self, other: Self) -> Bool {
    (one.kind.rawValue, one.longitude, one.latitude)
      < (other.kind.rawValue, other.longitude, other.latitude)
  }
}
