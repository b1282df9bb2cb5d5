package import Geometry

/// All that is true of one invented district from 2016-07-01 to 2027-06-30.
///
/// Its rooms refer to each other by places: a dwelling and premises to their building, a tenure to its
/// dwelling, a job to its firm, an event to building, person and firm.
package struct Truth: Sendable {
  package let options: TruthOptions
  package let ground: Ground
  package let homes: Homes
  package let fixtures: Fixtures
  /// By dwelling: what its building means to the people in it.
  package let dwellingPlaces: [DwellingPlace]
  /// Who lives in the district, and all that is true of each on a day.
  package let lives: Lives
  /// Who leads and works in which grid, and who mediates.
  package let posts: Posts
  package let firms: Firms
  package let water: MeterBook
  package let power: MeterBook
  package let events: Events
  /// What offices and hospitals wrote down about the people.
  package let civil: CivilRecords
  package let applications: Applications

  /// Everyone who lived in the district or owned a home in it.
  package var people: People { lives.people }

  /// Makes the truth: people before firms, which need adults who answer for them, and lives after firms,
  /// where they work and learn.
  package init(_ options: TruthOptions) {
    self.init(options, ground: Ground(seed: options.seed, division: options.division))
  }

  /// The same on a ground that is there already: that of the seed.
  package init(_ options: TruthOptions, ground: Ground) {
    let (seed, share, threads) = (options.seed, options.share, options.threads)
    self.options = options
    self.ground = ground
    let (homes, fixtures) = ParallelBlocks.both(threads: threads) {
      Homes(ground: ground, share: share)
    } _: {
      Fixtures(ground: ground, share: share)
    }
    (self.homes, self.fixtures) = (homes, fixtures)
    let places = homes.dwellings.map { ground.place(of: $0) }
    dwellingPlaces = places
    var plan = PeoplePlan(
      seed: seed, people: options.people, plants: options.plants, threads: threads)
    plan.division = ground.division
    let people = PeopleMaker.make(plan, dwellings: homes.dwellings, places: places)
    let firms = Firms(
      seed: seed, places: FirmPlaces(ground: ground, homes: homes, people: people),
      open: options.openFirms)
    self.firms = firms
    var made = LivesMaker.make(
      people, plan: plan, homes: homes.dwellings, places: places,
      workplaces: Workplaces(ground: ground, homes: homes, firms: firms))
    posts = PostMaker.fill(
      &made, ground: ground, homes: homes, firms: firms, plants: options.plants)
    let lives = made
    self.lives = lives
    let meters = MeterPlaces(
      dwellings: homes.dwellings, firms: firms,
      residents: { lives.occupantCount(of: $0, on: $1) },
      owner: { dwelling, day in
        lives.ownerships(of: dwelling).last { $0.holds(on: day) }?.owner ?? -1
      })
    let (books, events) = ParallelBlocks.both(threads: threads) {
      [MeterService.water, .power].map {
        MeterBook($0, seed: seed, places: meters, plants: options.plants)
      }
    } _: {
      Events(
        seed: seed, places: EventPlaces(ground: ground, homes: homes, lives: lives, firms: firms),
        scale: Double(share) / 100, plants: options.plants)
    }
    (water, power, self.events) = (books[0], books[1], events)
    (civil, applications) = ParallelBlocks.both(threads: threads) {
      CivilRecords(lives, ground: ground, homes: homes, firms: firms, seed: seed)
    } _: {
      ApplicationMaker.make(seed: seed, lives: lives, firms: firms)
    }
  }

  /// Where an event is, degrees.
  package func position(ofEvent event: Int) -> Coordinate {
    let one = events.list[event]
    return Terrain.degrees(Coordinate(x: Double(one.x), y: Double(one.y)))
  }
}
