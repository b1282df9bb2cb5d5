import Datasets
import Gewu

extension Hints {
  static func hint(for error: DatasetsError) -> Wording? {
    switch error.fact {
    case .folder(let fault): hint(for: fault)
    case .file(.noOpenRow):
      Wording("or import the file with `gewu import`", "或用 gewu import 导入")
    case .file, .manifest, .codes, .header, .subjects: nil
    }
  }

  private static func hint(for fault: FolderFault) -> Wording? {
    switch fault {
    case .noFolder: Wording("name one with --manifests", "请用 --manifests 指定")
    case .notEnabled(let dataset):
      Wording(
        "where there is a lawful reason to load it, say --dataset \(dataset)",
        "确有合法依据时，请用 --dataset \(dataset)")
    case .unclaimed: Wording("say which data set it is with --dataset", "请用 --dataset 指定数据资源")
    case .claimedBySeveral: Wording("choose one with --dataset", "请用 --dataset 指定")
    case .describedTwice, .sameTable, .noManifest, .linkLeadsOut: nil
    }
  }

  static func hint(for fault: QuarantineFault) -> Wording? {
    switch fault {
    case .nothingOpen, .notOpen:
      Wording("see `gewu quarantine list`", "请查看 `gewu quarantine list`")
    case .noReason: Wording("the option is --reason", "对应的选项是 --reason")
    case .noSelection: Wording("name them with --batch or --dataset", "请用 --batch 或 --dataset 指定")
    case .unknownEnding: nil
    }
  }
}
