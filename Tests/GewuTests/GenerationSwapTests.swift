import Foundation
import Geometry
import Synchronization
import Testing
import Time
import Warehouse

@testable import Gewu

@Suite struct `A new generation of boundaries` {
  private static let place = Coordinate(longitude: 116.015, latitude: 39.015)

  /// Loads squares whose codes and streets begin with `letter`, and activates them.
  private static func activate(_ letter: String, in district: District, _ sample: Sample) throws {
    let text = Sample.lattice(side: 4)
      .replacing("\"code\":\"G", with: "\"code\":\"\(letter)G")
      .replacing("\"street\":\"S", with: "\"street\":\"\(letter)S")
    var request = GridLoadRequest(
      file: try sample.write(text, as: "\(letter).geojson"), level: "grid", codeField: "code",
      parentField: "street", activates: true)
    request.maximumShrink = 1
    _ = try district.loadGrids(request)
  }

  @Test func `answers at once in the process that activated it`() throws {
    let sample = try Sample()
    try Self.activate("A", in: sample.district, sample)
    #expect(try sample.district.locate(Self.place).grid?.code == "AG11")

    try Self.activate("B", in: sample.district, sample)

    let answer = try sample.district.locate(Self.place)
    #expect(answer.grid?.code == "BG11")
    #expect(answer.generation == 2)
  }

  @Test func `answers once it is looked for, where generations are followed`() throws {
    let sample = try Sample()
    try Self.activate("A", in: sample.district, sample)
    let other = try District(openingStoreAt: sample.district.storePath)
    other.followGenerations(true)
    #expect(try other.locate(Self.place).generation == 1)

    try Self.activate("B", in: sample.district, sample)

    #expect(try other.locate(Self.place).generation == 1)
    try other.activateDueGenerations()
    #expect(try other.locate(Self.place).grid?.code == "BG11")
  }

  @Test func `does not change what a snapshot or a locator answers`() throws {
    let sample = try Sample()
    try Self.activate("A", in: sample.district, sample)
    let snapshot = try sample.district.snapshot()
    let locator = try sample.district.pointLocator()

    try Self.activate("B", in: sample.district, sample)

    #expect(snapshot.generation == 1)
    #expect(try snapshot.grids(level: "grid").allSatisfy { $0.code.hasPrefix("AG") })
    #expect(try snapshot.grid(code: "AG11").path.map(\.code) == ["AS0", "AG11"])
    #expect(throws: IndexFault.self) { try snapshot.boundary(code: "BG11") }
    #expect(locator.answer(for: Self.place).grid?.code == "AG11")
    #expect(
      try sample.district.boundary(of: locator.slot(of: Self.place), in: locator)?.code == "AG11")
  }

  @Test func `of a day before is kept for the next question of that day`() throws {
    let sample = try Sample()
    try Self.activate("A", in: sample.district, sample)
    let moment = try #require(try sample.district.generations().first?.activatedAt).text
    try Self.activate("B", in: sample.district, sample)

    let first = try sample.district.pointLocator(at: moment)
    let again = try sample.district.pointLocator(at: moment)

    #expect(first.generation == 1)
    #expect(first.index === again.index)
  }

  @Test func `is never mixed with the one before, whoever asks meanwhile`() throws {
    let sample = try Sample()
    try Self.activate("A", in: sample.district, sample)
    let other = try District(openingStoreAt: sample.district.storePath)
    other.followGenerations(true)
    try other.activateDueGenerations()
    let isOver = Mutex(false)
    let seen = Mutex<(answers: Int, mixed: [String], generations: Set<Int64>)>((0, [], []))
    let asking = DispatchGroup()
    let threads = (0..<2).map { _ in
      Thread {
        defer { asking.leave() }
        while !isOver.withLock({ $0 }) {
          let found = Self.askedOnce(other)
          seen.withLock { seen in
            seen.answers += 1
            seen.generations.insert(found.generation)
            if let mixed = found.mixed { seen.mixed.append(mixed) }
          }
        }
      }
    }

    for thread in threads {
      asking.enter()
      thread.start()
    }
    for number in 0..<6 {
      try Self.activate(["B", "A"][number % 2], in: sample.district, sample)
      try other.activateDueGenerations()
    }
    isOver.withLock { $0 = true }
    asking.wait()

    let result = seen.withLock { $0 }
    #expect(result.mixed.isEmpty, "\(result.mixed.prefix(3))")
    #expect(result.answers > 0 && result.generations.count > 1)
  }

  /// Asks three ways; says what does not belong to the generation named, codes of odd
  /// generations beginning with A.
  private static func askedOnce(_ district: District) -> (generation: Int64, mixed: String?) {
    do {
      let answer = try district.locate(place)
      let snapshot = try district.snapshot()
      let detail = try snapshot.grid(code: (snapshot.generation % 2 == 1 ? "A" : "B") + "G11")
      let found =
        answer.path.map { (answer.generation, $0.code) }
        + detail.path.map { (snapshot.generation, $0.code) }
      let mixed = found.first { !$1.hasPrefix($0 % 2 == 1 ? "A" : "B") }
      return (answer.generation, mixed.map { "\($0)" })
    } catch {
      return (0, "\(error)")
    }
  }
}
