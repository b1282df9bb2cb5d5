import Testing

@testable import Datasets

@Suite struct `The registry of checks` {
  @Test func `has each name once`() {
    #expect(Set(Check.all.map(\.name)).count == Check.all.count)
    #expect(Check.named("cn.resident-id") != nil)
    #expect(Check.named("cn.residentid") == nil)
  }

  @Test func `knows each reason by a code and a bit of its own`() {
    let codes = ReasonCode.allCases

    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    #expect(codes.allSatisfy { ReasonCode(rawValue: $0.rawValue) == $0 })
    #expect(codes.enumerated().allSatisfy { FaultSet.bit($1).rawValue == 1 << UInt64($0) })
    #expect(codes.count <= 64)
  }

  @Test(arguments: Check.all)
  func `says of each check what it finds`(check: Check) {
    let known = Set(ReasonCode.allCases.map(\.rawValue))

    #expect(!check.reasons.isEmpty && known.isSuperset(of: check.reasons))
    #expect(known.isSuperset(of: check.codes))
  }

  @Test(arguments: `The READMEs of Importers`.names)
  func `has every check that the guides name`(name: String) throws {
    let named = try `The READMEs of Importers`.text(name).matches(of: /\bcn\.[a-z-]+/)
      .map { String($0.output) }

    #expect(named.count >= China.checks.count)
    #expect(named.filter { Check.named($0) == nil } == [])
  }

  @Test func `an unknown check is refused with the names that there are`() {
    let error = #expect(throws: DatasetsError.self) {
      try Manifest(
        yaml: "name: t\nfields: [{name: a, gewu: {check: cn.resident}}]", path: "t.yaml")
    }

    #expect(
      error?.fact
        == .manifest(
          .notOneOf(
            "cn.resident", known: Check.all.map(\.name), suggestion: "cn.resident-id")))
  }
}
