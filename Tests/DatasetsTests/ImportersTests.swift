import Foundation
import Testing

@testable import Datasets

/// The manifests that come with Gewu, all together.
@Suite struct `The manifests in Importers` {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Importers").path
  /// The folders that are not a department of the district: real sets from elsewhere.
  static let others: Set<String> = ["citizens", "leeds", "los-angeles", "shanghai", "toronto"]

  /// All manifests, read once.
  private static let read = Result { try ManifestFolder(path: root) }

  /// The manifests of the district's departments.
  static func district() throws -> [Manifest] {
    try read.get().manifests.filter { !others.contains(department($0)) }
  }

  let district: [Manifest]

  init() throws { district = try Self.district() }

  /// The folder that a manifest is in.
  static func department(_ manifest: Manifest) -> String {
    String(manifest.path.dropFirst(root.count + 1).prefix { $0 != "/" })
  }

  @Test func `31 departments describe 151 data sets`() {
    #expect(Set(district.map(Self.department)).count == 31)
    #expect(district.count == 151)
  }

  @Test func `a data set is named for its department and its file`() {
    for manifest in district {
      let parts = manifest.path.dropFirst(Self.root.count + 1).dropLast(".yaml".count)
      let expected = parts.replacing("/", with: "_").replacing("-", with: "_")

      #expect(manifest.dataset == expected)
      #expect(manifest.name == expected.replacing("_", with: "-"))
    }
  }

  @Test func `each says in both languages what it is, and who keeps it`() {
    for manifest in district {
      #expect(manifest.title?.isEmpty == false, "\(manifest.dataset)")
      #expect(manifest.titleChinese?.isEmpty == false, "\(manifest.dataset)")
      #expect(manifest.description?.isEmpty == false, "\(manifest.dataset)")
      #expect(manifest.department?.isEmpty == false, "\(manifest.dataset)")
      #expect(manifest.departmentChinese?.isEmpty == false, "\(manifest.dataset)")
      #expect((5...24).contains(manifest.fields.count), "\(manifest.dataset)")
      for field in manifest.fields {
        #expect(field.title?.isEmpty == false, "\(manifest.dataset).\(field.name)")
        #expect(field.titleChinese?.isEmpty == false, "\(manifest.dataset).\(field.name)")
      }
    }
  }

  @Test func `a department has one name, and no two departments share it`() {
    let names = Dictionary(grouping: district, by: Self.department).mapValues { manifests in
      Set(manifests.map { [$0.department, $0.departmentChinese] })
    }

    #expect(names.values.allSatisfy { $0.count == 1 })
    #expect(Set(names.values).count == names.count)
  }

  @Test func `a review finds nothing: no overlapping file names, no heading of two fields`() throws
  {
    let review = try ManifestReview(path: Self.root)

    #expect(review.findings == [])
    #expect(try review.count == Self.read.get().manifests.count)
  }
}
