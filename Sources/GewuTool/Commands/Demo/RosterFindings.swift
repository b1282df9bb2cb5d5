import DemoDistrict
import Gewu
import Rosters
import Words

/// What a store finds of the posts of one net of a demo district, held to the key.
struct RosterFindings {
  /// What differs, a line each; empty where all is as the key says.
  private(set) var differences: [Wording] = []

  init(_ key: RosterKey, in district: District) throws {
    let found: RosterAnswer
    do {
      found = try district.roster(
        net: key.net, at: key.at, norm: try District.norm(key.norm), needsNorm: true)
    } catch let fault as RosterFault {
      differences.append(fault.wording)
      return
    } catch let fault as NetFault {
      differences.append(fault.wording)
      return
    }
    if found.wanted != key.posts {
      differences.append(Notices.differs("posts", is: found.wanted, keySays: key.posts))
    }
    let all = Set(found.findings.map(Line.init))
    let wanted = Set(key.findings.map(Line.init))
    for line in all.symmetricDifference(wanted).sorted(by: { $0.text < $1.text }) {
      differences.append(
        Notices.differs(
          line.text, is: all.contains(line) ? 1 : 0, keySays: wanted.contains(line) ? 1 : 0))
    }
  }

  /// All that is said of a finding.
  private struct Line: Hashable {
    let text: String

    init(_ finding: RosterFinding) {
      self.init(
        finding.kind.rawValue, finding.cell, finding.role, finding.held,
        finding.since.map { "\($0)" })
    }

    init(_ finding: RosterKey.Finding) {
      self.init(finding.kind, finding.cell, finding.role, finding.held, finding.since)
    }

    private init(
      _ kind: String, _ cell: String, _ role: String, _ held: Int, _ since: String?
    ) {
      text = "\(kind) \(cell) \(role) (\(held)\(since.map { ", \($0)" } ?? ""))"
    }
  }
}
