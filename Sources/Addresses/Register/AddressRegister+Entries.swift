/// An entry of a register, with all that is known of it.
public struct AddressEntry: Sendable, Hashable {
  /// Its place in the register it was taken from.
  public let index: EntryIndex
  /// Nil for an entry that only rows below it name.
  public let id: Int64?
  /// Its own element.
  public let element: RegisterElement
  /// The own element as the register spells it, in UTF-8; its key where no spelling was given.
  public let name: [UInt8]
  /// What it is worth today.
  public let status: AddressStatus
  /// First and last day it holds, both inside, in days since 1970-01-01.
  public let validity: ClosedRange<Int32>
  /// How far it goes, from division to room.
  public let level: AddressLevel
}

extension AddressRegister {
  /// The entry at a place; nil for a place that is not in this register.
  public func entry(_ index: EntryIndex) -> AddressEntry? {
    let node = Int(index.rawValue)
    guard node > 0, node < parents.count else { return nil }
    let element = element(node)
    let name = nameOf[node] == .max ? [] : Array(names.key(Int(nameOf[node])))
    return AddressEntry(
      index: index, id: given[node] > 0 ? ids[node] : nil, element: element,
      name: name.isEmpty ? element.key : name, status: statuses[node],
      validity: firstDays[node]...lastDays[node], level: levels[node])
  }

  /// The entries from the whole down to this one; empty for a place not in this register.
  public func path(to index: EntryIndex) -> [AddressEntry] {
    var path: [AddressEntry] = []
    var node = index.rawValue
    while let entry = entry(EntryIndex(rawValue: node)) {
      path.append(entry)
      node = parents[Int(node)]
    }
    return path.reversed()
  }

  /// The entry with an id, in O(log n).
  public func index(of id: Int64) -> EntryIndex? {
    var low = 0
    var high = byID.count
    while low < high {
      let middle = (low + high) / 2
      if ids[Int(byID[middle])] < id { low = middle + 1 } else { high = middle }
    }
    guard low < byID.count, ids[Int(byID[low])] == id else { return nil }
    return EntryIndex(rawValue: byID[low])
  }

  /// What took the place of an entry, over all steps; nil where nothing did, for a row that is not
  /// there and for steps that lead back.
  public func successor(of index: EntryIndex) -> EntryIndex? {
    var seen: Set<UInt32> = [index.rawValue]
    var node = index.rawValue
    while let next = Self.link(from: node, in: successors) {
      guard seen.insert(next).inserted else { return nil }
      node = next
    }
    return node == index.rawValue ? nil : EntryIndex(rawValue: node)
  }

  /// The main address of what a side address is at; nil for a main address.
  public func main(of index: EntryIndex) -> EntryIndex? {
    Self.link(from: index.rawValue, in: mains).map { EntryIndex(rawValue: $0) }
  }

  private static func link(from node: UInt32, in links: [EntryLink]) -> UInt32? {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].from < node { low = middle + 1 } else { high = middle }
    }
    guard low < links.count, links[low].from == node, links[low].to != .max else { return nil }
    return links[low].to
  }

  /// The points of an entry itself, the most precise kind first.
  public func positions(of index: EntryIndex) -> [AddressPosition] {
    let node = Int(index.rawValue)
    guard node < parents.count else { return [] }
    return positions[positionRange(node)].map(\.position)
  }

  /// The most precise point of an entry, else of the nearest one above it that has any.
  public func position(for index: EntryIndex) -> AddressPosition? {
    packedPosition(for: index.rawValue)?.position
  }

  func packedPosition(for start: UInt32) -> PackedPosition? {
    var node = Int(start)
    while node > 0, node < parents.count {
      let range = positionRange(node)
      if !range.isEmpty { return positions[range.lowerBound] }
      node = Int(parents[node])
    }
    return nil
  }

  func positionRange(_ node: Int) -> Range<Int> {
    Int(positionStarts[node])..<Int(positionStarts[node + 1])
  }

  func element(_ node: Int) -> RegisterElement {
    let atom = Int(atomOf[node])
    return RegisterElement(kind(node), Array(atoms.key(atom)))
  }

  func kind(_ node: Int) -> ElementKind {
    ElementKind(rawValue: atoms.kind(Int(atomOf[node]))) ?? .remark
  }
}
