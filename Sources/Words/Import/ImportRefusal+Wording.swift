import Datasets
import Foundation
package import Intake
import Tabular

/// What is said of an import. Nothing here names a command or an option: that is a face's to add.
extension ImportNote {
  package var wording: Wording {
    switch self {
    case .resumed(let rows):
      Wording(
        "resumed at row \(rows + 1): the rows before it were staged by an interrupted load",
        "从第 \(rows + 1) 行继续：之前的行已由中断的装载暂存")
    case .discarded(let rows, let file, let why):
      Wording(
        "the \(rows) rows that an interrupted load of \(file) had staged "
          + "were discarded (\(why.wording.english)), and the load was begun anew",
        "已放弃“\(file)”中断装载所暂存的 \(rows) 行（\(why.wording.chinese)），重新装载")
    case .superseded(let batch):
      Wording(
        "it is superseded by batch \(batch), which stands", "其后已有批次 \(batch)，以后者为准")
    case .intoPast(let period):
      Wording(
        "loaded into the past as the state of \(period); what is current is as it was",
        "已作为 \(period) 的状态存入历史；现行数据未变")
    case .spared(let rows, let keyless):
      Wording(
        "\(rows) rows that the file does not have were not retired: the key of \(keyless) "
          + "refused rows cannot be read, and they may be among them",
        "文件中没有的 \(rows) 行未注销：有 \(keyless) 条问题数据无法读取主键，可能就是其中的行")
    case .sparedLikeRefused(let rows, let mistyped):
      Wording(
        "\(rows) rows that the file does not have were not retired: each is like one of \(mistyped) "
          + "refused rows whose key fails its check, and may be the same with a typing error",
        "文件中没有的 \(rows) 行未注销：与 \(mistyped) 条主键校验未通过的问题数据相近，可能是主键录入有误的同一行")
    case .inexact(let metres):
      Wording(
        "the positions may be \(metres.shortest) m off: their datum was changed",
        "坐标经过基准转换，误差可能达 \(metres.shortest) 米")
    case .quotedLines(let lines) where lines.likeRows > 0:
      Wording(
        "\(lines.likeRows) values in quotes, the first by line \(lines.firstLine), hold whole rows of the file, "
          + "as if a quote were not closed: look whether rows are missing, and write `quoteChar: \"\"` in the "
          + "manifest's dialect where quotes are characters as any",
        "有 \(lines.likeRows) 个带引号的值（第一个在第 \(lines.firstLine) 行附近）包含整行数据，可能是引号没有成对："
          + "请检查是否缺行；若引号只是普通字符，请在清单的 dialect 中写明 quoteChar: \"\"")
    case .quotedLines(let lines):
      Wording(
        "\(lines.values) values in quotes go over several lines, the first from line \(lines.firstLine)",
        "有 \(lines.values) 个带引号的值跨多行，第一个从第 \(lines.firstLine) 行开始")
    case .differing(let rows, let rule):
      Wording(
        "\(rows.count) rows repeat the key of an earlier row with other content, and only the "
          + "\(rule == .last ? "last" : "first") row of a key was kept: lines \(rows.list.english); check the key, "
          + "or let `dedupe: error` refuse them",
        "有 \(rows.count) 行与前面的行主键相同而内容不同，每个主键只保留了\(rule == .last ? "最后" : "最先")一行："
          + "第 \(rows.list.chinese) 行；请核对主键，或用 dedupe: error 使其进入问题数据")
    case .unsealed(let fields):
      Wording(
        "the store is not sealed, so what is personal here is kept in the clear: \(fields.listed().english)",
        "库未密封，其中的个人信息以明文保存：\(fields.listed().chinese)")
    case .copy(let file):
      Wording(
        "is a copy of \(file): the same bytes under another name",
        "是 \(file) 的副本：内容逐字节相同，只是文件名不同")
    case .sheetsLeftOut(let names):
      Wording(
        "left out: \(names.listed().english), which have the same headings; name the sheet to be read "
          + "in the manifest (`dialect.sheetName`), or bring their rows into one",
        "未读取的同表头工作表：\(names.listed().chinese)；请在清单中写明要读的工作表（dialect.sheetName），"
          + "或把各表并为一张")
    }
  }
}

extension DifferingDuplicates {
  /// The first lines, with a sign that there are more.
  fileprivate var list: Wording {
    let more = count > lines.count
    return Wording(
      english: lines.map(String.init).joined(separator: ", ") + (more ? ", …" : ""),
      chinese: lines.map(String.init).joined(separator: "、") + (more ? "……" : ""))
  }
}

extension Double {
  /// The number without a fraction of zero.
  fileprivate var shortest: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}

extension StageDifference {
  package var wording: Wording {
    switch self {
    case .unknownFile: Wording("its file was not known well enough yet", "尚未完成对其文件的识别")
    case .file: Wording("the file is another one", "文件不同")
    case .manifest: Wording("the manifest was changed since", "清单已更改")
    case .boundaries: Wording("the boundaries were changed since", "边界已更改")
    case .dataset: Wording("the data set was changed since", "数据集已更改")
    case .version: Wording("another version of Gewu staged it", "由另一版本的 Gewu 暂存")
    case .otherFile: Wording("another file came", "改为装载另一文件")
    }
  }
}

