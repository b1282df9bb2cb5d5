import Glibc

/// The start of an element as expat reports it; valid during the call only.
struct XMLElement {
  /// Its name without prefix.
  let name: UnsafePointer<CChar>
  private let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(
    _ qualified: UnsafePointer<CChar>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    name = Self.local(qualified)
    self.attributes = attributes
  }

  /// Whether this is its name; a prefix (`x:row`) does not matter, so that neither the prefix nor
  /// the namespace of strict Office Open XML does.
  @inline(__always)
  func isNamed(_ wanted: StaticString) -> Bool { Self.equal(name, wanted) }

  /// An attribute's value, or nil; a prefix (`r:id`) does not matter.
  func attribute(_ wanted: StaticString) -> String? {
    pointer(wanted).map { String(cString: $0) }
  }

  /// The bytes of an attribute's value, or nil.
  func pointer(_ wanted: StaticString) -> UnsafePointer<CChar>? {
    guard var at = attributes else { return nil }
    while let name = at[0] {
      if Self.equal(Self.local(name), wanted) { return at[1] }
      at += 2
    }
    return nil
  }

  /// Whether an attribute is `1` or `true`.
  func flag(_ wanted: StaticString) -> Bool {
    let value = attribute(wanted)
    return value == "1" || value == "true"
  }

  /// The part of a name behind its prefix.
  @inline(__always)
  static func local(_ qualified: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var at = qualified
    var start = qualified
    while at[0] != 0 {
      if at[0] == 0x3A { start = at + 1 }
      at += 1
    }
    return start
  }

  @inline(__always)
  static func equal(_ name: UnsafePointer<CChar>, _ wanted: StaticString) -> Bool {
    let bytes = UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self)
    var at = 0
    while name[at] == bytes[at] {
      if name[at] == 0 { return true }
      at += 1
    }
    return false
  }
}

/// What is done with the elements and the text of an XML part, in the order of the part.
class XMLHandler {
  /// What made the handler stop, to be thrown by the reader.
  var failure: (any Error)?
  /// Set by the handler where reading is to pause behind the current element.
  var wantsPause = false

  /// An element begins.
  func start(_ element: XMLElement) {}
  /// An element ends; `name` is without prefix.
  func end(_ name: UnsafePointer<CChar>) {}
  /// Text between two tags; long text comes in pieces.
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
