extension GridStatus {
  /// The status as answers name it, for those that are written by the million.
  @inlinable
  public var text: StaticString {
    switch self {
    case .inside: "inside"
    case .border: "border"
    case .outside: "outside"
    case .invalid: "invalid"
    }
  }
}
