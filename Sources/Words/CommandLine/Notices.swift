package import Gewu
import Tabular

/// What a command says of its work in one line, beside its answer.
package enum Notices {
  package static func made(store: String, srid: Int, levels: [String], zone: String) -> Wording {
    let levels = levels.joined(separator: " > ")
    return Wording(
      "made \(store): EPSG:\(srid), levels \(levels), zone \(zone)",
      "已建立 \(store)：EPSG:\(srid)，层级 \(levels)，时区 \(zone)")
  }

  package static func added(net: String, levels: [String]) -> Wording {
    let levels = levels.joined(separator: " > ")
    return Wording("net \(net): \(levels)", "网 \(net)：\(levels)")
  }

  /// Files of the store were open to others than their owner, and no longer are.
  package static func takenFromOthers(_ files: [String]) -> Wording {
    Wording(
      "other users of this machine could use these files of the store; now only their owner can: ",
      "本机其他用户此前可以使用库的下列文件；现已改为仅限所有者：") + files.listed()
  }

  package static let dryRun = Wording("dry run: nothing was kept", "试运行：未保存任何内容")

  package static func unplaced(_ count: Int) -> Wording {
    Wording(
      "\(count) rows have no position and are not counted", "\(count) 行没有位置，未计入")
  }

  package static func invalidCoverage(ofNet net: String) -> Wording {
    Wording(
      "the coverage of the net \(net) is invalid, so a position may be in more than one cell",
      "网 \(net) 的覆盖无效，一个位置可能同时属于几个单元")
  }

  package static func noDataset(_ name: String, among known: [String]) -> Wording {
    let missing = Wording("there is no data set '\(name)'", "没有数据资源“\(name)”")
    guard !known.isEmpty else {
      return missing + Wording("; see `gewu import`", "；请看 `gewu import`")
    }
    return missing + Wording("; there are ", "；现有 ") + known.listed()
  }

  /// Files of a folder that are not imported.
  package static func skipped(_ files: [String]) -> Wording {
    Wording("skipped (no manifest matches): ", "已跳过（没有清单与之匹配）：") + files.listed()
  }

  /// A manifest that none of the files needs is at fault.
  package static func faultyManifest(_ fault: Wording) -> Wording {
    fault + Wording("; the other manifests are used", "；其他清单照常使用")
  }

  /// What is left alone of the folders that a command names, a line for each reason.
  package static func left(_ plan: FileSelection) -> [Wording] {
    var lines: [Wording] = []
    if !plan.skipped.isEmpty { lines.append(skipped(plan.skipped)) }
    if !plan.documents.isEmpty {
      lines.append(
        Wording("skipped (pictures and documents, not tables): ", "已跳过（图片或文档，不是表格）：")
          + plan.documents.listed())
    }
    if !plan.links.isEmpty {
      lines.append(
        Wording(
          "skipped (links in a folder are not followed, nor files with a link for a part; name the files "
            + "themselves): ", "已跳过（不跟随文件夹中的链接，也不读取部分为链接的文件；请直接指定文件）：") + plan.links.listed())
    }
    if !plan.locks.isEmpty {
      lines.append(
        Wording(
          "skipped (lock files: somebody has these workbooks open): ",
          "已跳过（锁文件：有人正打开这些工作簿）：") + plan.locks.listed())
    }
    return lines
  }

  package static func refused(file: String, because reason: Wording) -> Wording {
    Wording("\(file): refused: \(reason.english)", "\(file)：被拒绝：\(reason.chinese)")
  }

  /// The report of an import could not be written, but the imports go on.
  package static func unwritten(because reason: Wording) -> Wording {
    Wording(
      "\(reason.english); the imports go on without it", "\(reason.chinese)；导入继续进行，不再输出")
  }

  package static func about(_ file: String, _ note: Wording) -> Wording {
    Wording("\(file): \(note.english)", "\(file)：\(note.chinese)")
  }

  /// A file of a folder that is not read, with what is said of the fault, which may be another file's.
  package static func failed(_ file: String, _ fault: any Error, _ words: Wording) -> Wording {
    (fault as? TabularError)?.path == file ? words : about(file, words)
  }

  package static func discarded(_ count: Int) -> Wording {
    Wording("\(count) refused rows were discarded", "已放弃 \(count) 行问题数据")
  }

  package static func exported(_ count: Int, to file: String) -> Wording {
    Wording(
      "\(file): \(count) refused rows with their original values; send it only to the department "
        + "that they are from",
      "\(file)：\(count) 行问题数据，含原值；只可发给数据来源部门")
  }

  package static func wrote(_ source: WrittenSource, ofBatch batch: Int64) -> Wording {
    let paths = source.paths.listed()
    return Wording(
      "\(paths.english): the source of batch \(batch) as it came, \(source.bytes) bytes",
      "\(paths.chinese)：批次 \(batch) 的原始文件，\(source.bytes) 字节")
  }

  package static func rows(_ count: Int, of file: String) -> Wording {
    Wording("\(file): \(count) rows", "\(file)：\(count) 行")
  }

  package static func madeDemo(
    folder: String, files: Int, rows: Int, seed: UInt64
  ) -> Wording {
    Wording(
      "\(folder): \(files) files, \(rows) rows, seed \(seed)",
      "\(folder)：\(files) 个文件，\(rows) 行，种子 \(seed)")
  }

  /// How many cells of the files come from what; those made up are named only where there are any.
  package static func demoCells(
    truth: Int, faults: Int, empty: Int, invented: Int
  ) -> Wording {
    let others = invented == 0 ? "" : ", \(invented) made up"
    let otherWords = invented == 0 ? "" : "，虚构 \(invented)"
    return Wording(
      english: "Cells: \(truth) from the truth, \(faults) from a stated error, \(empty) empty"
        + others,
      chinese: "单元格：来自底数 \(truth)，来自已列明的错误 \(faults)，空 \(empty)" + otherWords)
  }

  package static let notImported = Wording("not imported", "未导入")

  /// A file that was imported, of which the answer key says otherwise.
  package static func imported(thoughRefusedAs code: String) -> Wording {
    Wording("imported, the key says refused: \(code)", "已导入，答案为拒收：\(code)")
  }

  /// Rows of a data set that are attached to cells of no district of the city.
  package static func rowsOutsideDistricts(_ count: Int) -> Wording {
    Wording(
      "\(count) rows are attached to cells of no district of the city",
      "\(count) 行落在不属于本市任何区的单元")
  }

  /// A figure that the answer key has otherwise.
  package static func differs(
    _ figure: String, is found: Int, keySays wanted: Int
  ) -> Wording {
    Wording(
      "\(figure) is \(found), the key says \(wanted)", "\(figure) 为 \(found)，答案为 \(wanted)")
  }

  /// A figure that is lower than it may be.
  package static func below(_ figure: String, is found: some Any, least: some Any) -> Wording {
    Wording(
      "\(figure): \(found), at least \(least) is wanted", "\(figure)：\(found)，应不低于 \(least)")
  }

  /// A figure that is higher than it may be.
  package static func above(_ figure: String, is found: some Any, most: some Any) -> Wording {
    Wording(
      "\(figure): \(found), at most \(most) is wanted", "\(figure)：\(found)，应不高于 \(most)")
  }

  /// Rows that lie in another cell than the answer key says, with the first of them.
  package static func cells(
    wrong count: Int, row: Int, is found: String?, keySays wanted: String?
  ) -> Wording {
    Wording(
      "\(count) rows lie in another cell than the key says: row \(row) in \(found ?? "none"), "
        + "the key says \(wanted ?? "none")",
      "\(count) 行所落单元与答案不同：第 \(row) 行落入 \(found ?? "无")，答案为 \(wanted ?? "无")")
  }

  package static func differences(_ count: Int, from key: String) -> Wording {
    Wording("\(count) differences from \(key)", "与 \(key) 有 \(count) 处不同")
  }

  /// Why subjects were not brought up to date.
  package static func subjectsNotAssembled(_ reason: Wording) -> Wording {
    Wording("subjects were not brought up to date: ", "主体未更新：") + reason
      + Wording("; run `gewu subjects assemble`", "；请运行 `gewu subjects assemble`")
  }

  /// Why addresses of what was imported were not looked up.
  package static func addressesNotMatched(_ reason: Wording) -> Wording {
    Wording("addresses were not looked up: ", "未查找地址：") + reason
      + Wording("; run `gewu addresses match`", "；请运行 `gewu addresses match`")
  }
}
