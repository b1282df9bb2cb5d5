import DemoDistrict
import Words

extension DemoFigures {
  /// Adds up what the key of a district knows of its files.
  init(_ key: AnswerKey) { self.init([key]) }

  /// Adds up what the keys of the districts of a city know of their files; each has departments of its own.
  init(_ keys: [AnswerKey]) {
    self.init()
    refused = keys.reduce(0) { $0 + $1.refused.count }
    for key in keys {
      departments += Set(key.files.compactMap { $0.dataset.split(separator: "_").first }).count
      cells += Set(key.files.flatMap { ($0.cells ?? [:]).keys }).count
      boundaries.merge(key.boundaries, uniquingKeysWith: +)
      planted.merge(key.planted, uniquingKeysWith: +)
    }
    for file in keys.flatMap(\.files) {
      files += 1
      let figures = [
        "read": file.read, "inserted": file.inserted, "updated": file.updated,
        "unchanged": file.unchanged, "retired": file.retired, "duplicate": file.duplicate,
        "quarantined": file.quarantined, "blank": file.blank, "attached": file.attached,
        "unattached": file.unattached,
      ]
      sums.merge(figures, uniquingKeysWith: +)
      formats.merge([file.format: 1], uniquingKeysWith: +)
      reasons.merge(file.reasons, uniquingKeysWith: +)
      remarks.merge(file.remarks, uniquingKeysWith: +)
    }
  }
}
