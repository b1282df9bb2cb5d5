import Access
package import Warehouse

extension StoreError {
  /// What happened, where, and what to do next, whatever the face.
  package var wording: Wording {
    switch self {
    case .notFound(let path): Wording("no store at \(path)", "\(path) 处没有数据库")
    case .exists(let path):
      Wording("\(path) exists already and is left as it is", "\(path) 已存在，保持原样")
    case .notADatabase(let path, let damage):
      Wording(
        "\(path) is not a SQLite database, or is damaged (\(damage.wording.english)); "
          + "restore it from a backup",
        "\(path) 不是 SQLite 数据库，或已损坏（\(damage.wording.chinese)）；请从备份恢复")
    case .notAStore(let path):
      Wording(
        "\(path) is a database but not a Gewu store", "\(path) 是数据库，但不是格物的数据库")
    case .gone(let path):
      Wording(
        "\(path) is no longer the store that was opened: it, or its log \(path)-wal, was deleted, "
          + "moved or replaced meanwhile, and what was written since is lost; start again, and stop "
          + "what uses a store before changing its files",
        "\(path) 已不是打开时的数据库：它或其日志 \(path)-wal 已被删除、移动或替换，此后写入的内容已丢失；"
          + "请重新启动，并在更换文件前停止使用该数据库的程序")
    case .newer(let path):
      Wording(
        "\(path) was written by a newer version of Gewu; use that version or a later one",
        "\(path) 由更新版本的格物写入；请使用该版本或更新的版本")
    case .locked(let path, let holder):
      Wording(
        "\(path) is being written by \(holder?.wording.english ?? "another process"); "
          + "try again when it is done",
        "\(path) 正由\(holder?.wording.chinese ?? "另一进程")写入；请在其结束后重试")
    case .full(let path):
      Wording(
        "no space left for \(path); the store is as it was before: free some space and run it again",
        "\(path) 所在磁盘空间不足；数据库保持原样：请腾出空间后重试")
    case .readOnly(let path, let reason):
      Wording(
        "\(path) cannot be written (\(reason.wording.english)); check the permissions of the file and its folder",
        "\(path) 无法写入（\(reason.wording.chinese)）；请检查文件及其文件夹的权限")
    case .unknownZone(let name):
      Wording(
        """
        this machine knows no zone '\(name)'; write a name of the tz database such as Asia/Shanghai, UTC, or \
        an offset such as +08:00, and install the package tzdata where names are not known
        """,
        """
        本机没有名为“\(name)”的时区；请写 tz 数据库中的名称（如 Asia/Shanghai）、UTC，或偏移量（如 +08:00）；\
        若本机不认识时区名称，请安装软件包 tzdata
        """)
    case .unknownSRID(let srid):
      Wording(
        "EPSG:\(srid) is not a known coordinate reference system; give an EPSG code such as 4490",
        "EPSG:\(srid) 不是已知的坐标系；请给出 EPSG 代码，例如 4490")
    case .badLevels(let fault):
      fault.wording
        + Wording(
          "; give the levels top first, separated by commas: district,street,community,grid",
          "；请自上而下给出层级，用逗号分隔：district,street,community,grid")
    case .notArchived(let sha256, let fault):
      Wording(
        "the source file \(sha256) is not in the archive (\(fault.wording.english)); restore it "
          + "from a backup, or import the file again",
        "原始文件 \(sha256) 不在存档中（\(fault.wording.chinese)）；请从备份恢复，或重新导入该文件")
    case .failed(let path, let failure):
      Wording("\(path): ", "\(path)：") + failure.wording
    }
  }
}

extension LockHolder {
  package var wording: Wording {
    Wording(
      "process \(process), `\(command)`, since \(since)",
      "进程 \(process)（`\(command)`，自 \(since) 起）")
  }
}

extension StoreError.Damage {
  var wording: Wording {
    switch self {
    case .folder: Wording("it is a folder", "它是文件夹")
    case .notRegular:
      Wording("it is a pipe, a device or a socket", "它是管道、设备或套接字")
    case .sqlite(let reason): reason.wording
    }
  }
}

extension StoreError.LevelFault {
  var wording: Wording {
    switch self {
    case .none: Wording("a store needs at least one level", "数据库至少需要一个层级")
    case .notAName(let name):
      Wording(
        "'\(name)' cannot name a level (letters, digits, - and _)",
        "“\(name)”不能作为层级名称（字母、数字、- 和 _）")
    case .repeated(let name): Wording("the level '\(name)' is named twice", "层级“\(name)”重复")
    }
  }
}

