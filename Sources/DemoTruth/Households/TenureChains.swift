/// Joins tenures into chains: a household leaves one dwelling on the day on which it has the next.
///
/// Ends and starts are met in the order of their days. Of those who begin to own, 72 % lived in the
/// district before; of tenants 45 % did (assumptions). All other ends are departures and all other starts
/// arrivals.
struct TenureChains {
  /// The tenures by chain, then by day, with their households set.
  private(set) var tenures: [Tenure] = []
  /// Where each chain begins in `tenures`.
  private(set) var starts: [Int32] = []

  /// The tenures of a household, one after the other.
  func own(_ household: Int) -> ArraySlice<Tenure> {
    let next = household + 1 < starts.count ? Int(starts[household + 1]) : tenures.count
    return tenures[Int(starts[household])..<next]
  }

  /// - Parameter plain: the tenures by dwelling, then by day.
  init(_ plain: consuming [Tenure], seed: UInt64) {
    var all = plain
    var next = [Int32](repeating: -1, count: all.count)
    var hasPrevious = [Bool](repeating: false, count: all.count)
    Self.link(&all, &next, &hasPrevious, stream: Draw.stream(seed, "chains"))
    tenures.reserveCapacity(all.count)
    for root in all.indices where !hasPrevious[root] {
      let household = Int32(starts.count)
      starts.append(Int32(tenures.count))
      var place = Int32(root)
      while place >= 0 {
        all[Int(place)].household = household
        tenures.append(all[Int(place)])
        place = next[Int(place)]
      }
    }
  }

  private static func link(
    _ all: inout [Tenure], _ next: inout [Int32], _ hasPrevious: inout [Bool], stream: UInt64
  ) {
    var starts: [UInt64] = []
    var ends: [UInt64] = []
    for (place, tenure) in all.enumerated() {
      guard tenure.plant == nil, tenure.kind != .employer, tenure.kind != .institution else {
        continue
      }
      if tenure.from > TruthCalendar.firstOrdinal { starts.append(key(tenure.from, place)) }
      if tenure.to != Person.open { ends.append(key(tenure.to, place)) }
    }
    starts.sort()
    ends.sort()
    var (owners, tenants) = (Queue(), Queue())
    var pointer = 0
    for start in starts {
      let day = Int32(start >> 32)
      let place = Int(start & 0xFFFF_FFFF)
      while pointer < ends.count, Int32(ends[pointer] >> 32) <= day + 25 {
        let end = Int32(ends[pointer] & 0xFFFF_FFFF)
        if all[Int(end)].kind == .owner { owners.push(end) } else { tenants.push(end) }
        pointer += 1
      }
      var draw = Draw(stream, place)
      let turn = draw.below(100)
      let isOwner = all[place].kind == .owner
      let useOwners = turn < (isOwner ? 50 : 5)
      let useTenants = !useOwners && turn < (isOwner ? 72 : 45)
      guard useOwners || useTenants else { continue }
      let found = useOwners ? owners.pop(from: day, all) : tenants.pop(from: day, all)
      guard let end = found, all[Int(end)].dwelling != all[place].dwelling,
        all[Int(end)].from + 60 <= day
      else { continue }
      all[Int(end)].to = day
      next[Int(end)] = Int32(place)
      hasPrevious[place] = true
    }
  }

  private static func key(_ day: Int32, _ place: Int) -> UInt64 {
    UInt64(max(day, 0)) << 32 | UInt64(place)
  }

  /// Ends that wait for a start, in the order of their days.
  private struct Queue {
    private var places: [Int32] = []
    private var head = 0

    mutating func push(_ place: Int32) { places.append(place) }

    /// The first that ends on a day or later; those before have left for good.
    mutating func pop(from day: Int32, _ all: [Tenure]) -> Int32? {
      while head < places.count, all[Int(places[head])].to < day { head += 1 }
      guard head < places.count else { return nil }
      head += 1
      return places[head - 1]
    }
  }
}
