import Tabular

extension ShapefileFact {
  /// What is wrong with a Shapefile, and what to do.
  var wording: Wording {
    switch self {
    case .noTable(let table):
      Wording(
        "its table of attributes \(table) is missing; copy all parts of the Shapefile",
        "缺少属性表 \(table)，请复制 Shapefile 的全部文件")
    case .foreignTable(let table, let shapes, let records):
      Wording(
        "it has \(shapes) shapes and \(table) has \(records) records: "
          + "the files do not belong together",
        "共有 \(shapes) 个图形，而 \(table) 有 \(records) 条记录，两个文件不匹配")
    case .severalInArchive(let names):
      Wording(
        "the archive has \(names.count) Shapefiles, and one is read; unpack it and name one of: ",
        "压缩包中有 \(names.count) 个 Shapefile，只能读取一个；请解压后指定其一：") + names.listed()
    case .largeInArchive(let limit):
      Wording(
        "the Shapefile in the archive is larger than \(limit >> 20) MiB; unpack it",
        "压缩包中的 Shapefile 超过 \(limit >> 20) MiB；请解压")
    case .notAShapefile:
      Wording(
        "this is not a Shapefile (it does not begin with 9994)", "不是 Shapefile（文件开头不是 9994）")
    case .truncated(let bytes, let cut):
      Wording(
        "the Shapefile is truncated or damaged: it has \(bytes) bytes, and "
          + "\(cut.wording.english); copy the file again",
        "Shapefile 不完整或已损坏：共 \(bytes) 字节，而\(cut.wording.chinese)；请重新复制文件")
    case .indexTruncated(let bytes, let announced):
      Wording(
        "the index is truncated: it has \(bytes) bytes of \(announced); "
          + "copy it again, or remove it",
        "索引不完整：应有 \(announced) 字节，实有 \(bytes) 字节；请重新复制，或删除该文件")
    case .type(let type, let record):
      Wording(
        "record \(record) is a \(type == 31 ? "MultiPatch" : "shape of type \(type)"), "
          + "which is not read; convert it to polygons",
        "第 \(record) 条记录的图形类型为 \(type)，不受支持，请转换为面")
    case .damaged(let record, let byte, let damage):
      Wording(
        "record \(record) at byte \(byte) is damaged: ", "第 \(record) 条记录（第 \(byte) 字节起）已损坏：")
        + damage.wording
    }
  }
}

extension ShapefileFact.Cut {
  fileprivate var wording: Wording {
    switch self {
    case .header: Wording("its header needs 100 bytes", "文件头需要 100 字节")
    case .announced(let bytes):
      Wording("its header announces \(bytes) bytes", "文件头声明 \(bytes) 字节")
    case .recordStart(let record, let byte):
      Wording("record \(record) begins at byte \(byte)", "第 \(record) 条记录始于第 \(byte) 字节")
    case .recordLength(let record, let byte, let length):
      Wording(
        "record \(record) at byte \(byte) has \(length) bytes",
        "第 \(record) 条记录（第 \(byte) 字节起）长 \(length) 字节")
    }
  }
}

extension ShapefileFact.Damage {
  fileprivate var wording: Wording {
    switch self {
    case .noType: Wording("it has no type", "没有类型")
    case .tooShortForAPoint: Wording("it is too short for a point", "长度不足一个点")
    case .tooShort: Wording("it is too short", "长度不足")
    case .points(let count): Wording("it announces \(count) points", "声明了 \(count) 个点")
    case .parts(let parts, let points):
      Wording(
        "it announces \(parts) parts and \(points) points", "声明了 \(parts) 个部分、\(points) 个点")
    case .partStart(let part, let point):
      Wording("part \(part) begins at point \(point)", "第 \(part) 部分的起点有误")
    case .notFinite(let byte):
      Wording(
        "the coordinate at byte \(byte) is not a finite number", "第 \(byte) 字节处的坐标不是有限数")
    case .tooLarge(let limit):
      Wording(
        "it is larger than the limit of \(limit >> 20) MiB; divide it",
        "超过 \(limit >> 20) MiB 的上限；请拆分")
    case .tooManyRings(let count):
      Wording(
        "it has \(count) rings, too many to find out which lies in which; let shells run clockwise "
          + "and holes the other way, or divide it",
        "有 \(count) 个环，无法在合理时间内判断其包含关系；请使外环为顺时针、内环为逆时针，或拆分")
    }
  }
}
