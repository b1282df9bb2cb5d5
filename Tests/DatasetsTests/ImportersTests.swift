import Foundation
import Testing

@testable import Datasets

/// The manifests that come with Gewu, all together.
@Suite struct `The manifests in Importers` {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Importers").path
  /// The folders that are not a department of the district: its base map, and real sets from elsewhere.
  static let others: Set<String> = [
    "base", "citizens", "leeds", "los-angeles", "shanghai", "toronto",
  ]

  /// All manifests, read once.
  private static let read = Result { try ManifestFolder(path: root) }

  /// The manifests of the district's departments.
  static func district() throws -> [Manifest] {
    try read.get().manifests.filter { !others.contains(department($0)) }
  }

  /// The manifests of the base map, which the surveyors keep.
  static func base() throws -> [Manifest] {
    try read.get().manifests.filter { department($0) == "base" }
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

  @Test func `four more are the base map: lines and areas that anybody may see`() throws {
    let base = try Self.base()

    #expect(
      Set(base.map(\.dataset)) == ["base_road", "base_water", "base_green", "base_building"])
    for manifest in base {
      #expect(manifest.sensitivityLevel == 1, "\(manifest.dataset)")
      #expect(manifest.fields.allSatisfy { $0.sensitivity == .none }, "\(manifest.dataset)")
      #expect(manifest.matches(fileName: "\(manifest.dataset)_2026Q3.geojson"))
      let type: GeometryType = manifest.dataset == "base_road" ? .line : .polygon
      #expect(manifest.locations == [.geometry(type: type, crs: nil)], "\(manifest.dataset)")
    }
  }

  @Test func `a data set is named for its department and its file`() throws {
    for manifest in try district + Self.base() {
      let parts = manifest.path.dropFirst(Self.root.count + 1).dropLast(".yaml".count)
      let expected = parts.replacing("/", with: "_").replacing("-", with: "_")

      #expect(manifest.dataset == expected)
      #expect(manifest.name == expected.replacing("_", with: "-"))
    }
  }

  @Test func `each says in both languages what it is, and who keeps it`() throws {
    for manifest in try district + Self.base() {
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
    // Whoever adds a field that looks personal says what it is.
    #expect(review.proposals == [])
    #expect(try review.count == Self.read.get().manifests.count)
  }
}
