import Datasets
package import DemoTruth
import Tabular

extension DemoDistrict {
  /// Shows one row of a delivered file beside the truth.
  ///
  /// The file is made again in memory, so that what is shown as sent is what `make` wrote.
  ///
  /// - Parameters:
  ///   - folder: that of the district, for its keys.
  ///   - file: the name of a file of the month.
  ///   - row: the data row, from 1, as imports count.
  ///   - path: the folder of manifests.
  ///   - truth: makes all that is true of the district.
  /// - Throws: `DemoError` where there is no such file or row.
  package static func explain(
    _ file: String, row: Int, month: Int, in folder: String, manifestsAt path: String,
    truth: (TruthOptions) -> Truth = { Truth($0) }
  ) throws -> RowExplanation {
    let key = try AnswerKey(folder: folder, month: month)
    guard let wanted = key.files.first(where: { $0.file == file }) else {
      throw DemoError.noFile(file, in: "\(folder)/\(key.fileName)")
    }
    guard 1...max(1, wanted.read) ~= row else {
      throw DemoError.noRow(row, of: file, rows: wanted.read)
    }
    let district = DemoDistrict(
      seed: key.seed, division: try division(of: key, in: folder), rowsPercent: key.rowsPercent,
      months: 1...month, hasBrokenBorders: false, hasPlants: key.plants)
    let plan = try DeliveryPlan(
      truth, district.options, months: month, try ManifestFolder(path: path), has: { _ in true })
    let catcher = RowCatcher(file: file, row: row)
    guard
      let index = plan.makers.firstIndex(where: {
        $0.plan.manifest.dataset == wanted.dataset
      })
    else { throw DemoError.noFile(file, in: "\(folder)/\(key.fileName)") }
    let writers = FormatWriters(geopackage: nil, catcher: catcher)
    var files = plan.files(index, writers, [month: [catcher]]) { $0 == month ? "" : nil }
    for month in 1...month { _ = try files.send(month: month) }
    guard let cells = catcher.cells, let record = catcher.record else {
      throw DemoError.noRow(row, of: file, rows: catcher.count)
    }
    return RowExplanation(
      file: file, dataset: wanted.dataset, row: row, record: record.map(\.text),
      columns: plan.makers[index].view.explain(
        record[2].text, month: month, sent: cells.map(\.text)))
  }
}

extension DemoDistrict {
  private static func division(of key: AnswerKey, in folder: String) throws -> Division {
    guard let code = key.district else { return .first }
    guard let division = Division.all.first(where: { $0.code == code }) else {
      throw DemoError(
        "\(folder)/\(key.fileName) is of a district \(code), which no city has; make it again",
        "\(folder)/\(key.fileName) 属于不存在的区 \(code)；请重新生成")
    }
    return division
  }
}

extension RowExplanation {
  /// - Parameter record: the columns of `RowRecord`.
  fileprivate init(
    file: String, dataset: String, row: Int, record: [String], columns: [Column]
  ) {
    func text(_ name: String) -> String? {
      RowRecord.columns.firstIndex { $0.name == name }.map { record[$0] }.flatMap {
        $0.isEmpty ? nil : $0
      }
    }
    (self.file, self.dataset, self.row, self.columns) = (file, dataset, row, columns)
    var links = [
      Link(role: "self", kind: text("subject") ?? "", number: Int(text("number") ?? "") ?? 0)
    ]
    for link in (text("links") ?? "").split(separator: " ") {
      let parts = link.split(whereSeparator: { $0 == "=" || $0 == ":" }).map(String.init)
      guard parts.count == 3, let number = Int(parts[2]) else { continue }
      links.append(Link(role: parts[0], kind: parts[1], number: number))
    }
    self.links = links
    (address, grid) = (text("address"), text("grid"))
    (longitude, latitude) = (text("longitude"), text("latitude"))
    (outcome, reasons) = (text("outcome") ?? "", text("reasons"))
    (remarks, faults) = (text("remarks"), text("faults"))
  }
}

extension DemoError {
  fileprivate static func noFile(_ file: String, in key: String) -> DemoError {
    DemoError(
      "\(key) has no file '\(file)' whose rows it knows; give the name of a file of that month",
      "\(key) 中没有逐行答案的文件“\(file)”；请给出该月的文件名")
  }

  fileprivate static func noRow(_ row: Int, of file: String, rows: Int) -> DemoError {
    DemoError(
      "\(file) has no row \(row); give one from 1 to \(rows)",
      "\(file) 没有第 \(row) 行；请给出 1 至 \(rows)")
  }
}
