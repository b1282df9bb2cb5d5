/// What is done with the elements and the text of an XML part, in the order of the part.
class XmlHandler {
  /// What made the handler stop, to be thrown by the reader.
  var failure: (any Error)?
  /// Set by the handler where reading is to pause behind the current element.
  var wantsPause = false

  /// An element begins.
  func start(_ element: XmlElement) {}
  /// An element ends; `name` is without prefix.
  func end(_ name: UnsafePointer<CChar>) {}
  /// Text between two tags; long text comes in pieces.
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
