package import Geometry

/// Where the aligned texts of a DXF drawing stand.
///
/// A text that is not aligned to its lower left has the place that it was drawn at in the groups 11 and
/// 21, and in 10 and 20, which GDAL gives, where its line begins (DXF Reference, TEXT, groups 72 and 73).
/// Texts within blocks are not looked at.
package struct DrawingAnchors: Sendable {
  fileprivate struct Text: Sendable {
    var kind = ""
    var text: [UInt8] = []
    var start = Coordinate(x: .nan, y: .nan)
    var second = Coordinate(x: .nan, y: .nan)
    var horizontal = 0
    var vertical = 0
    var isMirrored = false

    /// The place, where the start of the line is none.
    var anchor: Coordinate? {
      guard horizontal != 0 || vertical != 0, second.isFinite, start.isFinite else { return nil }
      // Between two places (aligned, fitted), the middle of them.
      guard horizontal == 3 || horizontal == 5 else { return second }
      return Coordinate(x: (start.x + second.x) / 2, y: (start.y + second.y) / 2)
    }
  }

  private struct Anchor: Sendable {
    var text: [UInt8]
    var place: Coordinate
  }

  private var anchors: [Coordinate: [Anchor]] = [:]

  /// Reads the entities of a drawing as text; of a binary one, nothing.
  package init(_ bytes: UnsafeRawBufferPointer) {
    var lines = Lines(bytes)
    var (isSection, isEntities) = (false, false)
    var text = Text()
    while let code = lines.next(), let value = lines.next() {
      let value = Self.trimmed(value)
      switch Self.number(code) {
      case 0:
        add(text)
        text = Text(kind: isEntities ? String(decoding: value, as: UTF8.self) : "")
        isSection = value.elementsEqual("SECTION".utf8)
        if value.elementsEqual("ENDSEC".utf8) { isEntities = false }
      case 2 where isSection:
        isEntities = value.elementsEqual("ENTITIES".utf8)
        isSection = false
      case let group?: text.take(group, value)
      case nil: return
      }
    }
    add(text)
  }

  /// Where a text stands that GDAL gives at a position.
  package func place(of text: String, at position: Coordinate) -> Coordinate {
    guard let here = anchors[position] else { return position }
    return (here.first { $0.text.elementsEqual(text.utf8) } ?? here[0]).place
  }

  private mutating func add(_ text: Text) {
    guard ["TEXT", "ATTRIB", "ATTDEF"].contains(text.kind), let anchor = text.anchor else { return }
    let side = text.isMirrored ? -1.0 : 1
    anchors[Coordinate(x: side * text.start.x, y: text.start.y), default: []].append(
      Anchor(text: text.text, place: Coordinate(x: side * anchor.x, y: anchor.y)))
  }

  private static func trimmed(_ line: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    let text = line.drop { $0 <= 0x20 }
    let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? text.startIndex
    return Array(text[..<end])
  }

  private static func number(_ line: Slice<UnsafeRawBufferPointer>) -> Int? {
    Int(String(decoding: trimmed(line), as: UTF8.self))
  }

  /// The lines of the file, whatever ends them.
  private struct Lines {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> Slice<UnsafeRawBufferPointer>? {
      guard place < bytes.count else { return nil }
      let start = place
      while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      let line = bytes[start..<place]
      if place + 1 < bytes.count, bytes[place] == 0x0D, bytes[place + 1] == 0x0A { place += 1 }
      place += 1
      return line
    }
  }
}

extension DrawingAnchors.Text {
  /// Takes the value of a group.
  fileprivate mutating func take(_ group: Int, _ value: [UInt8]) {
    guard !kind.isEmpty else { return }
    func number() -> Double { Double(String(decoding: value, as: UTF8.self)) ?? .nan }
    func whole() -> Int { Int(String(decoding: value, as: UTF8.self)) ?? 0 }
    switch group {
    case 1: text = value
    case 10: start.x = number()
    case 20: start.y = number()
    case 11: second.x = number()
    case 21: second.y = number()
    case 72: horizontal = whole()
    // Of attributes, 73 is a length.
    case 73 where kind == "TEXT", 74 where kind != "TEXT": vertical = whole()
    case 230: isMirrored = number() < 0
    default: break
    }
  }
}
