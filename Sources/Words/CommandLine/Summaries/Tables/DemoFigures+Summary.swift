extension DemoFigures {
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
    if let rows, rows.byAddress > 0 {
      lines.append(
        Wording(
          "  by address: \(rows.byAddress) rows more have a cell, \(rows.byAddressElsewhere) of them not where they are",
          "  按地址：另有 \(rows.byAddress) 行落格，其中 \(rows.byAddressElsewhere) 行不在真实位置"))
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
    return lines + district
  }

  /// Addresses and subjects.
  private var district: [Wording] {
    var lines: [Wording] = []
    if let addresses {
      lines.append(
        Wording(
          "  addresses: \(addresses.matched) of \(addresses.inRegister) in the register are matched at building "
            + "or better; of \(addresses.rows) looked up, \(addresses.wrong) wrong, "
            + "\(addresses.wrongRooms) of these a room",
          "  地址：登记簿中有的 \(addresses.inRegister) 行中 \(addresses.matched) 行匹配到楼栋或更细；"
            + "共查 \(addresses.rows) 行，错 \(addresses.wrong) 行，其中错到户室 \(addresses.wrongRooms) 行"))
    }
    for kind in subjects {
      let share = { (value: Double) in Figure.fixed(value, 6) }
      let named =
        kind.named == 0
        ? Wording("", "")
        : Wording(
          "; named in passing, \(kind.named) rows: \(share(kind.namedPrecision)) and \(share(kind.namedRecall))",
          "；仅被提及的 \(kind.named) 行：\(share(kind.namedPrecision))、\(share(kind.namedRecall))")
      lines.append(
        Wording(
          "  \(kind.kind): \(kind.rows) rows of \(kind.truths) are \(kind.found); precision "
            + "\(share(kind.precision)), recall \(share(kind.recall)), \(kind.wrongMerges) wrong merges",
          "  \(kind.kind)：\(kind.truths) 个主体的 \(kind.rows) 行归为 \(kind.found) 个；查准率 "
            + "\(share(kind.precision))，查全率 \(share(kind.recall))，错并 \(kind.wrongMerges) 个") + named
      )
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
