import Foundation
import TestSupport
import Testing

@testable import Datasets

/// Which fields look personal and say nothing of it.
@Suite struct `Proposed marks` {
  private func proposals(_ field: String, level: Int? = 4, more: String = "") throws
    -> [MarkProposal]
  {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write(
      """
      name: a
      title: A table
      fields:
        - \(field)
      gewu: {title_zh: 表, department: D, files: [a.csv]\(level.map { ", sensitivity: \($0)" } ?? "")\(more)}
      """, as: "a.yaml")
    let review = try ManifestReview(path: folder.url.path)
    #expect(review.findings.isEmpty)
    return review.proposals
  }

  @Test(
    arguments: [
      ("{name: owner_id_number}", .identity, .word("id number")),
      ("{name: a, gewu: {title_zh: 护照号码}}", .identity, .title("护照号码", part: "护照")),
      ("{name: a, gewu: {check: cn.phone}}", .phone, .check("cn.phone")),
      ("{name: a, title: Mobile}", .phone, .word("mobile")),
      ("{name: a, gewu: {aliases: [值班手机]}}", .phone, .title("值班手机", part: "手机")),
      ("{name: a, gewu: {title_zh: 监护人}}", .name, .title("监护人", part: "监护人")),
      ("{name: home_address}", .address, .word("address")),
      ("{name: a, gewu: {title_zh: 坐落}}", .address, .title("坐落", part: "坐落")),
      ("{name: birth_date, type: date}", .birthDate, .word("birth")),
      ("{name: a, type: date, gewu: {title_zh: 出生日期}}", .birthDate, .title("出生日期", part: "出生")),
      ("{name: a, gewu: {title_zh: 银行账号}}", .account, .title("银行账号", part: "账号")),
      ("{name: plate_number}", .vehicle, .word("plate")),
      ("{name: home_lon, type: number}", .position, .word("lon")),
      ("{name: certificate_number}", .document, .word("certificate number")),
      ("{name: a, gewu: {title_zh: 家庭编号}}", .household, .title("家庭编号", part: "家庭编号")),
    ] as [(String, PersonalKind, MarkReason)])
  func `a field is told with what it seems to hold and why`(
    field: String, kind: PersonalKind, reason: MarkReason
  ) throws {
    let found = try proposals(field)

    #expect(found.map(\.holds) == [kind])
    #expect(found.map(\.reason) == [reason])
    #expect(found.first?.path.hasSuffix("a.yaml") == true)
  }

  @Test(arguments: [
    "{name: address, gewu: {sensitive: personal}}", "{name: address, gewu: {sensitive: secret}}",
    "{name: address, gewu: {sensitive: none}}",
    "{name: addressed, title: Placement}",
    "{name: address, constraints: {enum: [here, there]}}",
    "{name: has_phone, type: boolean}",
    "{name: phones_sold, type: number, title: Phone sales}",
    "{name: a, gewu: {title_zh: 法定代表人单位名称}}",
    "{name: hospital, gewu: {title_zh: 出生医院}}",
    "{name: occurred_on, type: date, gewu: {title_zh: 发生日期}}",
    "{name: amount, type: number, gewu: {title_zh: 账户余额}}",
  ])
  func `what is marked, looked at or something else is not`(field: String) throws {
    #expect(try proposals(field).isEmpty)
  }

  @Test(arguments: [1, 2, nil]) func `elsewhere only numbers of persons and telephones are`(
    level: Int?
  ) throws {
    #expect(try proposals("{name: address}", level: level).isEmpty)
    #expect(try proposals("{name: holder}", level: level).isEmpty)
    #expect(try proposals("{name: phone}", level: level).map(\.holds) == [.phone])
    #expect(try proposals("{name: passport}", level: level).map(\.holds) == [.identity])
  }

  @Test func `the exact position of a row is sealed without a mark`() throws {
    let fields =
      "{name: longitude, type: number}\n  - {name: latitude, type: number}\n  - {name: home_lat, type: number}"
    let found = try proposals(
      fields, more: ", location: {x: longitude, y: latitude, crs: wgs84}")

    #expect(found.map(\.field) == ["home_lat"])
  }

  @Test func `a proposal is no fault`() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write("name: a\nfields:\n  - {name: phone}\n", as: "a.yaml")

    let review = try ManifestReview(path: folder.url.path)

    #expect(review.isClean)
    #expect(review.proposals.count == 1)
  }
}
