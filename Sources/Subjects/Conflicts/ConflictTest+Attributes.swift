extension ConflictTest {
  /// The attributes whose values a decision about a conflict sees, the one that it gives a value first.
  ///
  /// Empty for a test that is about days or places, which no value of an attribute settles.
  public var decidedAttributes: [Int] {
    switch self {
    case .differ(let attribute), .exclude(let attribute, _, _), .present(let attribute):
      [attribute]
    case .disagree(let one, let other), .exceed(let one, let other, _): [one, other]
    case .after, .twoMain: []
    }
  }
}
