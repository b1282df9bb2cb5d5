import DemoTruth

/// A fault of the broken boundaries in words.
struct BorderNote {
  let english: String
  let chinese: String

  /// - Parameter grids: those of the broken set.
  init(_ fault: BrokenBorders.Fault, _ grids: [GridCell]) {
    let codes = fault.grids.map { grids[$0].code }
    let area = Int(fault.area.rounded())
    switch fault.kind {
    case .overlap:
      english = "\(codes[0]) reaches over the border of \(codes[1]): \(area) m² lie in both.\n"
      chinese = "\(codes[0]) 越过了与 \(codes[1]) 的边界：重叠 \(area) 平方米。\n"
    case .gap:
      english = "\(codes[0]) stays short of \(codes[1]): \(area) m² between them lie in none.\n"
      chinese = "\(codes[0]) 与 \(codes[1]) 没有接上：中间有 \(area) 平方米不属于任何网格。\n"
    case .twice:
      english =
        "\(codes[0]) was digitised a second time as \(codes[1]): \(area) m² lie in both.\n"
      chinese = "\(codes[0]) 被重复采集为 \(codes[1])：重叠 \(area) 平方米。\n"
    }
  }
}
