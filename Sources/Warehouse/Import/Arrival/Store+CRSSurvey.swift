import Intake
import Datasets
import Tabular

extension Store {
  /// Refuses a file whose reference system nobody has decided on, and says what fits.
  func survey(
    _ file: any TableFile, _ request: ImportRequest, x: String, y: String, within: StatedCell?
  ) throws -> ImportReport {
    let manifest = request.manifest
    guard let attacher = request.attacher else {
      throw DatasetsError(path: manifest.path, place: "gewu.location.crs", .nothingToMeasureBy)
    }
    let survey = try CRSSurvey(
      file, manifest: manifest, positions: .fields(x: x, y: y), within: within,
      attacher: attacher, srid: srid)
    return refusal(
      of: request, survey, .undecidedCRS(positions: survey.positions, shares: survey.shares))
  }

  /// Refuses a file whose positions nearly all lie far from the district, and says what fits.
  func refuse(
    _ file: any TableFile, _ request: ImportRequest, _ misplaced: PositionTally.Misplaced
  ) throws -> ImportReport {
    let rules = request.manifest.locations.filter(\.isApplied)
    let location = rules[misplaced.example.rule]
    var system: String?
    var positions = CRSSurvey.Positions.geometry
    switch location {
    case .coordinates(let x, let y, let crs):
      (system, positions) = ("\(crs)", .fields(x: x, y: y))
    case .geometry(_, let crs): system = crs.map { "\($0)" }
    case .none, .undecided, .grid, .address: break
    }
    let survey = try request.attacher.map {
      try CRSSurvey(
        file, manifest: request.manifest, positions: positions, within: nil, attacher: $0,
        srid: srid)
    }
    return refusal(
      of: request, survey,
      .misplaced(
        misplaced, system: system, best: survey?.shares.first { $0.inside >= 0.5 }))
  }

  /// The report of a file of which nothing is taken.
  func refusal(
    of request: ImportRequest, _ survey: CRSSurvey?, _ why: ImportRefusal
  ) -> ImportReport {
    let name = request.path.split(separator: "/").last.map(String.init) ?? ""
    var report = ImportReport(
      dataset: request.manifest.dataset, file: name, status: .refused)
    report.crs = survey?.shares
    report.period = request.period?.text
    report.refused = why
    return report
  }
}
