package import Warehouse

extension RegisterReport {
  /// What loading did, in one line or two.
  package var summary: Wording {
    var lines = [
      Wording(
        "register \(version): \(added) addresses added, \(changed) changed, \(ended) ended, "
          + "\(unchanged) as before; \(aliases) other names",
        "标准地址库版本 \(version)：新增地址 \(added)，变更 \(changed)，停用 \(ended)，不变 \(unchanged)；"
          + "别名 \(aliases)")
    ]
    if notRead > 0 {
      lines.append(
        Wording(
          "\(notRead) rows are no address that the grammar can read, and were left out",
          "\(notRead) 行不是语法可读的地址，未收入"))
    }
    if repeated > 0 {
      lines.append(
        Wording(
          "\(repeated) rows repeat the code of a row before them, and were left out",
          "\(repeated) 行重复了前面的编码，未收入"))
    }
    return lines.lines()
  }
}

extension [AddressRowsReport] {
  /// What was looked up, a line each.
  package var summary: Wording {
    guard !isEmpty else {
      return Wording(
        "no data set has an address in its place, or there is no register of addresses",
        "没有数据资源以地址定位，或没有标准地址库")
    }
    return map(\.summary).lines()
  }
}

extension AddressRowsReport {
  /// What was looked up, in one line.
  package var summary: Wording {
    Wording(
      "\(dataset): \(rows) looked up: \(equal) equal (A), \(sure) sure (B), \(unsure) unsure (C), "
        + "\(none) none; \(placed) have a grid by their address and had none",
      "\(dataset)：查找 \(rows) 行：相同（A）\(equal)，确定（B）\(sure)，不确定（C）\(unsure)，"
        + "无 \(none)；\(placed) 行因地址得到网格")
  }
}
