import DemoTruth
import Time

/// What can be read of jobs in common and of offices of trust: grid workers, mediators.
enum PostFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "grid.leader": (
        .person,
        { sight, grid in sight.work.posts.leader(ofGrid: grid, on: sight.day).map(Int.init) ?? -1 }
      ),
      "job.person": (
        .person, { sight, index in Int(sight.post(index)?.person ?? sight.job(index).person) }
      ),
      "job.employer": (.firm, { Int(employer($0, $1)) }),
    ]
    table.beginnings[.job] = { sight, index in sight.post(index)?.from ?? sight.job(index).from }
    table.facts = [
      "job.from": { sight, index in
        .day(sight.post(index)?.from.weekday ?? sight.job(index).from)
      },
      "job.number": { .optional(number($0, $1)) },
      "job.role#code": { sight, index in .optional(sight.post(index).flatMap { role($0.kind) }) },
      "job.offDuty": { sight, index in
        guard let end = sight.post(index)?.end, end <= sight.day else { return .none }
        return .day(end)
      },
      "job.net#code": { sight, index in
        .optional(sight.post(index).map { $0.unit < 0 ? "base" : "professional" })
      },
      "job.origin#code": { .optional(origin($0, $1)) },
      "job.officePhone": { sight, index in
        .optional(
          sight.post(index).flatMap { post in
            post.employer < 0 ? nil : sight.shared.firms.phone(of: Int(post.employer))
          })
      },
      "job.employment": { sight, index in
        .optional(sight.post(index).map { $0.isFullTime ? "专职" : "兼职" })
      },
      "job.gridCode": { sight, index in
        .optional(sight.post(index).map { cell($0, sight.shared.ground) })
      },
      "job.communityCode": { .optional(community($0, $1)?.code) },
      "job.communityName": { .optional(community($0, $1)?.name) },
      "job.employer.name": { .optional(unit($0, $1)) },
      "job.specialty#code": { .text(specialty($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "plc_grid_staff": RowRule(count: count) { sight, index in
      guard let post = sight.post(index), post.kind.isOfGrid else { return false }
      if post.from.weekday <= sight.day, sight.day < post.end { return true }
      return isListedStill(post, index, sight)
    },
    "jus_mediator": rule { $0 == .mediator },
  ]

  /// For how many days who has left is listed with the day of the end.
  private static let keptDays: Int32 = 60

  /// Whether a post has ended so shortly ago that the list has it still; not where the number of its holder
  /// is that of another post by then.
  private static func isListedStill(_ post: Post, _ index: Int, _ sight: Sight) -> Bool {
    let end = post.end
    guard end <= sight.day, sight.day - end < keptDays else { return false }
    let posts = sight.work.posts
    let number = posts.numbers[index - sight.lives.jobs.count]
    return !(sight.work.postsByPerson[post.person] ?? []).contains { place in
      let other = posts.list[Int(place)]
      return posts.numbers[Int(place)] == number && other.kind.isOfGrid && other.from > post.from
        && other.from.weekday <= sight.day && (other.unit < 0) == (post.unit < 0)
    }
  }

  /// How many jobs and offices of trust there are.
  static func count(_ shared: SharedTruth) -> Int {
    shared.lives.jobs.count + shared.work.posts.list.count
  }

  /// Those of a kind that are held on the day.
  static func rule(_ isOfKind: @escaping @Sendable (Post.Kind) -> Bool) -> RowRule {
    RowRule(count: count) { sight, index in
      guard let post = sight.post(index) else { return false }
      return isOfKind(post.kind) && post.holds(on: sight.day)
    }
  }

  private static func employer(_ sight: Sight, _ index: Int) -> Int32 {
    sight.post(index)?.employer ?? sight.job(index).employer
  }

  /// The serial, of mediators with the year of their appointment.
  private static func number(_ sight: Sight, _ index: Int) -> String? {
    guard let post = sight.post(index) else { return nil }
    let serial = sight.work.posts.numbers[index - sight.lives.jobs.count]
    if post.kind == .mediator {
      let year = Day(ordinal: Int(post.from)).year
      return "TJ\(sight.division.code)\(year)" + Digits.padded(Int(serial), 4)
    }
    let net = post.unit < 0 ? "WG" : "ZW"
    return net + sight.division.code + Digits.padded(Int(serial), 5)
  }

  /// The code of the cell that it answers for, in the net that it is of.
  private static func cell(_ post: Post, _ ground: Ground) -> String {
    post.unit < 0
      ? ground.grids[Int(post.grid)].code : ground.professional.units[Int(post.unit)].code
  }

  private static func role(_ kind: Post.Kind) -> String? {
    switch kind {
    case .gridLeader: "01"
    case .professionalWorker: "04"
    case .policyOfficer: "05"
    case .gridWorker: "06"
    case .helpOfficer: "07"
    case .mediationOfficer: "08"
    case .gridDeputy, .mediator, .welfare: nil
    }
  }

  /// Where the holder comes from: the committee, a unit that is there, or neighbours; of those who settle
  /// disputes one in three is of a society.
  private static func origin(_ sight: Sight, _ index: Int) -> String? {
    guard let post = sight.post(index) else { return nil }
    switch post.kind {
    case .gridLeader, .gridWorker, .professionalWorker: return "community"
    default: break
    }
    let job = sight.lives.jobs(of: Int(post.person)).first { $0.holds(on: post.from) }
    if let job, job.employer >= 0 {
      return job.employer == post.employer ? "community" : "resident_unit"
    }
    var draw = sight.draw("post.origin", index)
    return post.kind == .mediationOfficer && draw.below(3) == 0 ? "society" : "volunteer"
  }

  private static func community(_ sight: Sight, _ index: Int) -> DivisionUnit? {
    guard let post = sight.post(index) else { return nil }
    let ground = sight.shared.ground
    return ground.communities[Int(ground.grids[Int(post.grid)].community)]
  }

  /// The employer; of mediators the committee of the community or of the firm.
  private static func unit(_ sight: Sight, _ index: Int) -> String? {
    let firm = Int(employer(sight, index))
    guard let post = sight.post(index), post.kind == .mediator else {
      return firm < 0 ? nil : sight.shared.firms.name(of: firm)
    }
    return committee(sight, of: post)
  }

  /// The committee of mediation that a mediator is in: of the firm, else of the community.
  static func committee(_ sight: Sight, of post: Post) -> String? {
    let firm = Int(post.employer)
    if firm >= 0, !sight.firm(firm).form.isPublicBody {
      return sight.shared.firms.name(of: firm) + "人民调解委员会"
    }
    guard post.grid >= 0 else { return nil }
    let ground = sight.shared.ground
    let community = ground.communities[Int(ground.grids[Int(post.grid)].community)]
    return ground.streets[Int(community.street)].name + community.name + "人民调解委员会"
  }

  /// What comes most: of village committees land too, of firms labour (shares after the mediation
  /// statistics of the ministry of justice, 2022: neighbours 26, family 20, damages 9 %).
  private static func specialty(_ sight: Sight, _ index: Int) -> String {
    var draw = sight.draw("mediator.specialty", index)
    let firm = Int(employer(sight, index))
    if firm >= 0, !sight.firm(firm).form.isPublicBody { return "06" }
    let isRural = community(sight, index)?.isRural == true
    let kinds = ["02", "01", "05", "03", "06", "08", "09", "11", "12", "04", "10", "99"]
    let weights =
      isRural ? [28, 22, 2, 14, 6, 6, 5, 2, 6, 8, 1, 4] : [30, 22, 16, 4, 8, 6, 5, 5, 2, 0, 2, 4]
    return kinds[draw.weighted(weights)]
  }
}

extension Post {
  /// The day from which the list has it as over; `Person.open` where no end is known.
  fileprivate var end: Int32 { to == Person.open ? to : to.weekday }
}
