/// All that is wrong with the features of a file: the first ones, and how many more there are.
package struct GridFileFaults: UseCaseError, Sendable {
  package let file: String
  /// The first faults, in the order of the file.
  package private(set) var faults: [any UseCaseError] = []
  /// How many there are in all.
  package private(set) var count = 0

  /// As many as a person reads.
  package static let shown = 20

  package init(file: String) { self.file = file }

  package var kind: FailureKind { .invalid }

  mutating func note(_ fault: any UseCaseError) {
    count += 1
    if faults.count < Self.shown { faults.append(fault) }
  }

  /// What to throw: the only fault, or all of them; nil where there is none.
  var fault: (any UseCaseError)? { count > 1 ? self : faults.first }
}
