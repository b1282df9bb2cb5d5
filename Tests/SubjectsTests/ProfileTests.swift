import Subjects
import Testing

/// Counting in cells: each where it is sure, and nothing dealt out.
@Suite struct `A profile` {
  /// Numbers that depend on nothing but the seed.
  private struct Draws: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11 | state << 53
    }
  }

  /// What a figure means, said directly: a walk from each thing up to the cell.
  private func figure(
    of cell: Int, _ placed: [Int32], _ parents: [Int32], _ leaves: Range<Int>
  ) -> ProfileTally.Figure {
    let inside = placed.filter { place in
      var place = Int(place)
      while place >= 0, place != cell { place = Int(parents[place]) }
      return place == cell
    }
    return ProfileTally.Figure(
      value: inside.count, unplaced: inside.count { !leaves.contains(Int($0)) })
  }

  @Test(arguments: 0..<40) func `has in each cell what a walk finds`(seed: UInt64) {
    var draws = Draws(state: seed)
    var parents: [Int32] = []
    var (above, leaves) = (0..<0, 0..<0)
    for size in [1, 3, 8, 20] {
      let start = parents.count
      for _ in 0..<size {
        let isOrphan = above.isEmpty || Int.random(in: 0..<9, using: &draws) == 0
        parents.append(
          isOrphan
            ? -1
            : Int32.random(in: Int32(above.lowerBound)..<Int32(above.upperBound), using: &draws))
      }
      (above, leaves) = (start..<parents.count, start..<parents.count)
    }
    var tally = ProfileTally(parents: parents, leaves: leaves, columns: 2)
    var placed: [[Int32]] = [[], []]
    for _ in 0..<300 {
      let column = Int.random(in: 0...1, using: &draws)
      let cell = Int32.random(in: -1..<Int32(parents.count), using: &draws)
      tally.add(column: column, cell: cell)
      placed[column].append(cell)
    }
    for column in 0...1 {
      let figures = tally.figures(of: column)
      #expect(figures.nowhere == placed[column].count { $0 < 0 })
      for cell in parents.indices {
        #expect(
          figures.cells[cell] == figure(of: cell, placed[column], parents, leaves),
          "\(seed) \(cell)")
      }
      let tops = parents.indices.filter { parents[$0] < 0 }
      #expect(
        tops.reduce(figures.nowhere) { $0 + figures.cells[$1].value } == placed[column].count)
    }
  }

  private func column(_ tests: [[ProfileTest]]) -> ProfileColumn {
    ProfileColumn(
      name: "a", title: "A", titleChinese: "甲", counted: .subjects(kind: "person", at: .lives),
      when: tests)
  }

  private func counts(_ subject: ProfileSubject, _ tests: [[ProfileTest]]) throws -> Bool {
    let day = try #require(CivilDay.day(year: 2026, month: 7, day: 15))
    return column(tests).counts(subject, on: day) { Array($0) == Array("H1".utf8) }
  }

  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test func `asks for values, sources and homes`() throws {
    var person = ProfileSubject(kind: "person")
    person.values = ["gender": [bytes("2")], "home": [bytes("H1")], "class": [bytes("0102")]]
    person.sources = ["police"]
    let two: Set<[UInt8]> = [Array("2".utf8)]
    #expect(try counts(person, []))
    #expect(try counts(person, [[.isOneOf(attribute: "gender", two)]]))
    #expect(try !counts(person, [[.isNoneOf(attribute: "gender", two)]]))
    #expect(try counts(person, [[.isNoneOf(attribute: "other", two)]]))
    #expect(try counts(person, [[.begins(attribute: "class", [Array("01".utf8)])]]))
    #expect(try !counts(person, [[.begins(attribute: "class", [Array("02".utf8)])]]))
    #expect(try counts(person, [[.states(attribute: "class"), .isSeen(by: ["police", "tax"])]]))
    #expect(try !counts(person, [[.states(attribute: "class"), .isSeen(by: ["tax"])]]))
    // Any of several lists is enough.
    #expect(try counts(person, [[.isSeen(by: ["tax"])], [.livedIn(attribute: "home")]]))
    #expect(try !counts(person, [[.livedIn(attribute: "class")]]))
    #expect(try !counts(ProfileSubject(kind: "firm"), []))
  }

  @Test(
    arguments: [
      ("2019-07-16", 6), ("2019-07-15", 7), ("2026-07-15", 0), ("1926-07-14", 100),
      ("2020-02-29", 6), ("2026-07-16", nil), ("unknown", nil),
    ] as [(String, Int?)])
  func `knows how old one is`(birth: String, age: Int?) throws {
    var person = ProfileSubject(kind: "person")
    person.values["birth"] = [bytes(birth)]
    let has = { (range: ClosedRange<Int>?) in
      try counts(person, [[.age(attribute: "birth", range)]])
    }
    #expect(try has(nil) == (age == nil))
    if let age {
      #expect(try has(age...age) && has(0...200))
      #expect(try !has((age + 1)...201))
    } else {
      #expect(try !has(0...200))
    }
  }

  @Test func `tells who floats by divisions and the day of arrival`() throws {
    var person = ProfileSubject(kind: "person")
    let floats = { (answer: ResidenceStatus.Answer) in try counts(person, [[.floats(answer)]]) }
    #expect(try floats(.unknown))
    person.homeDivision = Array("990101001".utf8)
    person.registeredDivision = Array("340101001".utf8)
    person.arrived = CivilDay.day(year: 2025, month: 1, day: 1)
    #expect(try floats(.yes))
    // Within the districts of one city nobody floats.
    person.registeredDivision = Array("990102001".utf8)
    #expect(try floats(.no))
  }
}
