import DemoTruth
import Time

extension Sight {
  var lives: Lives { shared.lives }
  var work: WorkIndex { shared.work }

  /// A job: those of `lives.jobs` come first, then the offices of trust.
  func job(_ index: Int) -> Job { shared.lives.jobs[index] }

  /// The office of trust that a job is; nil for one at a firm.
  func post(_ index: Int) -> Post? {
    let place = index - shared.lives.jobs.count
    return place < 0 ? nil : shared.work.posts.list[place]
  }

  /// Whether somebody's documents are those of a citizen: foreigners are in lists of their own.
  func isCitizen(_ person: Int32) -> Bool {
    shared.lives.people.persons[Int(person)].traits.isDisjoint(with: [.foreigner, .compatriot])
  }

  /// A draw of one fact of one subject.
  func draw(_ name: String, _ index: Int) -> Draw { Draw(Draw.stream(shared.seed, name), index) }
}

extension Int32 {
  /// The same day, or the Friday before it where it is a weekend.
  var weekday: Int32 {
    let day = Day(ordinal: Int(self)).weekday
    return day == 6 ? self - 1 : day == 0 ? self - 2 : self
  }
}
