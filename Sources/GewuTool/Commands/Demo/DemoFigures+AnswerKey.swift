import DemoDistrict
import Words

extension DemoFigures {
  /// Adds up what the key of a district knows of its files.
  init(_ key: AnswerKey) {
    self.init()
    files = key.files.count
    refused = key.refused.count
    departments = Set(key.files.compactMap { $0.dataset.split(separator: "_").first }).count
    (boundaries, planted) = (key.boundaries, key.planted)
    cells = Set(key.files.flatMap { ($0.cells ?? [:]).keys }).count
    for file in key.files {
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
