/// The figures of a whole demo district whose import is as the answer key says.
package struct DemoFigures: Sendable, Encodable {
  /// What the key of rows was held to.
  package struct Rows: Sendable, Encodable {
    /// How many rows have the cell that the key says, or none where it says so.
    package var held = 0
    /// How many rows with a true grid and a grid are in that one, and in another one, because the department's
    /// place is not the true one.
    package var inTrueGrid = 0
    package var inOtherGrid = 0

    package init() {}

    private enum CodingKeys: String, CodingKey {
      case held
      case inTrueGrid = "in_true_grid"
      case inOtherGrid = "in_other_grid"
    }
  }

  /// The answer to a question for a cluster of events.
  package struct HotSpot: Sendable, Encodable {
    package var dataset: String
    package var category: String
    package var from: String
    package var to: String
    package var level: String
    package var exposure: String
    /// Whether there is one to be found.
    package var isPlanted: Bool
    /// How many cells are hot at 95 %, and how many of these lie where it was planted.
    package var hot: Int
    package var hotThere: Int

    package init(
      dataset: String, category: String, from: String, to: String, level: String,
      exposure: String, isPlanted: Bool, hot: Int, hotThere: Int
    ) {
      (self.dataset, self.category, self.from, self.to) = (dataset, category, from, to)
      (self.level, self.exposure, self.isPlanted) = (level, exposure, isPlanted)
      (self.hot, self.hotThere) = (hot, hotThere)
    }

    private enum CodingKeys: String, CodingKey {
      case dataset, category, from, to, level, hot
      case exposure = "per"
      case isPlanted = "planted"
      case hotThere = "hot_there"
    }
  }

  package var files = 0
  /// How many more files nothing is taken of.
  package var refused = 0
  package var departments = 0
  package var cells = 0
  /// The sums over all files, by the names of an import's figures.
  package var sums: [String: Int] = [:]
  /// How many files there are of each format.
  package var formats: [String: Int] = [:]
  package var reasons: [String: Int] = [:]
  package var remarks: [String: Int] = [:]
  /// How many cells the boundaries have, by level.
  package var boundaries: [String: Int] = [:]
  /// Nil where the key of rows was not written.
  package var rows: Rows?
  package var hotSpots: [HotSpot] = []
  /// How many rows are about a person, a dwelling and so on, by the columns of the key.
  ///
  /// Nothing can be asked of these so far. Empty without the key of rows.
  package var unanswered: [String: Int] = [:]
  /// The same of what was planted among people and meters.
  package var planted: [String: Int] = [:]

  package init() {}

  private enum CodingKeys: String, CodingKey {
    case files, refused, departments, cells, sums, formats, reasons, remarks, boundaries, rows,
      planted
    case hotSpots = "hot_spots"
    case unanswered = "not_answered"
  }

  /// The figures in a few lines.
  package var summary: Wording {
    let sum = { (name: String) in sums[name] ?? 0 }
    let retired = sum("retired")
    let refusals =
      refused == 0
      ? []
      : [
        Wording(
          "  \(refused) more files of which nothing was taken", "  另有 \(refused) 个文件整份未收")
      ]
    let head = [
      Wording(
        "\(files) files of \(departments) departments: all as the answer key says",
        "\(departments) 个部门的 \(files) 个文件：全部与答案一致")
    ]
    let rest = [
      Wording(
        "  \(sum("read")) read = \(sum("inserted")) inserted + \(sum("updated")) updated + "
          + "\(sum("unchanged")) unchanged + \(sum("duplicate")) duplicate + "
          + "\(sum("quarantined")) quarantined + \(sum("blank")) blank",
        "  读取 \(sum("read")) = 新增 \(sum("inserted")) + 更新 \(sum("updated")) + "
          + "未变 \(sum("unchanged")) + 重复 \(sum("duplicate")) + "
          + "问题 \(sum("quarantined")) + 空行 \(sum("blank"))"),
      Wording(
        "  \(sum("attached")) attached to \(cells) cells, \(sum("unattached")) unattached"
          + (retired == 0 ? "" : ", \(retired) retired"),
        "  已落格 \(sum("attached")) 行，涉及 \(cells) 个单元；未落格 \(sum("unattached")) 行"
          + (retired == 0 ? "" : "；注销 \(retired) 行")),
      Wording("  formats: ", "  格式：") + formats.ranked(),
      Wording("  reasons: ", "  原因：") + reasons.ranked(),
      Wording("  remarks: ", "  备注：") + remarks.ranked(),
    ]
    return (head + refusals + rest + places + open).lines()
  }

  /// Boundaries, the cells of single rows, and clusters.
  private var places: [Wording] {
    let levels = boundaries.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    var lines: [Wording] = []
    if !levels.isEmpty {
      lines.append(
        Wording("  boundaries: ", "  边界：") + levels.map { "\($0.key) \($0.value)" }.listed())
    }
    if let rows {
      let both = rows.inTrueGrid + rows.inOtherGrid
      lines.append(
        Wording(
          "  row by row: the cell of \(rows.held); of \(both) with a grid and a true one, "
            + "\(rows.inTrueGrid) in the true one, \(rows.inOtherGrid) where the department puts them",
          "  逐行核对：\(rows.held) 行的单元；其中 \(both) 行有网格且有真实网格，"
            + "\(rows.inTrueGrid) 行落在真实网格，\(rows.inOtherGrid) 行落在部门所填之处"))
    }
    let wanted = hotSpots.filter(\.isPlanted)
    let found = wanted.count { $0.hotThere > 0 }
    let others = hotSpots.count { !$0.isPlanted && $0.hot > 0 }
    if !wanted.isEmpty {
      lines.append(
        Wording(
          "  hot spots: \(found) of \(wanted.count) planted are found",
          "  热点：预设 \(wanted.count) 处，找到 \(found) 处"))
    } else if !hotSpots.isEmpty {
      lines.append(
        Wording(
          "  hot spots: none planted; \(others) of \(hotSpots.count) questions find one by chance",
          "  热点：未预设；\(hotSpots.count) 个提问中有 \(others) 个偶然见到热点"))
    }
    return lines
  }

  /// What the key knows and the product cannot be asked.
  private var open: [Wording] {
    let subjects = Self.subjects.compactMap { name, english, chinese in
      unanswered[name].map { Wording("\(english) of \($0) rows", "\($0) 行的\(chinese)") }
    }
    let count = planted.values.reduce(0, +)
    let plants =
      count == 0
      ? []
      : [
        Wording(
          "\(count) planted among people and meters in \(planted.count) kinds",
          "预设于人员和表计的 \(planted.count) 类 \(count) 处")
      ]
    let items = subjects + plants
    guard !items.isEmpty else { return [] }
    return [
      Wording("  not answered yet: ", "  尚不能回答：")
        + Wording(
          english: items.map(\.english).joined(separator: ", "),
          chinese: items.map(\.chinese).joined(separator: "、"))
    ]
  }

  private static let subjects = [
    ("person", "persons", "人员"), ("household", "households", "住户"),
    ("dwelling", "dwellings", "住房"), ("building", "buildings", "楼栋"), ("firm", "firms", "单位"),
    ("component", "components", "部件"), ("address", "true addresses", "真实地址"),
    ("fault", "stated errors that no rule shows", "规则看不出的已知错误"),
  ]
}
