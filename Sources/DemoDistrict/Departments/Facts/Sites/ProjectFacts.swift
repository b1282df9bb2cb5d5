import DemoTruth

/// What can be read of investment projects, their assessments and their sites.
enum ProjectFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.project] = { spot($0, $1) }
    table.places[.site] = { spot($0, Int($0.site($1).project)) }
    table.beginnings[.project] = { $0.project($1).approved }
    table.steps = [
      "project.firm": (.firm, { Int($0.project($1).firm) }),
      "site.builder": (.firm, { Int($0.project(Int($0.site($1).project)).firm) }),
      "site.contractor": (.firm, { Int($0.site($1).contractor) }),
    ]
    table.facts = [
      "project.code": { .text($0.shared.works.projects.code(of: $1)) },
      "project.name": { .text($0.shared.works.projects.name(of: $1)) },
      "project.kind": { sight, index in
        let isPublic = sight.shared.works.projects.isPublic(index)
        return .integerText(sight.project(index).kind(isPublic: isPublic))
      },
      "project.investment": { .integer(Int($0.project($1).investment) * 10_000) },
      "project.startYear": { .integer(Int($0.project($1).startYear)) },
      "project.endYear": { .integer(Int($0.project($1).endYear)) },
      "project.eiaNumber": { .text($0.shared.works.projects.assessmentCode(of: $1)) },
      "project.eiaKind": { sight, index in
        .text(["", "报告书", "报告表", "登记表"][Int(sight.project(index).assessment)])
      },
      "project.eiaApproval": { .text($0.shared.works.projects.assessmentNumber(of: $1)) },
      "project.eiaOn": { .day($0.project($1).assessedOn) },
      "site.permit.number": { .text($0.shared.works.projects.permitNumber(of: $1)) },
      "site.name": { .text($0.shared.works.projects.name(of: Int($0.site($1).project))) },
      "site.floorArea": { .integer(Int($0.site($1).area)) },
      "site.from": { .day($0.site($1).from) },
      "site.plannedTo": { .day($0.site($1).plannedTo) },
      "site.state": { .text($0.site($1).state(on: $0.day)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "ndrc_project": RowRule(count: { $0.works.projects.projects.count }) { sight, index in
      let one = sight.project(index)
      return one.isOnPlatform && one.approved <= sight.day
        && one.approved > sight.day - fiveYears
    },
    "eeb_eia": RowRule(count: { $0.works.projects.projects.count }) { sight, index in
      let one = sight.project(index)
      return one.assessment > 0 && one.assessedOn <= sight.day
        && one.assessedOn > sight.day - fiveYears
    },
    "hud_site": RowRule(count: { $0.works.projects.sites.count }) { sight, index in
      sight.site(index).isListed(on: sight.day)
    },
  ]

  private static let fiveYears: Int32 = 1_826

  /// Plots have no door yet: the crossing beside them; what a firm changes is where it works.
  private static func spot(_ sight: Sight, _ index: Int) -> Spot {
    let projects = sight.shared.works.projects
    return projects.isOnPlot(index)
      ? .open(projects.gate(of: index), projects.corner(of: index))
      : .premises(Int(sight.firm(Int(sight.project(index).firm)).premises))
  }
}

extension Sight {
  func project(_ index: Int) -> Project { shared.works.projects.projects[index] }

  func site(_ index: Int) -> BuildingSite { shared.works.projects.sites[index] }
}