extension ImportRefusal {
  /// Why nothing of a file was taken; what to do is `remedy`.
  package var wording: Wording {
    switch self {
    case .errors(let refused, let read, let limit, let mostOften):
      let top = mostOften.map { Wording(" (most often: \($0))", "（最多的是 \($0)）") } ?? .empty
      let most = limit.wording
      return Wording(
        "\(refused) of \(read) rows have faults, more than the limit of \(most.english)\(top.english); "
          + "nothing was changed",
        "\(read) 行中有 \(refused) 行有问题，超过限值 \(most.chinese)\(top.chinese)；未作任何改动")
    case .shrink(let retired, let share, let limit, let isDeclared):
      let (gone, most) = (Self.whole(share), Self.whole(limit))
      return Wording(
        "the load would retire \(retired) rows, \(gone) of the current ones, more than "
          + (isDeclared
            ? "`maxShrink` (\(most))" : "\(most), the limit where the manifest has no `maxShrink`")
          + "; nothing was changed",
        "将注销 \(retired) 行（现有的 \(gone)），超过"
          + (isDeclared ? " maxShrink（\(most)）" : "清单未写 maxShrink 时的限值 \(most)")
          + "；未作任何改动")
    case .older(let period, let standing, let batch):
      return Wording(
        "the file is of \(period), and \(standing) stands (batch \(batch)); nothing was changed",
        "文件属于 \(period)，而现行数据为 \(standing)（批次 \(batch)）；未作任何改动")
    case .periodUnknown:
      return Wording(
        "what time the file is about is not known, so that it has no place in the past; nothing was "
          + "changed",
        "无法得知文件所属时期，不能存入历史；未作任何改动")
    case .undecidedCRS(let positions, let shares): return Self.survey(positions, shares)
    case .misplaced(let misplaced, let system, let best):
      let (astray, positions) = (misplaced.astray, misplaced.positions)
      let (line, position) = (misplaced.example.line, misplaced.example.position)
      let fit = Self.fit(best)
      return Wording(
        "\(astray) of the first \(positions) positions are not near the district when read as "
          + "\(system ?? "the file's own reference system") (line \(line): \(position)); "
          + "\(fit.english); nothing was changed",
        "按\(system.map { " \($0) " } ?? "文件自带的坐标系")读取时，前 \(positions) 个坐标中有 \(astray) 个"
          + "不在辖区附近（第 \(line) 行：\(position)）；\(fit.chinese)；未作任何改动")
    }
  }

  private static func survey(_ positions: Int, _ shares: [CRSShare]) -> Wording {
    guard let best = shares.first, best.inside > 0 else {
      return Wording(
        "`crs: auto`: no reading puts any of the \(positions) positions into the district; "
          + "ask the department for the reference system, and name it in the manifest",
        "crs: auto：任何坐标系假设下，\(positions) 个点都不在辖区内；请向来源部门确认坐标系并写入清单")
    }
    return Wording(
      "`crs: auto` decides nothing; of \(positions) positions "
        + "\(list(shares, "inside the district", "in the cell that the row names"))"
        + "; choose one in the manifest, for example `\(best.rule)`",
      "crs: auto 不作决定；\(positions) 个点中 " + "\(list(shares, "落在辖区", "落在本行所述单元"))"
        + "；请在清单中选定，例如 \(best.rule)")
  }

  private static func list(_ shares: [CRSShare], _ inside: String, _ within: String) -> String {
    shares.filter { $0.inside > 0 }.prefix(8).map { share in
      let cell = share.within.map { ", \(percent($0)) \(within)" } ?? ""
      return "\(share.rule): \(percent(share.inside)) \(inside)\(cell)"
    }.joined(separator: "; ")
  }

  private static func fit(_ best: CRSShare?) -> Wording {
    guard let best else {
      return Wording(
        "no system tried puts even half of the file's into it: is it another district's file?",
        "所试坐标系都不能使一半坐标落在辖区：是否为其他辖区的文件？")
    }
    let isExchanged = best.axes == "north-east"
    let share = percent(best.inside)
    return Wording(
      "read as \(best.crs)\(isExchanged ? " with the two ordinates exchanged" : ""), "
        + "\(share) of the file's lie in it",
      "按 \(best.crs) \(isExchanged ? "并交换两轴" : "")读取时 \(share) 落在辖区")
  }

  private static func whole(_ share: Double) -> String {
    String(format: "%.4g%%", (share * 1000).rounded() / 10)
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%.1f%%", share * 100)
  }
}

extension ErrorLimit {
  /// `100 rows`, `5%`.
  fileprivate var wording: Wording {
    switch self {
    case .rows(let count): Wording("\(count) rows", "\(count) 行")
    case .share(let share): Wording(verbatim: String(format: "%.4g%%", share * 100))
    }
  }
}

extension RefusedExample {
  /// Where it is, and what is wrong.
  var wording: Wording {
    Wording("line \(line): ", "第 \(line) 行：") + reason.wordingWithValue
  }
}

extension ImportInterrupted {
  package var wording: Wording {
    Wording(
      "\(path): interrupted after \(rows) rows, which are staged as batch \(batch); nothing is "
        + "published",
      "\(path)：已中断，前 \(rows) 行暂存为批次 \(batch)，尚未发布")
  }
}
