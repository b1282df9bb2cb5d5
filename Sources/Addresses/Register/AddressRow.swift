/// One standard address as it is handed to a register: its own element below what it lies in.
///
/// What it lies in is named by `parent`, or by the elements before the last one, from the division
/// down; elements that no row names for itself become entries without an id.
public struct AddressRow: Sendable, Hashable {
  /// The address's own, for good.
  public let id: Int64
  /// The row that holds this one; nil where `elements` begin at the whole.
  public let parent: Int64?
  /// At least one, from the whole to the part; the last is the address's own.
  public let elements: [RegisterElement]
  /// The own element as the register spells it, in UTF-8; empty where its key is enough.
  public let name: [UInt8]
  /// What the address is worth today.
  public let status: AddressStatus
  /// First and last day it holds, both inside, in days since 1970-01-01.
  public let validity: ClosedRange<Int32>
  /// What took its place: the new address of one that is historic, the right one of a wrong one.
  public let successor: Int64?
  /// The main address of the same thing, where this one is a side address.
  public let main: Int64?
  /// Other names under which it is found.
  public let aliases: [AddressAlias]
  /// Its points, in any order.
  public let positions: [AddressPosition]

  /// A row; without a parent its elements begin at the whole.
  public init(
    id: Int64, parent: Int64? = nil, elements: [RegisterElement], name: [UInt8] = [],
    status: AddressStatus = .approved, validity: ClosedRange<Int32> = Int32.min...Int32.max,
    successor: Int64? = nil, main: Int64? = nil, aliases: [AddressAlias] = [],
    positions: [AddressPosition] = []
  ) {
    self.id = id
    self.parent = parent
    self.elements = elements
    self.name = name
    self.status = status
    self.validity = validity
    self.successor = successor
    self.main = main
    self.aliases = aliases
    self.positions = positions
  }
}

/// A kind and the key it is found by: a name without variants of writing, or a number as an atom.
public struct RegisterElement: Sendable, Hashable, Comparable {
  /// What the element is.
  public let kind: ElementKind
  /// UTF-8, as `Element.key`.
  public let key: [UInt8]

  /// An element of a kind.
  public init(_ kind: ElementKind, _ key: [UInt8]) {
    self.kind = kind
    self.key = key
  }

  /// By kind, then by the bytes of the key.
  public static func < (one: Self, other: Self) -> Bool {
    one.kind != other.kind ? one.kind < other.kind : one.key.lexicographicallyPrecedes(other.key)
  }
}

/// Another name under which an address is found.
public struct AddressAlias: Sendable, Hashable {
  /// What kind of name it is.
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// The name of an estate or building for a road and number, or the other way round.
    case secondName = 1
    /// What a road or estate was called before.
    case formerName = 2
    /// A second road, or a side door's number, at which the same thing stands.
    case secondAddress = 3
  }

  /// What kind of name it is.
  public let kind: Kind
  /// The row below which the alias is looked for; nil means beside the address itself (below its
  /// parent).
  public let under: Int64?
  /// At least one; all but the last are looked for below `under`, the last one is the alias.
  public let elements: [RegisterElement]

  /// Another name, beside the address unless it says under what.
  public init(_ kind: Kind, under: Int64? = nil, elements: [RegisterElement]) {
    self.kind = kind
    self.under = under
    self.elements = elements
  }
}
