import Testing

@testable import Datasets

@Suite struct `Masks of personal values` {
  private static func field(_ name: String, _ change: (inout ManifestField) -> Void = { _ in })
    -> ManifestField
  {
    var field = ManifestField(name: name)
    field.sensitivity = .personal
    change(&field)
    return field
  }

  private static let identity = field("resident_id") {
    $0.checks = [Check.named("cn.resident-id")].compactMap(\.self)
  }
  private static let phone = field("phone") {
    $0.checks = [Check.named("cn.mobile")].compactMap(\.self)
  }

  @Test func `are cut where the meaning ends`() {
    let cases: [(ManifestField, String, String?)] = [
      (Self.field("full_name"), "张", "*"), (Self.field("full_name"), "张三", "张*"),
      (Self.field("full_name"), "张三丰", "张**"), (Self.field("full_name"), "欧阳娜娜", "欧***"),
      (Self.field("full_name"), "阿布都·买买提", "阿布*****"), (Self.field("full_name"), "", ""),
      (Self.identity, "990101198503121238", "9901011985********"),
      (Self.identity, "990101850312123", "99010185*******"),
      (Self.identity, "E12345678", "E1*******"),
      (Self.phone, "59012345678", "590********"), (Self.phone, "12345", "12***"),
      (Self.field("address"), "河东区解放路12号锦绣花园3幢2单元501室", "河东区解放路***"),
      (Self.field("residence_address"), "西岭村三组１５号", "西岭村***"),
      (Self.field("home") { $0.title = "现住址" }, "五一路甲三号", "五一路***"),
      (Self.field("address"), "锦绣花园三幢五单元", "锦绣花园***"),
      (Self.field("address"), "河东区滨江街道", "河东区滨***"), (Self.field("address"), "12号", "***"),
      (Self.field("birth_date") { $0.type = .date }, "1985-03-12", "1985-**-**"),
      (Self.field("born_at") { $0.type = .datetime }, "1985-03-12T08:00:00", "1985-**-**"),
      (Self.field("income") { $0.type = .integer }, "7", "0–9"),
      (Self.field("income") { $0.type = .integer }, "3456", "3000–3999"),
      (Self.field("income") { $0.type = .number }, "99.5", "90–99"),
      (Self.field("income") { $0.type = .number }, "100", "100–199"),
      (Self.field("income") { $0.type = .number }, "-31", "−30–39"),
      (Self.field("level") { $0.constraints.allowed = ["1", "2"] }, "2", "***"),
      (Self.field("flag") { $0.type = .boolean }, "1", "***"),
      (Self.field("account") { $0.sensitivity = .secret }, "6222", nil),
    ]
    for (field, value, shown) in cases {
      #expect(ValueMask(field).shown(value) == shown, "\(field.name) \(value)")
    }
  }

  @Test func `fit what a text looks like where it may be another's`() {
    let cases = [
      ("990101198503121238", "9901011985********"), ("99010119850312123X", "9901011985********"),
      ("990101850312123", "99010185*******"), ("59012345678", "590********"),
      ("0571-88889999", "057**********"), ("1985-03-12", "1985-**-**"), ("1985年3月", "1985-**-**"),
      ("1985-03-12T08:00:00", "1985-**-**"), ("3456", "3000–3999"), ("7", "0–9"),
      ("120.3762917391", "100–199"), ("张三丰", "张**"), ("河东区解放路12号", "河东*******"), ("Z?", "Z*"),
      ("", ""),
    ]
    for (value, shown) in cases {
      #expect(ValueMask(like: value).shown(value) == shown, "\(value)")
    }
  }

  @Test func `of values on their way to the store are those of texts, and none is a number`() {
    let arena = TextArena()
    let fields = [
      Self.field("full_name"), Self.identity, Self.phone, Self.field("address"),
      Self.field("birth_date") { $0.type = .date },
    ]
    let values = [
      "1", "12", "12345", "1985", "990101198503121238", "59012345678", "1985-03-12", "12号", "张三",
      "𠮷野", "é", "a😀b😀c",
    ]
    for field in fields {
      for value in values {
        let mask = ValueMask(field)
        let shown = Array(value.utf8).withUnsafeBufferPointer { bytes in
          mask.shown(
            .text(bytes.baseAddress.unsafelyUnwrapped, count: bytes.count), arena
          ).string
        }
        #expect(shown == mask.shown(value), "\(field.name) \(value)")
        #expect(shown.map { Double($0) == nil } == true, "\(field.name) \(value)")
        #expect(shown != value)
      }
    }
    let number = ValueMask(Self.field("n") { $0.type = .integer })
    #expect(number.shown(.integer(3_456), arena).string == "3000–3999")
    #expect(number.shown(.real(0.5), arena).string == "0–9")
    #expect(number.shown(.null, arena).kind == .null)
    arena.reset()
  }

  @Test func `of a manifest that a store kept are those of the manifest`() throws {
    let text = """
      name: t
      fields:
        - {name: a, gewu: {check: cn.mobile, sensitive: personal}}
        - {name: b, type: integer, gewu: {sensitive: secret}}
        - {name: c, type: number, gewu: {sensitive: personal, searchable: true}}
        - {name: d, constraints: {enum: [x]}, gewu: {sensitive: personal}}
        - {name: e, title: 地址, gewu: {sensitive: personal}}
        - {name: f}
      """
    let manifest = try Manifest(yaml: text, path: "t.yaml")
    let kept = try Manifest(keptText: text, path: "t")
    let outline = ManifestOutline(yaml: text)

    #expect(
      manifest.fields.map { ValueMask($0) } == [
        .telephone, .withheld, .number, .code, .address, .text,
      ])
    #expect(
      manifest.fields.map { outline.fields[$0.name]?.mask } == manifest.fields.map { ValueMask($0) }
    )
    #expect(kept.fields.map(\.sensitivity) == manifest.fields.map(\.sensitivity))
    #expect(kept.fields.map(\.isSearchable) == [false, false, true, false, false, false])
  }

  @Test func `SipHash-2-4 gives the number of its authors`() {
    // The reference vectors: key 00…0f, message 00…07.
    let key = HashKey(Array(0..<16))
    #expect(key.keyed(0x0706_0504_0302_0100) == 0x93f5_f579_9a93_2462)
  }
}
