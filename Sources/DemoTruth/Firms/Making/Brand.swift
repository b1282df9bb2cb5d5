/// A chain: its branches share its trade and its name.
package struct Brand: Sendable {
  /// The place of its trade in ``Trade/all``.
  package var trade: UInt8
  /// Its head office in `firms`; -1 where it lies elsewhere.
  package var head: Int32
}
