import Foundation
import Tabular

/// The manifests of a folder and its subfolders.
package struct ManifestFolder: Sendable {
  /// The manifests, by the path of their files.
  package let manifests: [Manifest]
  /// Where they were looked for.
  package let path: String

  /// Reads all `.yaml` and `.yml` files below a folder; hidden ones are left out.
  ///
  /// - Throws: the first fault, or a `DatasetsError` where two manifests describe one data set.
  package init(path: String) throws {
    try self.init(
      path: path, manifests: Self.files(below: path).map { try Manifest(path: $0) })
  }

  /// The manifests' files below a folder, in order.
  static func files(below path: String) throws -> [String] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
      isDirectory.boolValue
    else {
      throw DatasetsError(
        path: path, message: "there is no such folder of manifests; name one with --manifests",
        messageChinese: "没有这个清单目录;请用 --manifests 指定")
    }
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let wanted = names.filter { name in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    return wanted.sorted().map { "\(path)/\($0)" }
  }

  /// The manifests below a folder that have no fault; none where there is no such folder.
  ///
  /// For help that may be incomplete, never for an import.
  package static func readable(below path: String) -> [Manifest] {
    ((try? files(below: path)) ?? []).compactMap { try? Manifest(path: $0) }
  }

  /// Holds manifests that were read already.
  package init(path: String, manifests: [Manifest]) throws {
    var seen: [String: String] = [:]
    for manifest in manifests {
      if let other = seen.updateValue(manifest.path, forKey: manifest.dataset) {
        throw DatasetsError(
          path: manifest.path,
          message: "describes data set \(manifest.dataset), as \(other) does; keep one of them",
          messageChinese: "与 \(other) 描述同一数据资源 \(manifest.dataset);请只保留一个")
      }
    }
    self.path = path
    self.manifests = manifests
  }

  /// The manifest of a data set.
  package func manifest(dataset: String) throws -> Manifest {
    if let manifest = manifests.first(where: { $0.dataset == dataset }) { return manifest }
    let known = manifests.map(\.dataset)
    let guess = Suggestion.nearest(to: dataset, among: known)
    throw DatasetsError(
      path: path,
      message: "no manifest describes data set \(dataset)"
        + (guess.map { "; did you mean \($0)?" } ?? "; known: \(known.joined(separator: ", "))"),
      messageChinese: "没有描述数据资源 \(dataset) 的清单"
        + (guess.map { ";是否应为 \($0)?" } ?? ";现有:\(known.joined(separator: "、"))"))
  }

  /// Whether a manifest that is enabled names a file.
  package func claims(fileName: String) -> Bool {
    manifests.contains { $0.isEnabled && $0.matches(fileName: fileName) }
  }

  /// The one manifest whose file patterns fit a file's name; those that are not enabled do not
  /// count.
  package func manifest(forFile fileName: String) throws -> Manifest {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    let named = manifests.filter { $0.matches(fileName: name) }
    let fitting = named.filter(\.isEnabled)
    if fitting.count == 1 { return fitting[0] }
    if fitting.isEmpty, let disabled = named.first {
      throw DatasetsError(
        path: fileName,
        message: "is data set \(disabled.dataset), which is not enabled; where there is a lawful "
          + "reason to load it, say --dataset \(disabled.dataset)",
        messageChinese: "属于数据资源 \(disabled.dataset),默认不启用;确有合法依据时,请用 --dataset \(disabled.dataset)")
    }
    if fitting.isEmpty {
      throw DatasetsError(
        path: fileName,
        message: "no manifest in \(path) names this file; say which data set it is with --dataset",
        messageChinese: "\(path) 中没有清单匹配该文件;请用 --dataset 指定数据资源")
    }
    let names = fitting.map(\.dataset).joined(separator: ", ")
    throw DatasetsError(
      path: fileName,
      message: "several data sets claim this file (\(names)); choose one with --dataset",
      messageChinese: "多个数据资源匹配该文件(\(names));请用 --dataset 指定")
  }
}
