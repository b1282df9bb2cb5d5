package import Warehouse

extension VerificationFinding {
  /// What is not as it must be, or worth knowing, and where.
  package var wording: Wording {
    switch self {
    case .damage(let text): Wording("\(text)", "数据库文件：\(text)")
    case .openToOthers(let path):
      Wording(
        "other users of this machine can use \(path); let its owner run `chmod go= \(path)`",
        "本机其他用户可以使用 \(path)；请由其所有者执行 `chmod go= \(path)`")
    case .wasOpenToOthers(let path):
      Wording(
        "other users of this machine could use \(path) until now", "此前本机其他用户可以使用 \(path)")
    case .danglingReference(let table, let row, let parent):
      Wording(
        "\(table): row \(row) refers to a row of \(parent) that does not exist",
        "\(table) 第 \(row) 行引用了 \(parent) 中不存在的行")
    case .figure(let figure, let batch, let found, let recorded):
      Wording(
        "batch \(batch): \(figure.wording.english): \(found), but \(recorded) by the batch",
        "批次 \(batch)：\(figure.wording.chinese)：\(found)，而批次记录为 \(recorded)")
    case .missingObject(let dataset, let kind, let name):
      Wording(
        "\(dataset): its \(kind.rawValue) \(name) is missing", "\(dataset)：缺少 \(name)")
    case .unknownDataset(let batch, let dataset):
      Wording(
        "batch \(batch): there is no data set \(dataset)", "批次 \(batch)：没有数据资源 \(dataset)")
    case .unpublishedBatch(let dataset, let batch):
      Wording(
        "\(dataset): rows of batch \(batch), which is not published",
        "\(dataset)：存在未发布批次 \(batch) 的行")
    case .notReversed(let batch, let rows):
      Wording(
        "batch \(batch): \(rows) rows could not be taken back", "批次 \(batch)：有 \(rows) 行未能撤回")
    case .backwards(let dataset, let versions):
      Wording(
        "\(dataset): \(versions) versions end before they began",
        "\(dataset)：\(versions) 个行版本的结束早于开始")
    case .orphaned(let dataset, let rows):
      Wording(
        "\(dataset): \(rows) current rows belong to unpublished batches",
        "\(dataset)：\(rows) 个现行行属于未发布的批次")
    case .missingKeyIndex(let dataset):
      Wording("\(dataset): the index of its key is missing", "\(dataset)：缺少主键索引")
    case .unreadableManifest(let dataset):
      Wording(
        "\(dataset): the manifest that it was loaded by cannot be read", "\(dataset)：无法读取其清单")
    case .repeatedKeys(let dataset, let keys):
      Wording(
        "\(dataset): \(keys) keys have more than one current row",
        "\(dataset)：\(keys) 个主键对应多个现行行")
    case .otherType(let dataset, let field, let column, let rows):
      Wording(
        "\(dataset): \(rows) rows have \(field) in a column of type \(column), which may have "
          + "changed the values; import the file again",
        "\(dataset)：\(rows) 行的 \(field) 存放在 \(column) 类型的列中，值可能已改变；请重新导入文件")
    case .missingGrids(let dataset, let rows):
      Wording("\(dataset): \(rows) rows in grids that do not exist", "\(dataset)：\(rows) 行所属网格不存在")
    case .gridsOfAnotherGeneration(let dataset, let rows):
      Wording(
        "\(dataset): \(rows) rows in grids of another generation",
        "\(dataset)：\(rows) 行所属网格不在其边界版本内")
    case .entriesWithoutReason(let ids):
      Wording("entries \(ids.listed.english) have no reason", "记录 \(ids.listed.chinese) 没有原因")
    case .entriesOutOfStep(let ids):
      Wording(
        "entries \(ids.listed.english) are replayed by no batch, or not replayed by one",
        "记录 \(ids.listed.chinese) 的补录批次与状态不符")
    case .unusableStage(let batch):
      Wording(
        "batch \(batch): the staged load cannot be taken up; discard it",
        "批次 \(batch)：无法继续，请放弃")
    case .staged(let batch, let rows, let file):
      Wording(
        "batch \(batch): \(rows) rows of \(file) are staged", "批次 \(batch)：“\(file)”已暂存 \(rows) 行")
    case .strayStage(let table):
      Wording("\(table) belongs to no staged batch", "\(table) 不属于任何暂存批次")
    case .missingStage(let table):
      Wording("\(table) of a staged batch is missing", "缺少暂存表 \(table)")
    case .missingSpatialIndex(let index): Wording("\(index) is missing", "\(index)：不存在")
    case .brokenSpatialIndex(let index, let text):
      Wording("\(index): \(text)", "空间索引 \(index) 已损坏（\(text)）")
    case .staleSpatialIndex(let index, let table):
      Wording("\(index) does not agree with \(table)", "\(index) 与 \(table) 不一致")
    case .wrongIndexFile(let path, let generation, .damaged):
      Wording(
        "the index file \(path) of generation \(generation) is damaged; delete it, and it is made anew",
        "版本 \(generation) 的索引文件 \(path) 已损坏；请删除，程序会重新生成")
    case .wrongIndexFile(let path, let generation, .otherContent):
      Wording(
        "the index file \(path) is not that of the boundaries of generation \(generation); delete "
          + "it, and it is made anew",
        "索引文件 \(path) 不是版本 \(generation) 边界的索引；请删除，程序会重新生成")
    case .profileDiffers(let day, let net, let code):
      code.isEmpty
        ? Wording(
          "what lies in no cell of \(net) on \(day) is not what a recount gives; count again",
          "\(net) 网 \(day) 未落入单元的数量与重新计数不符；请重新计数")
        : Wording(
          "\(net) \(code): the counts of \(day) are not those of a recount; count again",
          "\(net) 网 \(code)：\(day) 的计数与重新计数不符；请重新计数")
    case .strayProfile(let day, let cells):
      Wording(
        "the counts of \(day) have \(cells) cells too many; count again",
        "\(day) 的计数多出 \(cells) 个单元；请重新计数")
    case .profileOutdated(let day):
      Wording(
        "the counts of \(day) are older than what they count, and were not counted again",
        "\(day) 的计数早于所计数据，未重新核对")
    case .profileUnread(let day):
      Wording(
        "the counts of \(day) were not counted again, since the store's key is not here",
        "缺少密钥，\(day) 的计数未重新核对")
    case .useDiffers(let day, let items):
      Wording(
        "\(items) homes on the lists of use of \(day) are not what judging again gives; judge again",
        "\(day) 用量清单中有 \(items) 户与重新判断不符；请重新判断")
    case .useRowsMissing(let items):
      Wording(
        "\(items) homes on the lists of use have no row any more; judge again",
        "用量清单中有 \(items) 户已没有对应的行；请重新判断")
    case .useOutdated(let day):
      Wording(
        "the lists of use of \(day) are older than what they are made of, and were not checked",
        "\(day) 的用量清单早于所依据的数据，未重新核对")
    case .useUnread(let day):
      Wording(
        "the lists of use of \(day) were not checked, since the store's key is not here",
        "缺少密钥，\(day) 的用量清单未重新核对")
    case .useOutcomesOverdue(let outcomes):
      Wording(
        "\(outcomes) outcomes of visits are older than the rules keep them; the next judgement removes them",
        "\(outcomes) 条上门结果已超过规则的保存期限；下次判断时删除")
    case .withoutReceipt(let reports):
      Wording("\(reports) reports have no receipt", "\(reports) 条上报没有回执编号")
    case .strayReceipt(let reports):
      Wording(
        "\(reports) reports are not found by their receipts; restore the store from a backup",
        "\(reports) 条上报无法按回执编号查到；请从备份恢复")
    case .attachmentsMissing(let count):
      Wording(
        "the contents of \(count) attachments are missing; restore the store from a backup",
        "\(count) 个附件的内容缺失；请从备份恢复")
    case .attachmentChanged(let sha256):
      Wording(
        "the content of the attachment \(sha256) was changed; restore the store from a backup",
        "附件 \(sha256) 的内容已被改动；请从备份恢复")
    case .unsealed:
      Wording(
        "the store is not sealed: it is for data that is not personal only",
        "库未密封：仅限非个人数据")
    case .inTheClear(let table, let values):
      Wording(
        "\(values) values of \(table) are in the clear although the store is sealed; seal it again",
        "\(table) 中有 \(values) 个值未密封，而库已密封；请再次密封")
    case .keyMissing(let table, let version, let values):
      Wording(
        "\(values) values of \(table) are sealed under version \(version) of the key, which the store "
          + "does not have; restore the store from a backup",
        "\(table) 中有 \(values) 个值由密钥版本 \(version) 密封，而库中没有该版本；请从备份恢复")
    case .sealBroken(let table, let row):
      Wording(
        "the sealed value of row \(row) of \(table) does not open: it was changed or moved; restore the "
          + "store from a backup",
        "\(table) 第 \(row) 行的密封值无法打开：已被改动或移动；请从备份恢复")
    case .sealedUnread(let values):
      Wording(
        "\(values) sealed values were not opened: the key is not here",
        "\(values) 个密封值未打开核对：此处没有密钥")
    case .filesInTheClear(let files):
      Wording(
        "\(files) source files lie in the clear although the store is sealed; seal it again",
        "\(files) 个原始文件未密封，而库已密封；请再次密封")
    case .fileKeyMissing(let version, let files):
      Wording(
        "\(files) source files are sealed under version \(version) of the key, which the store does not "
          + "have; restore the store and its archive from one backup",
        "\(files) 个原始文件由密钥版本 \(version) 密封，而库中没有该版本；请从同一备份恢复库及其存档")
    case .filesUnread(let files):
      Wording(
        "\(files) sealed source files were not opened: the key is not here",
        "\(files) 个密封的原始文件未打开核对：此处没有密钥")
    case .subjectRowsMissing(let kind, let dataset, let rows):
      Wording(
        "subjects of kind \(kind) name \(rows) rows that \(dataset) does not have; \(Self.again.english)",
        "\(kind) 类主体引用了 \(dataset) 中不存在的 \(rows) 行；\(Self.again.chinese)")
    case .subjectRowsEnded(let kind, let dataset, let rows):
      Wording(
        "subjects of kind \(kind) count as current, and \(rows) of their rows in \(dataset) are not; "
          + "\(Self.again.english)",
        "\(kind) 类主体标为最新，但其在 \(dataset) 中的 \(rows) 行已非现行；\(Self.again.chinese)")
    case .subjectRowsAstray(let kind, let dataset, let rows):
      Wording(
        "\(rows) rows of \(dataset) are in no subject of kind \(kind) that stands; "
          + "\(Self.again.english)",
        "\(dataset) 的 \(rows) 行不属于任何现存的 \(kind) 类主体；\(Self.again.chinese)")
    case .subjectsWithoutRows(let kind, let subjects):
      Wording(
        "\(subjects) subjects of kind \(kind) are made of no row; \(Self.again.english)",
        "\(subjects) 个 \(kind) 类主体没有任何行；\(Self.again.chinese)")
    case .subjectPartAstray(let kind, let table, let rows):
      Wording(
        "\(table): \(rows) entries of kind \(kind) name rows that are not of their subject; "
          + "\(Self.again.english)",
        "\(table)：\(rows) 条 \(kind) 类记录引用了不属于其主体的行；\(Self.again.chinese)")
    case .subjectKindMissing(let kind, let table, let rows):
      Wording(
        "\(table): \(rows) entries are of kind \(kind), which was never assembled; "
          + "\(Self.again.english)",
        "\(table)：\(rows) 条记录属于从未归集的类别 \(kind)；\(Self.again.chinese)")
    case .notArchived(let sha256, let path, let state):
      Wording(
        "the source file \(sha256) is not in the archive (\(state.english(path))); restore it "
          + "from a backup, or import the file again",
        "归档文件 \(sha256) 缺失或已被改动：\(path)")
    }
  }
}

