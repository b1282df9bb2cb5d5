/// What is particular about a data set of the demo district, beyond its manifest.
struct Profile {
  /// How many rows it has when the district is made whole.
  var rows: Int
  /// The ages of the people it is about; nil for all.
  var ages: ClosedRange<Int>?

  init(_ rows: Int, ages: ClosedRange<Int>? = nil) {
    self.rows = rows
    self.ages = ages
  }
}
