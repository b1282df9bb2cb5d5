/// The values in quotes that go over several lines of a text: addresses, remarks, or records that one
/// stray quote has swallowed.
package struct QuotedLines: Hashable, Sendable {
  package var values = 0
  /// How many of them hold as many fields as whole records have.
  package var likeRows = 0
  /// The line on which the record of the first one begins or goes on.
  package var firstLine = 0

  package init() {}

  package init(values: Int, likeRows: Int, firstLine: Int) {
    (self.values, self.likeRows, self.firstLine) = (values, likeRows, firstLine)
  }
}
