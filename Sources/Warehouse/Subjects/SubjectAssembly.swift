package import Subjects

/// The subjects of one kind as they were assembled, with the rows of the store that they were assembled from.
package struct SubjectAssembly: Sendable {
  package var assembly: Assembly
  /// The numbers of rows in their tables, by their numbers in the assembly.
  package var rowIDs: [Int64] = []
  /// The text of the rules.
  package let rules: String
  /// The data sets of the rules that the store has rows of, by number: only their days may be kept.
  package var openSources: Set<Int> = []
  /// Whether the last day of a fact may be kept, which may be the day of a death.
  package var keepsEnds = true
  /// What was decided of it.
  var settled: [SettledItem] = []
  /// Rows that any decision names, by their numbers, with the keys by which they are found.
  var decidedRows: [Int: LinkKey] = [:]
  /// Which of the subjects are assembled again; nil for all.
  package var part: SubjectPart?
  /// What the rows were read by.
  package var readings = SubjectReadings()

  package init(assembly: Assembly, rules: String) {
    (self.assembly, self.rules) = (assembly, rules)
  }

  /// The name of a data set and the role of its rows, as `psb_house#owner` has them.
  static func parts(of source: String) -> (dataset: String, role: String) {
    let parts = source.split(separator: "#", maxSplits: 1).map(String.init)
    return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
  }
}

/// What assembling the subjects of one kind did.
package struct SubjectReport: Sendable, Equatable, Codable {
  package var kind: String
  /// Whether all rows were read, and all subjects assembled again.
  package var whole = true
  /// The rows that were read, each as often as it tells of one.
  package var rows = 0
  /// The subjects that stand.
  package var subjects = 0
  /// Those of them that were assembled, and the values and facts that were written of them.
  package var touched = 0
  package var values = 0
  package var facts = 0
  /// Conflicts of values that wait for a decision, of all subjects.
  package var conflicts = 0
  /// What the ladder leaves open.
  package var review = 0
  /// What happened to subjects since the assembly before.
  package var created = 0
  package var retired = 0
  package var merged = 0
  package var split = 0
  package var renamed = 0
  /// Data sets that the rules name, of which nothing was imported.
  package var absent: [String] = []

  package init(kind: String) { self.kind = kind }

  mutating func count(_ event: SubjectEvent) {
    switch event {
    case .created: created += 1
    case .retired: retired += 1
    case .merged: merged += 1
    case .split: split += 1
    case .renamed: renamed += 1
    }
  }
}
