import DemoDistrict
import Gewu
import Words

/// What a store's subjects say of the rows of a demo district, held to the key of each row.
struct SubjectFindings {
  /// What differs, a line each; empty where all is as it should be.
  private(set) var differences: [Wording] = []
  private(set) var figures: [DemoFigures.Subjects] = []

  /// Of pairs of rows: at least so many of those found are right, and so many of the true ones are found.
  private static let precision = 0.9999
  private static let recall = 0.995
  /// What identifies a subject of the kinds that the goals are for.
  ///
  /// A list without it, or that names someone in passing, as one of signs or homes does, bears what its department
  /// knew: an owner's number may be that of the owner before, while the key says who owns it in truth. Such rows are
  /// counted apart.
  private static let identifying = [
    "person": ["resident_id", "document_number"], "firm": ["credit_code"],
  ]

  /// - Parameter planted: the places in the truth of planted persons.
  init(_ library: KeyLibrary, planted: Set<Int>, in district: District) throws {
    for kind in try district.assembledKinds() {
      var (telling, passing) = (LinkMeasure<[UInt8]>(), LinkMeasure<[UInt8]>())
      let tells = try district.subjectSources(
        ofKind: kind, stating: Self.identifying[kind] ?? [])
      try district.forEachSubjectFile(ofKind: kind) { file in
        guard
          let truths = try library.read(
            file.file,
            { row in
              (number: row.number(of: kind, role: file.role), isAbout: row.isAbout(kind))
            })
        else { return }
        let source = file.role.isEmpty ? file.dataset : "\(file.dataset)#\(file.role)"
        for row in file.rows {
          guard let truth = truths[row.row], let number = truth.number else { continue }
          if tells.contains(source), truth.isAbout {
            telling.add(row.subject, number, source: source)
          } else {
            passing.add(row.subject, number, source: source)
          }
        }
      }
      let (own, named) = (telling.result(), passing.result())
      guard own.rows > 0 else { continue }
      let wronged = kind == "person" ? own.merged.intersection(planted) : []
      figures.append(
        DemoFigures.Subjects(
          kind: kind, rows: own.rows, found: own.found, truths: own.truths,
          precision: own.precision, recall: own.recall, wrongMerges: own.wrongMerges,
          plantedMerged: wronged.count, named: named.rows, namedPrecision: named.precision,
          namedRecall: named.recall, apart: own.apart))
      guard Self.identifying[kind] != nil else { continue }
      if own.precision < Self.precision {
        differences.append(
          Notices.below("precision of \(kind)", is: own.precision, least: Self.precision))
      }
      if own.recall < Self.recall {
        differences.append(Notices.below("recall of \(kind)", is: own.recall, least: Self.recall))
      }
      if !wronged.isEmpty {
        differences.append(Notices.above("planted persons merged", is: wronged.count, most: 0))
      }
    }
  }
}
