/// How far a long job is, in words.
package struct JobProgress: Sendable {
  /// What is being done, as the import names it.
  package var phase: String
  /// How much of all files is done, 0…1.
  package var fraction: Double
  /// How many rows were read; nil where the job does not go by rows.
  package var rows: Int?
  /// How long it has taken so far.
  package var seconds: Double
  /// Whether nothing has moved for some time, so that no time left can be told.
  package var isStalled: Bool

  package init(phase: String, fraction: Double, rows: Int?, seconds: Double, isStalled: Bool) {
    self.phase = phase
    self.fraction = fraction
    self.rows = rows
    self.seconds = seconds
    self.isStalled = isStalled
  }

  /// The phase, the share, the rows, their rate, and the time left.
  package var wording: Wording {
    let percent = Int(fraction * 100)
    var parts = [Wording("\(phase) \(percent) %", "\(Self.chinese(phase)) \(percent) %")]
    if let rows { parts.append(Wording("\(rows) rows", "\(rows) 行")) }
    if let rows, seconds > 0 {
      let rate = Int(Double(rows) / seconds)
      parts.append(Wording("\(rate) rows/s", "每秒 \(rate) 行"))
    }
    if !isStalled, fraction > 0.02, fraction < 1 {
      parts.append(Self.left(seconds * (1 - fraction) / fraction))
    }
    return parts.listed()
  }

  /// A rough time: to 5 s below a minute, else to the minute.
  private static func left(_ seconds: Double) -> Wording {
    if seconds < 57 {
      let rounded = max(5, Int((seconds / 5).rounded()) * 5)
      return Wording("about \(rounded) s left", "约剩 \(rounded) 秒")
    }
    let minutes = Int((seconds / 60).rounded(.up))
    return Wording("about \(minutes) min left", "约剩 \(minutes) 分钟")
  }

  private static func chinese(_ phase: String) -> String {
    let names = [
      "resuming": "继续", "loading": "读入", "retiring": "注销", "indexing": "建索引", "publishing": "发布",
    ]
    return names[phase] ?? phase
  }
}
