/// The elements of a reading as they are looked for: in the order of their kinds, each once, with
/// the atoms they have in a register.
struct MatchQuery {
  struct Item {
    let kind: ElementKind
    let key: [UInt8]
    let source: Range<Int>
    let atom: UInt32?
    /// Follows from another element and is not written.
    var isImplied: Bool { source.isEmpty }
  }

  private(set) var items: [Item] = []
  /// Faults that hold whatever the register says.
  private(set) var faults: [MatchFault] = []
  /// Where the last road, estate or place ends in the text.
  private(set) var nameEnd = 0
  private(set) var hasUnusedNumber = false
  /// All elements that are written are in the register, and all of the text is used.
  private(set) var isKnown = true
  /// The names, two bits each; all bits where one that is written is not in the register.
  private(set) var nameBits: UInt64 = 0

  init(_ reading: Reading, text: [Unicode.Scalar], register: AddressRegister) {
    items.reserveCapacity(reading.elements.count)
    for element in reading.elements { add(element, register) }
    for range in reading.unused {
      if isRepeated(range, text) { continue }
      isKnown = false
      let isNumber = Self.holdsNumber(range, text)
      faults.append(isNumber ? .unusedNumber(range) : .unusedText(range))
      // A postcode or a number before the name says nothing against the door.
      if isNumber, range.lowerBound >= nameEnd { hasUnusedNumber = true }
    }
  }

  private mutating func add(_ element: Element, _ register: AddressRegister) {
    guard element.kind != .country else { return }
    guard element.kind <= .room else {
      if element.kind == .remark { faults.append(.remark(element.source)) }
      return
    }
    let key = element.kind.isNumber ? NumberAtom.canonical(element.key) : element.key
    if items.contains(where: { $0.kind == element.kind && $0.key == key }) { return }
    if !element.kind.isDivision, element.kind.isName {
      nameEnd = max(nameEnd, element.source.upperBound)
    }
    let item = Item(
      kind: element.kind, key: key, source: element.source,
      atom: register.atom(element.kind, key))
    if item.atom == nil, !item.isImplied { isKnown = false }
    if item.kind.isName {
      if item.atom != nil {
        nameBits |= MatchMemo.bits(key)
      } else if !item.isImplied {
        nameBits = .max
      }
    }
    // Equal kinds stay in the order of the text: a lane off a lane.
    let place = items.lastIndex { $0.kind <= item.kind }.map { $0 + 1 } ?? 0
    items.insert(item, at: place)
  }

  /// The numbers that the entry reached contradicts, having another one of their kind on its way, each with the entry
  /// above that other one: nothing below that is what the text means.
  ///
  /// Numbers that the register denied before are none of them.
  func denied(
    by state: MatchState, _ register: AddressRegister
  ) -> [(item: Item, above: UInt32)] {
    guard !state.isDenied else { return [] }
    var denied: [(item: Item, above: UInt32)] = []
    for (place, item) in items.enumerated() where item.kind.isNumber && !item.isImplied {
      guard place >= 64 || state.found & 1 << UInt64(place) == 0 else { continue }
      var (other, isThere) = (UInt32(0), false)
      var node = state.node
      while node > 0 {
        let kind = register.kind(Int(node))
        // The door of a road is in no lane off it that the text does not name.
        let isOther =
          kind == item.kind
          || kind == .lane && item.kind == .roadNumber
            && !items.contains { $0.atom == register.atomOf[Int(node)] }
        if isOther {
          isThere = isThere || register.atomOf[Int(node)] == item.atom
          other = node
        }
        node = register.parents[Int(node)]
      }
      if other > 0, !isThere { denied.append((item, register.parents[Int(other)])) }
    }
    return denied
  }

  /// Whether a name is nowhere and a number below it was found all the same, with no other name between: 金家店1组18号 is
  /// not 吴家埠1组18号.
  func losesName(_ state: MatchState, _ faults: [MatchFault]) -> Bool {
    faults.contains { fault in
      guard case .roadMissing(let lost, _) = fault else { return false }
      let found = items.indices.filter { $0 < 64 && state.found & 1 << UInt64($0) != 0 }
      let isNamed = found.contains { place in
        let item = items[place]
        return item.kind >= lost && !item.kind.isNumber
          && item.key.first.map(NumberAtom.isDigit) != true
      }
      return !isNamed && found.contains { items[$0].kind > lost }
    }
  }

  /// Whether a stretch of text is a number that an element has already, written once more without
  /// its type.
  private func isRepeated(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
    let stretch = text[range.clamped(to: 0..<text.count)]
    let isAgain = items.contains {
      !$0.isImplied && text[$0.source.clamped(to: 0..<text.count)].elementsEqual(stretch)
    }
    if isAgain, !stretch.isEmpty { return true }
    var key: [UInt8] = []
    for place in range.clamped(to: 0..<text.count) {
      guard let byte = UInt8(exactly: text[place].value), byte < 0x80 else { return false }
      key.append(byte)
    }
    let canonical = NumberAtom.canonical(key)
    return items.contains { $0.kind.isNumber && $0.key == canonical }
  }

  /// Whether a stretch of text has a digit, letter or numeral; a run of seven digits or more is a
  /// telephone number or code and does not count.
  private static func holdsNumber(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
    var run = 0
    var found = false
    for place in range.clamped(to: 0..<text.count) {
      if isDigit(text[place].value) {
        run += 1
      } else {
        if (1..<7).contains(run) { return true }
        run = 0
        if isNumeral(text[place].value) { found = true }
      }
    }
    return found || (1..<7).contains(run)
  }

  private static func isDigit(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || (0xff10...0xff19).contains(scalar)
  }

  /// Latin letters in either width, and the Chinese numerals from zero to ten and hundred.
  private static func isNumeral(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5a, 0x61...0x7a, 0xff21...0xff3a, 0xff41...0xff5a: true
    case 0x3007, 0x4e00, 0x4e03, 0x4e09, 0x4e5d, 0x4e8c, 0x4e94, 0x516b, 0x516d, 0x5341, 0x56db,
      0x767e, 0x96f6:
      true
    default: false
    }
  }
}
