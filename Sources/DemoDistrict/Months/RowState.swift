/// What the department's office knows of a row from one month to the next.
struct RowState {
  /// How the row was last sent.
  enum Sent: UInt8 {
    /// Not at all, or another row stood in its place.
    case never
    case good
    /// With a fault for which it was not refused.
    case odd
    /// With a fault for which it was refused.
    case refused
    /// With two columns exchanged.
    case exchanged
    /// It had left the list.
    case gone
  }

  /// A hash of its values when it was last sent.
  var content: UInt64 = 0
  var sent = Sent.never
  /// The month in which its faults were drawn; 0 for those that it had when it was first sent.
  var faultMonth: UInt8 = 0
}
