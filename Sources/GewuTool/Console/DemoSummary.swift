import DemoDistrict

/// The figures of a whole demo district, for people.
struct DemoSummary {
  /// The lines, without a line end after the last.
  let text: String

  init(_ key: AnswerKey) {
    let sum = { (count: (FileKey) -> Int) in key.files.reduce(0) { $0 + count($1) } }
    let retired = sum { $0.retired }
    let departments = Set(key.files.compactMap { $0.dataset.split(separator: "_").first }).count
    let cells = Set(key.files.flatMap { ($0.cells ?? [:]).keys }).count
    let formats = Self.counted(key.files.map { ($0.format, 1) })
    let reasons = Self.counted(
      key.files.flatMap { file in file.reasons.map { ($0.key, $0.value) } })
    let remarks = Self.counted(
      key.files.flatMap { file in file.remarks.map { ($0.key, $0.value) } })
    text = """
      \(key.files.count) files of \(departments) departments: all as the answer key says
        \(sum { $0.read }) read = \(sum { $0.inserted }) inserted + \(sum { $0.updated }) updated \
      + \(sum { $0.unchanged }) unchanged + \(sum { $0.duplicate }) duplicate \
      + \(sum { $0.quarantined }) quarantined + \(sum { $0.blank }) blank
        \(sum { $0.attached }) attached to \(cells) cells, \(sum { $0.unattached }) unattached\
      \(retired == 0 ? "" : ", \(retired) retired")
        formats: \(formats)
        reasons: \(reasons)
        remarks: \(remarks)
      """
  }

  /// Names with their counts, the most frequent first.
  private static func counted(_ pairs: [(String, Int)]) -> String {
    var counts: [String: Int] = [:]
    for (name, count) in pairs { counts[name, default: 0] += count }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}
