import Foundation
import Gewu
import TestSupport
import Testing
import Time
import Warehouse

/// Subjects brought up to date after every change, beside all of them assembled anew.
@Suite struct `Subjects that are brought up to date` {
  /// How many changes are made; `GEWU_SUBJECT_CHANGES` asks for more.
  private static let changes =
    ProcessInfo.processInfo.environment["GEWU_SUBJECT_CHANGES"].flatMap(Int.init) ?? 200

  @Test(arguments: [7, 8])
  func `are those of a whole assembly after every change`(seed: UInt64) throws {
    var story = try ChangingPeople(seed: seed)
    for step in 0..<(Self.changes / 2) {
      let change = try story.change()
      let report = try story.update()
      let kept = try story.district.canonicalSubjects(ofKind: "person", withKeys: true)
      let whole = try story.district.canonicalSubjects(
        ofKind: "person", asWhole: true, withKeys: true)
      let differences = Set(kept).symmetricDifference(whole)
      #expect(
        kept == whole, "step \(step), \(change): \(report)\n\(differences.joined(separator: "\n"))")
      guard kept == whole else { return }
      try story.checkKeys(step)
    }
    // It was not all done by assembling the whole, and each kind of change was met.
    #expect(story.parts > Self.changes / 4, "\(story.parts)")
    #expect(story.met.count == ChangingPeople.Change.allCases.count, "\(story.met)")
    #expect(try story.district.verify().clean)
  }

  @Test func `read what a change touches, and no more`() throws {
    let people = try PeopleStore()
    let rows = { (change: String) in
      (0..<300).map { "\($0),,测\($0)人,139\(10_000_000 + $0)" }.joined(separator: "\n") + change
    }
    try people.load("register", rows(""), "1")
    try people.load("clinic", "a,,测7人,13910000007,welder,H1,2025-03-01", "1")
    #expect(try people.assemble().whole)
    let nothing = try people.assemble()
    #expect(!nothing.whole && nothing.rows == 0 && nothing.touched == 0 && nothing.subjects == 300)
    try people.load("clinic", "a,,测7人,13910000007,baker,H1,2025-03-01", "2")
    #expect(try people.sample.district.subjectsWaiting().map(\.rows) == [1])
    let one = try people.assemble()
    #expect(!one.whole && one.rows == 2 && one.touched == 1 && one.subjects == 300)
    #expect(try people.sample.district.subjectsWaiting().map(\.rows) == [0])
    // More than half of the rows are others: all is assembled.
    try people.load("register", rows("").replacing(",139", with: ",138"), "2")
    let most = try people.assemble()
    #expect(most.whole, "\(most)")
    let text = try String(contentsOfFile: people.rules + "/person.yaml", encoding: .utf8)
    try (text + "\n").write(
      toFile: people.rules + "/person.yaml", atomically: true, encoding: .utf8)
    #expect(try people.assemble().whole)
  }

  @Test func `are kept so by those who publish, where they were so`() throws {
    let people = try PeopleStore()
    try people.loadBoth()
    #expect(try people.sample.district.currentSubjectKinds() == [])
    _ = try people.assemble()
    let kinds = try people.sample.district.currentSubjectKinds()
    #expect(kinds == ["person"])
    #expect(try people.sample.district.updateSubjects(kinds: kinds).isEmpty)
    try people.load("register", "3,,测丙人,13900000003", "2")
    #expect(try people.sample.district.currentSubjectKinds() == [])
    let report = try #require(try people.sample.district.updateSubjects(kinds: kinds).first)
    #expect(report.created == 1 && report.retired == 0)
    #expect(try people.sample.district.subjectKinds().allSatisfy(\.isCurrent))
    #expect(
      try people.sample.district.canonicalSubjects(ofKind: "person", withKeys: true)
        == people.sample.district.canonicalSubjects(
          ofKind: "person", asWhole: true, withKeys: true))
  }
}