extension StoreError.ArchiveFault {
  var wording: Wording {
    switch self {
    case .noArchive: Wording("no archive", "没有存档")
    case .missing(let path): Wording("\(path) is missing", "缺少 \(path)")
    case .changed(let path, let sha256):
      Wording("\(path) was changed: it is \(sha256)", "\(path) 已被改动：现为 \(sha256)")
    case .unopened(let path, .noKey(let version)):
      Wording(
        "\(path) is sealed under version \(version) of the key, which the store does not have",
        "\(path) 由密钥版本 \(version) 密封，而库中没有该版本")
    case .unopened(let path, .changed), .unopened(let path, .otherForm):
      Wording(
        "\(path) does not open: it was changed, cut short or moved", "\(path) 无法打开：已被改动、截断或移动")
    }
  }
}

extension StoreError.Failure {
  var wording: Wording {
    switch self {
    case .sqlite(let reason): reason.wording
    case .closed: Wording("the store is closed", "数据库已关闭")
    case .noBatch(let batch):
      Wording("batch \(batch) is not in the store", "数据库中没有批次 \(batch)")
    case .rollbackUnbalanced(let batch, let changed, let reversed, let kept, let blocked):
      Wording(
        "batch \(batch) changed \(changed) rows, but \(reversed) taken back, \(kept) kept and "
          + "\(blocked) in error were found; nothing was changed",
        "批次 \(batch) 更改了 \(changed) 行，但查得撤回 \(reversed) 行、保留 \(kept) 行、"
          + "异常 \(blocked) 行；未作任何更改")
    case .notAGeometry(let row, let column):
      Wording(
        "row \(row) has a \(column) that is not a geometry", "第 \(row) 行的 \(column) 不是几何图形")
    case .renumbered(let row):
      Wording(
        "row \(row) was written under another number; import again",
        "第 \(row) 行以另一编号写入；请重新导入")
    case .notAsPlanned(let batch, let row):
      Wording(
        "batch \(batch): row \(row) is not in the state the plan says; import again",
        "批次 \(batch)：第 \(row) 行与计划时的状态不符；请重新导入")
    case .unbalanced(let written, let ended, let quarantined, let report):
      Wording(
        "the rows do not add up (written \(written), ended \(ended), quarantined \(quarantined), "
          + "report \(report)); nothing was kept. This is a fault of Gewu: please report it",
        "行数不平（写入 \(written)，结束 \(ended)，问题 \(quarantined)，报告 \(report)）；"
          + "未保留任何内容。这是格物的缺陷，请反馈")
    case .exhausted(.memory):
      Wording(
        "there is not enough memory; nothing was kept: close other programs or allow this one more",
        "内存不足，未保留任何内容；请关闭其他程序，或放宽本程序的内存限制")
    case .exhausted(.descriptors):
      Wording(
        "this process may not open more files; nothing was kept: allow it more (ulimit -n)",
        "本进程打开的文件数已达上限，未保留任何内容；请放宽限制（ulimit -n）")
    case .tooManyColumns(let dataset, let columns, let limit):
      Wording(
        "the data set \(dataset) would have \(columns) columns, and a table takes \(limit); leave "
          + "fields out of its manifest",
        "数据资源 \(dataset) 将有 \(columns) 列，而一张表最多 \(limit) 列；请从清单中去掉一些字段")
    case .outdated:
      Wording(
        "it was written by an earlier version of Gewu and has to be brought up to date before it is "
          + "read; make a copy, and open that once so that it may be written",
        "它由较早版本的格物写入，读取前须升级；请复制一份，并以可写方式打开一次")
    case .logUnreadable:
      Wording(
        "part of it is still in its log, which can only be read where the folder may be written; copy "
          + "it with its -wal into a folder of your own",
        "部分内容仍在其日志中，只有文件夹可写时才能读取；请连同 -wal 文件复制到自己的文件夹")
    case .openedReadOnly:
      Wording(
        "it was opened to be read only, and is as it was", "以只读方式打开，未作任何改动")
    case .columnMissing(let column):
      Wording(
        "the column '\(column)' is missing, so nothing was written; load the file again",
        "缺少列“\(column)”，未写入任何内容；请重新导入该文件")
    case .stageDiffers:
      Wording(
        "what is staged is not what the file says now; import it again",
        "暂存的内容与文件现状不符；请重新导入")
    }
  }
}
