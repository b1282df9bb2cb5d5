package import Gewu
package import Rosters
import Time

extension RosterAnswer {
  /// The posts, a row each, and how many there are.
  package var listing: Wording {
    var table = Listing([
      .text("level", "层级"), .text("cell", "单元"), .text("post", "岗位"), .text("state", "状态"),
      .text("since", "起始"), .text("until", "截止"), .text("employment", "专兼职"),
      .text("origin", "来源"), .text("staff", "工号"),
    ])
    for post in posts {
      let values = [
        post.from ?? "", post.until ?? "", post.employment ?? "", post.origin ?? "",
        post.staffID ?? "",
      ]
      table.append(
        [Wording(verbatim: post.level), Wording(verbatim: post.cell), post.label, post.state]
          + values.map(Wording.init(verbatim:)))
    }
    return table.wording + Wording(english: "\n", chinese: "\n") + figures
  }

  /// The findings, a row each, and how many posts there are.
  package var summary: Wording {
    guard !findings.isEmpty else { return figures }
    var table = Listing([
      .text("finding", "问题"), .text("level", "层级"), .text("cell", "单元"), .text("post", "岗位"),
      .number("held", "在岗"), .number("wanted", "应配"), .text("since", "自"),
    ])
    let titles = Dictionary(
      posts.filter { $0.title != nil || $0.titleChinese != nil }.map { ($0.post, $0.label) },
      uniquingKeysWith: { first, _ in first })
    for finding in findings {
      table.append([
        finding.kind.wording, Wording(verbatim: finding.level ?? ""),
        Wording(verbatim: finding.cell), titles[finding.role] ?? Wording(verbatim: finding.role),
        Wording(verbatim: "\(finding.held)"), Wording(verbatim: "\(finding.wanted)"),
        Wording(verbatim: finding.since?.text ?? ""),
      ])
    }
    return table.wording + Wording(english: "\n", chinese: "\n") + figures
  }

  private var figures: Wording {
    let norm = norm ?? "–"
    return Wording(
      "\(net) on \(at) by \(norm): \(wanted) posts wanted, \(held) held, \(vacant) vacant, \(findings.count) findings",
      "\(net) 网 \(at)，标准 \(norm)：应配 \(wanted)，在岗 \(held)，空缺 \(vacant)，问题 \(findings.count) 项")
  }
}

extension PostAnswer {
  /// What the post is called: its title, else the code of its role.
  package var label: Wording {
    let code = post
    return Wording("\(title ?? titleChinese ?? code)", "\(titleChinese ?? title ?? code)")
  }

  /// Held, vacant, or who stands in.
  package var state: Wording {
    guard isVacant else { return Wording("held", "在岗") }
    guard let standIn else { return Wording("vacant", "空缺") }
    return Wording(
      "vacant, \(standIn.level) \(standIn.cell) stands in",
      "空缺，由 \(standIn.level) \(standIn.cell) 代管")
  }
}

extension RosterFinding.Kind {
  /// What is found, in a word or two.
  package var wording: Wording {
    switch self {
    case .vacant: Wording("vacant", "空缺")
    case .expired: Wording("expired", "任期已满")
    case .heldTwice: Wording("held twice", "一岗多人")
    case .tooMany: Wording("too many", "超员")
    case .unknownCell: Wording("unknown cell", "单元不存在")
    case .wrongLevel: Wording("wrong level", "层级不符")
    case .otherEmployment: Wording("other employment", "专兼职不符")
    }
  }
}

extension RosterAnswer: Encodable {
  private enum CodingKeys: String, CodingKey {
    case net, norm, at, generation, wanted, held, vacant, posts, findings
  }

  private struct Finding: Encodable {
    var kind: String
    var level: String?
    var cell: String
    var post: String
    var held: Int
    var wanted: Int
    var since: String?
    var message: String
    var messageChinese: String

    enum CodingKeys: String, CodingKey {
      case kind, level, cell, post, held, wanted, since, message
      case messageChinese = "message_zh"
    }

    init(_ finding: RosterFinding) {
      (kind, level, cell) = (finding.kind.rawValue, finding.level, finding.cell)
      (post, held, wanted) = (finding.role, finding.held, finding.wanted)
      since = finding.since?.text
      (message, messageChinese) = (finding.kind.wording.english, finding.kind.wording.chinese)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(net, forKey: .net)
    try values.encodeIfPresent(norm, forKey: .norm)
    try values.encode(at, forKey: .at)
    try values.encode(generation, forKey: .generation)
    try values.encode(wanted, forKey: .wanted)
    try values.encode(held, forKey: .held)
    try values.encode(vacant, forKey: .vacant)
    try values.encode(posts, forKey: .posts)
    try values.encode(findings.map(Finding.init), forKey: .findings)
  }
}
