import TestSupport
import Testing

@testable import UseAnomaly

@Suite struct `Periods of use` {
  private let rules = UseSettings.plain.water

  @Test(arguments: [
    (Reading(from: nil, to: 20_500, volume: 9), ReadingFault.first),
    (Reading(from: 20_440, to: 20_500, volume: 9, kind: .estimated), .estimated),
    (Reading(from: 20_440, to: 20_500, volume: 9, kind: .caughtUp), .caughtUp),
    (Reading(from: 20_440, to: 20_500, volume: 9, kind: .meterChanged), .meterChanged),
    (Reading(from: 20_440, to: 20_500, volume: -1), .negative),
    (Reading(from: 20_440, to: 20_500, volume: .nan), .negative),
    (Reading(from: 20_440, to: 20_500, volume: 9, isDomestic: false), .otherTariff),
    (Reading(from: 20_481, to: 20_500, volume: 9), .tooShort),
    (Reading(from: 20_500, to: 20_500, volume: 9), .tooShort),
    (Reading(from: 20_399, to: 20_500, volume: 9), .tooLong),
  ])
  func `a reading that says nothing is left out, and why`(reading: Reading, fault: ReadingFault) {
    let (periods, faults) = UsePeriod.all([reading], rules)

    #expect(periods.isEmpty && faults == [fault])
  }

  @Test(arguments: [20, 61, 100])
  func `others are use per day, by the month they end in`(days: Int32) {
    let reading = Reading(from: 20_500 - days, to: 20_500, volume: Double(days) * 0.4)

    let (periods, faults) = UsePeriod.all([reading], rules)

    // 2026-02-16.
    #expect(periods.map(\.month) == [2026 * 12 + 1] && faults.isEmpty)
    #expect(abs(periods[0].perDay - 0.4) < 1e-12)
    #expect(abs(periods[0].level - Powers.logarithm(0.401)) < 1e-12)
  }

  @Test func `another meter than before is a changed one, though nobody says so`() {
    var readings = SmallWorld.readings([0.4, 0.4, 0.4, 0.4])
    for index in readings.indices { readings[index].kind = .unknown }
    readings[2].meter = 2
    readings[3].meter = 2

    let (periods, faults) = UsePeriod.all(readings, rules)

    #expect(periods.count == 3 && faults == [.meterChanged])
  }

  @Test func `a number that is not known changes no meter`() {
    var readings = SmallWorld.readings([0.4, 0.4, 0.4])
    readings[1].meter = nil

    #expect(UsePeriod.all(readings, rules).periods.count == 3)
  }

  @Test func `two that end in one month are one period`() {
    let readings = [
      Reading(from: 20_455, to: 20_490, volume: 7), Reading(from: 20_490, to: 20_510, volume: 15),
    ]

    let periods = UsePeriod.all(readings, rules).periods

    #expect(periods.count == 1 && abs(periods[0].perDay - 22.0 / 55) < 1e-12)
  }

  @Test func `neither order nor repetition of readings matters`() {
    var dice = SeededGenerator(seed: 5)
    for home in SmallWorld.random(seed: 3, count: 60) {
      let (periods, faults) = UsePeriod.all(home.water, rules)
      let again = UsePeriod.all((home.water + home.water).shuffled(using: &dice), rules)
      #expect(again.periods == periods && again.faults == faults)
    }
  }
}
