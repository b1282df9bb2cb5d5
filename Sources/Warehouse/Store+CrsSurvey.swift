import Datasets
import Tabular

extension Store {
  /// Refuses a file whose reference system nobody has decided on, and says what fits.
  func survey(
    _ file: any TableFile, _ request: ImportRequest, x: String, y: String, within: StatedCell?
  ) throws -> ImportReport {
    let manifest = request.manifest
    guard let attacher = request.attacher else {
      throw DatasetsError(
        path: manifest.path, place: "gewu.location.crs",
        message: "`auto` measures which positions lie in the district, and no generation is "
          + "active; load grids first, or name the system",
        messageChinese: "auto 需要已启用的边界版本;请先装载网格,或直接指定坐标系")
    }
    let survey = try CrsSurvey(
      file, manifest: manifest, x: x, y: y, within: within, attacher: attacher, srid: srid)
    let name = request.path.split(separator: "/").last.map(String.init) ?? ""
    var report = ImportReport(dataset: manifest.dataset, file: name, status: .refused)
    report.crs = survey.shares
    report.refusal = survey.question
    report.refusalChinese = survey.questionChinese
    return report
  }
}
