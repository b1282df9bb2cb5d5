import Datasets
package import Gewu
import Intake
import Projections
package import Warehouse

/// What to do about an error on the command line, in its own terms: a command, an option.
package enum Hints {
  /// What to do; nil where the error's own sentence says all.
  package static func hint(for error: any Error) -> Wording? {
    switch error {
    case let error as DatasetsError: hint(for: error)
    case let error as QuarantineFault: hint(for: error)
    case let error as ImportInterrupted: error.commandLineHint
    case let error as ImportFault: error.commandLineHint
    case let error as StoreError: error.commandLineHint
    case let error as SealFault: error.commandLineHint
    case let error as KeyFault: error.commandLineHint
    case let error as NoKeyForStore: error.commandLineHint
    case let error as NetFault: error.commandLineHint
    case AddressFault.noRegister, AddressFault.noRules:
      Wording(
        "make one with `gewu addresses load RULES`", "请用 `gewu addresses load 规则文件` 建立")
    case RosterFault.noNorm:
      Wording(
        "name one with --norm, or `gewu nets set NET --roster NORM`",
        "请用 --norm 指定，或用 `gewu nets set 网名 --roster 标准` 固定")
    case SubjectFault.neverAssembled:
      Wording(
        "assemble them with `gewu subjects assemble`", "请用 `gewu subjects assemble` 归集")
    case ProfileFault.neverCounted:
      Wording("count with `gewu profile count`", "请用 `gewu profile count` 计数")
    case UseFault.neverJudged:
      Wording("judge them with `gewu use judge`", "请用 `gewu use judge` 判断")
    case let error as IndexFault: hint(for: error)
    case let error as GenerationFault: hint(for: error)
    case let error as GridLoadFault: hint(for: error)
    case let error as GridFileFaults: error.faults.lazy.compactMap { hint(for: $0) }.first
    case let error as BatchFault: hint(for: error)
    case let error as DatasetFault: hint(for: error)
    case is InvalidCoverage:
      Wording(
        "see `gewu grids check`, repair the boundaries (load them without --activate, then "
          + "`gewu grids check --repair` joins what is within its --tolerance), or accept them with "
          + "--allow-invalid",
        "请查看 `gewu grids check`，修补边界（不加 --activate 装载后，`gewu grids check --repair` "
          + "会合并 --tolerance 以内的偏差），或用 --allow-invalid 接受")
    case ReadFault.noPurpose:
      Wording("say what it is for with --purpose TEXT", "请用 --purpose 文本 说明用途")
    case let error as CellLoss: hint(for: error)
    case let error as GapFault: hint(for: error)
    case let error as TableStreamError: hint(for: error.fault)
    case CoordinateTransformError.unknownAccuracy:
      Wording(
        "with `gewu grids load` and `gewu locate`, --accept-accuracy METRES says the last",
        "`gewu grids load` 和 `gewu locate` 可用 --accept-accuracy 米数 注明后者")
    default: nil
    }
  }

  private static func hint(for fault: IndexFault) -> Wording? {
    switch fault {
    case .nothingActive(let net, _):
      loading("gewu grids load FILE\(net == Net.base ? "" : " --net \(net)")")
    case .nothingActiveThen:
      Wording("`gewu grids list` shows when each was", "`gewu grids list` 列出各版本的启用时间")
    case .noCells, .noLevel, .noCell, .ambiguousCode: nil
    }
  }

  private static func loading(_ command: String) -> Wording {
    let command = "`\(command) --level … --code … --activate`"
    return Wording("load one with \(command)", "请用 \(command) 装载")
  }

  private static func hint(for fault: GenerationFault) -> Wording? {
    switch fault {
    case .noGeneration:
      Wording("`gewu grids list` shows the existing ones", "`gewu grids list` 列出现有版本")
    case .nothingLoaded:
      Wording("load some with `gewu grids load`", "请用 `gewu grids load` 装载")
    case .tooEarly: Wording("name a later moment with --at", "请用 --at 指定更晚的时刻")
    case .notPreparing, .notTheNewest, .ofTwoNets, .ofOtherNet: nil
    }
  }

  private static func hint(for fault: GapFault) -> Wording? {
    switch fault {
    case .noGap:
      Wording("`gewu grids check` lists the gaps", "`gewu grids check` 列出缝隙")
    case .noSuchGap:
      Wording("`gewu grids accept --list` lists them", "`gewu grids accept --list` 列出全部")
    case .accepted: nil
    }
  }

  private static func hint(for loss: CellLoss) -> Wording? {
    let enough = Int((loss.share * 100).rounded(.up))
    return Wording(
      "is the file complete? if the cells are to go, allow it with --max-shrink \(enough)%",
      "文件是否完整？确要注销时请用 --max-shrink \(enough)%")
  }

  private static func hint(for fault: GridLoadFault) -> Wording? {
    switch fault {
    case .noLevel, .badBoundary, .partsNotJoined: nil
    case .labelsAstray:
      Wording(
        "without --activate it is loaded to be looked at; --allow-invalid leaves them out",
        "不带 --activate 可先装载查看；--allow-invalid 则略去它们")
    case .parentsFromTwo:
      Wording("the options are --parent and --parents", "对应的选项是 --parent 和 --parents")
    case .repeatedCode:
      Wording(
        "a code names one cell, so join its parts with --merge or name another --code",
        "一个编码只代表一个单元，请用 --merge 合并其各部分，或用 --code 指定另一字段")
    case .noReferenceSystem:
      Wording(
        "name it with --crs, for example --crs EPSG:4490",
        "请用 --crs 指定，例如 --crs EPSG:4490")
    }
  }

  private static func hint(for fault: BatchFault) -> Wording? {
    switch fault {
    case .noBatch: Wording("see `gewu batches list`", "请查看 `gewu batches list`")
    case .stagedNotPublished(let batch):
      Wording(
        "throw it away with `gewu batches discard \(batch)`",
        "请用 `gewu batches discard \(batch)` 丢弃")
    case .rolledBackAlready, .ofTwoDatasets, .noStateAfterRollback, .nothingToCompare: nil
    }
  }

  private static func hint(for fault: DatasetFault) -> Wording? {
    switch fault {
    case .noDataset(_, let known, _) where known.isEmpty:
      Wording("see `gewu import`", "请查看 `gewu import`")
    case .noDataset(_, let known, let nearest) where nearest != nil || known.count > 20:
      Wording(
        "`gewu datasets list` shows all \(known.count)",
        "`gewu datasets list` 列出全部 \(known.count) 个")
    case .noDataset, .noExposure, .ambiguousExposure, .badLimit: nil
    }
  }

  private static func hint(for fault: TableStreamFault) -> Wording? {
    switch fault {
    case .unclearColumn(.longitude, _, _, _, _): Wording("name one with --lon", "请用 --lon 指定")
    case .unclearColumn(.latitude, _, _, _, _): Wording("name one with --lat", "请用 --lat 指定")
    case .unclearColumn(.address, _, _, _, _):
      Wording("name one with --column", "请用 --column 指定")
    case .empty, .emptyHeader, .unreadableHeader, .nulByte, .taken, .malformed, .tooManyFields,
      .longRecord:
      nil
    }
  }
}

