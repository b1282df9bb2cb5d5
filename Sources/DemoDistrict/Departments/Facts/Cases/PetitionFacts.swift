import DemoTruth

/// What only petitions have; who petitions is not taken.
enum PetitionFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "event.hotIssue": { .optional(hotIssue($0, $1)) },
      "event.isLeaderCase": { sight, index in
        // One in 25; of large groups most (assumption).
        var draw = Draw(Draw.stream(sight.shared.seed, "petition.leader"), sight.key(index))
        let isLarge = sight.shared.events.stake(of: index).people >= 20
        return .boolean(draw.below(100) < (isLarge ? 60 : 3))
      },
      "event.isFirst": { .boolean($0.event($1).repeatOf < 0) },
      "event.isRepeat": { .boolean($0.event($1).repeatOf >= 0) },
      "event.isClosed": { .boolean($0.end(ofCase: $1) != nil) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = ["xf_petition": CaseFacts.rule(.petition, days: 365)]

  /// By `petition-form.csv`: half by the net, visits three in ten (assumption).
  static func form(_ sight: Sight, _ index: Int) -> String {
    var draw = Draw(Draw.stream(sight.shared.seed, "petition.form"), sight.key(index))
    let part = draw.below(100)
    // Groups come in person.
    if sight.shared.events.stake(of: index).people >= 5 { return part < 85 ? "20" : "10" }
    return part < 48 ? "30" : part < 75 ? "20" : part < 92 ? "10" : part < 98 ? "40" : "90"
  }

  /// What leaders watch at the time, by what the petition is about.
  private static func hotIssue(_ sight: Sight, _ index: Int) -> String? {
    let text = sight.shared.events.subject(ofPetition: index)
    return [
      ("安置房", "安置房办证"), ("加装电梯", "既有住宅加装电梯"), ("交付标准", "商品房交付"), ("老旧小区", "老旧小区改造"),
      ("欠薪", "欠薪欠保"), ("征地", "征地拆迁补偿"), ("预付", "预付式消费"), ("学区", "学区划分"), ("培训退费", "校外培训退费"),
    ].first { text.contains($0.0) }?.1
  }
}

extension Sight {
  /// The key of an event's draws.
  func key(_ index: Int) -> Int { Int(event(index).key) }
}