extension VerificationFinding {
  /// What to do where subjects are not what rows make them.
  private static let again = Wording(
    "assemble the subjects again", "请重新归集")
}

extension VerificationFinding.BatchFigure {
  var wording: Wording {
    switch self {
    case .outcomes: Wording("outcomes", "各结果之和")
    case .attachedOrNot: Wording("rows attached or not", "已落格与未落格之和")
    case .brought: Wording("versions that it brought", "带来的行版本")
    case .attached: Wording("versions with a grid", "已落格的行版本")
    case .ended: Wording("versions that it ended", "结束的行版本")
    case .takenBack: Wording("versions taken back", "已撤回的行版本")
    case .refused: Wording("refused rows", "问题数据")
    }
  }
}

extension VerificationFinding.ArchiveState {
  fileprivate func english(_ path: String) -> String {
    switch self {
    case .missing: "\(path) is missing"
    case .changed(let sha256): "\(path) was changed: it is \(sha256)"
    case .unopened: "\(path) does not open: it was changed, cut short or moved"
    case .unreadable: "\(path) cannot be read"
    }
  }
}

extension VerificationReport.Subject {
  /// What a check is called.
  package var wording: Wording {
    switch self {
    case .file: Wording("\(rawValue)", "文件")
    case .permissions: Wording("\(rawValue)", "权限")
    case .references: Wording("\(rawValue)", "引用")
    case .identity: Wording("\(rawValue)", "批次账目")
    case .datasets: Wording("\(rawValue)", "数据资源")
    case .versions: Wording("\(rawValue)", "行的版本")
    case .keys: Wording("\(rawValue)", "主键")
    case .columns: Wording("\(rawValue)", "字段类型")
    case .attachments: Wording("\(rawValue)", "落格")
    case .reports: Wording("\(rawValue)", "上报")
    case .quarantine: Wording("\(rawValue)", "问题数据")
    case .stages: Wording("\(rawValue)", "暂存")
    case .spatialIndexes: Wording("\(rawValue)", "空间索引")
    case .archive: Wording("\(rawValue)", "原始文件存档")
    case .seal: Wording("\(rawValue)", "密封")
    case .subjects: Wording("\(rawValue)", "主体")
    case .indexFiles: Wording("\(rawValue)", "索引文件")
    case .profile: Wording("\(rawValue)", "网格概况")
    case .use: Wording("\(rawValue)", "用量异常")
    }
  }
}

extension [Int64] {
  fileprivate var listed: Wording { map { "\($0)" }.listed() }
}
