import DemoDistrict
import Gewu
import Words

/// What a store says about the files of all districts of a city, held to their keys.
struct CityFindings {
  /// What differs, a line each; empty where all is as the keys say.
  private(set) var differences: [Wording] = []
  /// The figures of all keys together.
  let figures: DemoFigures

  /// - Parameter folder: that of the city.
  /// - Throws: `DemoError` where a district's key is not there.
  init(_ city: CityKey, in folder: String, month: Int, store: District) throws {
    let keys = try city.districts.map { district in
      (code: district.code, key: try AnswerKey(folder: "\(folder)/\(district.code)", month: month))
    }
    figures = DemoFigures(keys.map(\.key))
    let datasets = keys.flatMap { one in
      (one.key.files + one.key.base).map(\.dataset) + one.key.refused.map(\.dataset)
    }
    for dataset in Set(datasets).sorted() {
      let cells = try store.attachedRows(dataset: dataset)
      for (code, key) in keys {
        let own = cells.filter { $0.key.hasPrefix(code) }
        try compare(key, dataset, own, store, code)
      }
      let strays = cells.filter { cell in !keys.contains { cell.key.hasPrefix($0.code) } }
      if !strays.isEmpty {
        differences.append(
          Notices.about(dataset, Notices.rowsOutsideDistricts(strays.values.reduce(0, +))))
      }
    }
  }

  private mutating func compare(
    _ key: AnswerKey, _ dataset: String, _ cells: [String: Int], _ store: District,
    _ code: String
  ) throws {
    for file in key.files + key.base where file.dataset == dataset {
      let found = try FileFindings(file, cells: cells, in: store).differences
      differences += found.map { Notices.about("\(code)/\(file.file)", $0) }
    }
    for file in key.refused where file.dataset == dataset {
      guard try store.importFigures(dataset: dataset, file: file.file, cells: cells) != nil else {
        continue
      }
      differences.append(
        Notices.about(
          "\(code)/\(file.file)", Notices.imported(thoughRefusedAs: file.code.rawValue)))
    }
  }
}
