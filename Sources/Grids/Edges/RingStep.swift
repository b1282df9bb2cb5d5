/// An edge as a ring runs through it: upwards when forward.
struct RingStep: Hashable, Sendable {
  var edge: Int32
  var isForward: Bool
}
