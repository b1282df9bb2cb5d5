import Foundation
import Tabular
import TestSupport
import Testing

@testable import Datasets

@Suite("Reviewing manifests")
struct ManifestReviewTests {
  private static func review(_ files: [String: String]) throws -> ManifestReview {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    for (name, text) in files {
      try folder.write(text, as: name)
    }
    return try ManifestReview(path: folder.url.path)
  }

  private static func manifest(_ name: String, files: String, field: String = "{name: a}") -> String
  {
    """
    name: \(name)
    title: A table
    fields:
      - \(field)
    gewu: {title_zh: 表, department: D, files: [\(files)]}
    """
  }

  @Test func `clean manifests give no finding`() throws {
    let review = try Self.review([
      "a.yaml": Self.manifest("a", files: "'a_*.csv'"),
      "b.yaml": Self.manifest("b", files: "'b_*.csv'"),
    ])
    #expect(review.findings.isEmpty)
    #expect(review.isClean)
    #expect(review.count == 2)
  }

  @Test func `all faulty manifests are told of, not the first`() throws {
    let review = try Self.review(["a.yaml": "name: a", "b.yaml": "x: ["])
    #expect(review.findings.count == 2)
    #expect(review.findings[0].fact == .fault(.manifest(.noFields)))
    guard case .fault(.manifest(.notYAML)) = review.findings[1].fact else {
      Issue.record("\(review.findings[1])")
      return
    }
    #expect(!review.isClean)
  }

  @Test func `patterns that one file name can fit are an error`() throws {
    let review = try Self.review([
      "a.yaml": Self.manifest("a", files: "'人口*.csv'"),
      "b.yaml": Self.manifest("b", files: "'*2026.csv'"),
    ])
    let finding = try #require(review.findings.first)
    guard case .sharedFile("人口2026.csv", let other) = finding.fact else {
      Issue.record("\(finding)")
      return
    }
    #expect(finding.path.hasSuffix("b.yaml") && other.hasSuffix("a.yaml"))
  }

  @Test(arguments: [
    ("a*", "*b", "ab"), ("plc_grid_20*.csv", "plc_grid_staff_20*.csv", nil),
    ("*网格*.xlsx", "2026年?格.xlsx", "2026年网格.xlsx"), ("a?c", "*", "a1c"),
    ("A*.CSV", "ab.csv", "ab.csv"),
    ("a*", "b*", nil), ("*", "*", ""),
  ])
  func `a name that fits both patterns`(one: String, other: String, name: String?) {
    #expect(Glob.commonName(one, other) == name)
    #expect(Glob.commonName(other, one) == name)
  }

  @Test func `an identity number that is not protected is an error`() throws {
    let field = "{name: a, gewu: {check: cn.resident-id}}"
    let review = try Self.review(["a.yaml": Self.manifest("a", files: "a.csv", field: field)])
    #expect(
      review.findings.map(\.fact) == [.unprotected(field: "a", check: "cn.resident-id")])
  }

  @Test func `registers that are not kept here are refused`() throws {
    let text = Self.manifest("a", files: "a.csv").replacing("title_zh: 表", with: "title_zh: 社区矫正对象")
    let review = try Self.review(["a.yaml": text])
    #expect(review.findings.map(\.severity) == [.error])
  }

  @Test func `a heading that two fields claim is an error`() throws {
    let field = "{name: a, gewu: {aliases: [编号]}}\n  - {name: b, gewu: {aliases: [编号]}}"
    let review = try Self.review(["a.yaml": Self.manifest("a", files: "a.csv", field: field)])
    #expect(review.findings.map(\.fact) == [.claimedTwice(heading: "编号", "a", "b")])
  }

  @Test func `data sets whose names differ in hyphens only would share a table`() throws {
    let review = try Self.review([
      "a.yaml": Self.manifest("a-b", files: "a.csv"),
      "b.yaml": Self.manifest("a_b", files: "b.csv"),
      "c.yaml": Self.manifest("a_b", files: "c.csv"),
    ])
    let first = try #require(review.findings.first)
    #expect(first.severity == .error && first.path.hasSuffix("b.yaml"))
    guard case .fault(.folder(.sameTable("a_b", "a-b", let path))) = first.fact else {
      Issue.record("\(first)")
      return
    }
    #expect(path.hasSuffix("a.yaml"))
    #expect(review.findings.count == 3)
  }
}