extension HotSpotNote {
  /// What to do about it on the command line; nil where there is nothing to do.
  package var commandLineHint: Wording? {
    switch self {
    case .earlierGeneration(_, let remedy), .incompleteCells(_, let remedy):
      Self.commandLineHint(remedy)
    case .earlierExposure(_, let dataset): Self.commandLineHint(.attaching(dataset: dataset))
    case .incompleteExposure(let rows, _, let dataset) where rows.quarantined > 0:
      Wording(verbatim: "`gewu quarantine list --dataset \(dataset)`")
    case .analysis, .incompleteExposure, .otherLevel, .unattached, .noRows, .widened, .withheld: nil
    }
  }

  private static func commandLineHint(_ remedy: Remedy) -> Wording? {
    switch remedy {
    case .attaching(let dataset): Wording(verbatim: "`gewu attach --dataset \(dataset)`")
    case .attachingReports: Wording(verbatim: "`gewu attach --all`")
    case .none: nil
    }
  }
}

extension NetFault {
  /// What to do about it on the command line; nil where its own sentence says all.
  package var commandLineHint: Wording? {
    switch self {
    case .taken: Wording("`gewu nets list` shows all", "`gewu nets list` 列出全部")
    case .badCodes:
      Wording(
        "load with --any-code, or choose another grammar with `gewu nets set`",
        "可用 --any-code 装载，或用 `gewu nets set` 改换规则")
    case .noDataset, .severalDatasets: Wording("name one with --dataset", "请用 --dataset 指定")
    case .noSuchNet, .notAName, .noSuchGrammar: nil
    }
  }
}

extension StoreError {
  /// What to do about it on the command line; nil where the error itself says all.
  package var commandLineHint: Wording? {
    switch self {
    case .notFound:
      Wording(
        "make one with `gewu init`, or name another with --store or GEWU_STORE",
        "请用 `gewu init` 新建，或用 --store 或 GEWU_STORE 指定另一个")
    case .exists: Wording("name another file with --store", "请用 --store 指定另一个文件")
    case .notAStore: Wording("name the right file with --store", "请用 --store 指定正确的文件")
    case .notArchived:
      Wording("`gewu import` needs --force for that", "重新导入时 `gewu import` 需要 --force")
    case .readOnly: Wording("to read it only, add --read-only", "如只需读取，请加 --read-only")
    case .failed(_, .openedReadOnly):
      Wording("leave --read-only out to change it", "如需更改，请去掉 --read-only")
    case .failed(_, .rollbackUnbalanced), .failed(_, .notAGeometry):
      Wording("check the store with `gewu verify`", "请用 `gewu verify` 检查数据库")
    case .notADatabase, .newer, .gone, .locked, .full, .unknownSRID, .unknownZone, .badLevels,
      .failed:
      nil
    }
  }
}
