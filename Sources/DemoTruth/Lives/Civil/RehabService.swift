/// A service or an aid that somebody with a card of the disabled got.
package struct RehabService: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case training, device, surgery, medicine, care, support

    package var label: String { ["康复训练", "辅具适配", "手术", "药物", "护理", "支持性服务"][Int(rawValue)] }
  }

  /// The place of the card in `lives.facts`.
  package var card: Int32
  package var day: Int32
  /// The hospital or health centre, a place in `firms`.
  package var firm: Int32
  /// Yuan that were paid for it.
  package var yuan: Int32
  package var kind: Kind

  /// How often in a hundred, by category of disability from sight on: training, device, surgery, medicine,
  /// care, support (assumption after the federation's bulletin of 2023: 8.4 million had a service, 1.6 million
  /// of them devices, of 38 million cards).
  private static let weights = [
    [8, 42, 22, 8, 4, 16], [22, 52, 4, 4, 2, 16], [52, 12, 4, 4, 4, 24], [30, 38, 4, 8, 10, 10],
    [38, 4, 0, 6, 14, 38], [8, 0, 0, 60, 14, 18], [26, 26, 3, 12, 18, 15],
  ]

  /// The services of everyone from 2025 on, by day: one for every two cards a year of those who are registered
  /// and live here.
  static func all(_ lives: Lives, cards: [Int32], bodies: CommunityBodies, seed: UInt64)
    -> [RehabService]
  {
    let stream = Draw.stream(seed, "rehab")
    let first = CivilRecords.first
    var result: [RehabService] = []
    for place in cards {
      let card = lives.facts[Int(place)]
      let (from, to) = (max(card.from, first), min(card.to, TruthCalendar.lastOrdinal))
      guard from < to else { continue }
      var draw = Draw(stream, Int(card.person))
      for _ in 0..<draw.count(mean: Double(to - from) / 365 * 0.58) {
        let day = WorkDays.next(from + Int32(draw.below(Int(to - from))))
        let kind = Kind(rawValue: UInt8(draw.weighted(weights[Int(card.detail) - 1]))) ?? .training
        let part = draw.unit()
        // Paid by the federation of the district where the card is, for those who live in it.
        guard let home = lives.residence(of: Int(card.person), on: day),
          lives.registration(of: Int(card.person), on: day) != nil
        else { continue }
        let firm =
          kind == .surgery || kind == .device && part < 0.3
          ? bodies.hospital(&draw, on: day, prefersMaternity: false)
          : bodies.clinic(ofDwelling: Int(home.dwelling), &draw, on: day)
        result.append(
          RehabService(card: place, day: day, firm: firm, yuan: yuan(kind, &draw), kind: kind))
      }
    }
    return result.sorted { ($0.day, $0.card) < ($1.day, $1.card) }
  }

  /// By the usual lists of districts: training 1,200 to 2,400 yuan a month of children, devices 80 to 6,000,
  /// surgery 1,500 to 12,000, medicine 100 to 200 a month.
  private static func yuan(_ kind: Kind, _ draw: inout Draw) -> Int32 {
    switch kind {
    case .training: Int32(draw.number(4...24) * 100)
    case .device: Int32(draw.logUniform(80, 6_000)) / 10 * 10
    case .surgery: Int32(draw.number(15...120) * 100)
    case .medicine: Int32(draw.number(2...12) * 100)
    case .care: Int32(draw.number(3...18) * 100)
    case .support: Int32(draw.number(1...8) * 50)
    }
  }
}
