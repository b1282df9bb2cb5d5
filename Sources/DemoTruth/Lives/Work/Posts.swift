/// The offices of trust of the district: who leads and works in which grid, who mediates where.
package struct Posts: Sendable {
  /// Those that are planted apart, by kind, then by grid, then by day; those of professional grids last.
  package let list: [Post]
  /// The number of each post in the list of its office, from 1: in the grids of a net the same for all
  /// posts of one person, as long as they follow each other.
  package let numbers: [Int32]
  /// The posts of each grid.
  private let index: SpanIndex
  private let order: [Int32]

  init(_ list: [Post], grids: Int) {
    self.list = list
    (index, order) = SpanIndex.order(count: grids, owners: list.map(\.grid))
    numbers = Self.numbers(list)
  }

  /// The posts of a grid, whenever they are held: places in ``list``.
  package func posts(ofGrid grid: Int) -> ArraySlice<Int32> { order[index[grid]] }

  /// The place in ``list`` of the post of a kind in a grid on a day.
  package func post(_ kind: Post.Kind, ofGrid grid: Int, on day: Int32) -> Int? {
    posts(ofGrid: grid).first { list[Int($0)].kind == kind && list[Int($0)].holds(on: day) }
      .map(Int.init)
  }

  /// The person who leads a grid on a day.
  package func leader(ofGrid grid: Int, on day: Int32) -> Int32? {
    post(.gridLeader, ofGrid: grid, on: day).map { list[$0].person }
  }

  /// The mediators of some grids on a day, those of a community's grids: places in ``list``.
  package func mediators(ofGrids grids: Range<Int>, on day: Int32) -> [Int] {
    grids.flatMap { posts(ofGrid: $0) }.map(Int.init).filter {
      list[$0].kind == .mediator && list[$0].holds(on: day)
    }
  }

  /// In the grids of a net one number a person, given at the first entry; else one a post; in the order
  /// of days.
  private static func numbers(_ list: [Post]) -> [Int32] {
    struct Member: Hashable {
      var person: Int32
      var office: Int
    }
    var numbers = Array(repeating: Int32(0), count: list.count)
    var last: [Member: (number: Int32, to: Int32)] = [:]
    var next: [Int32] = [0, 0, 0, 0]
    let order = list.indices.sorted { (list[$0].from, $0) < (list[$1].from, $1) }
    for place in order {
      let post = list[place]
      let office = office(of: post.kind)
      let member = Member(person: post.person, office: office)
      if isOfNet(office), let one = last[member], one.to <= post.from {
        numbers[place] = one.number
      } else {
        next[office] += 1
        numbers[place] = next[office]
      }
      if isOfNet(office) { last[member] = (numbers[place], post.to) }
    }
    return numbers
  }

  /// Whose list a post is in: of the base net 0, of mediators 1, of subsidised posts 2, of the professional
  /// net 3.
  private static func office(of kind: Post.Kind) -> Int {
    switch kind {
    case .gridLeader, .gridDeputy, .gridWorker, .policyOfficer, .helpOfficer, .mediationOfficer: 0
    case .mediator: 1
    case .welfare: 2
    case .professionalWorker: 3
    }
  }

  private static func isOfNet(_ office: Int) -> Bool { office == 0 || office == 3 }
}
