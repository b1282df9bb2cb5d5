/// The jobs of each employer, whenever they are held.
///
/// A firm's staff (`Firm.staff`) counts everyone who works there, also those who live elsewhere and
/// come in: 242,000 on the day of the first delivery, where people of the district hold 162,000 jobs.
/// A third of the staff therefore has no row among the people; counts of jobs are below counts of staff.
package struct Staff: Sendable {
  private let index: SpanIndex
  private let order: [Int32]

  package init(_ lives: Lives, firms: Int) {
    (index, order) = SpanIndex.order(count: firms, owners: lives.jobs.map(\.employer))
  }

  /// The jobs of a firm: places in `lives.jobs`.
  package subscript(firm: Int) -> ArraySlice<Int32> { order[index[firm]] }
}
