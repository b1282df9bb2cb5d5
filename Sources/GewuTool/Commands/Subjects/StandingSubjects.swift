import Gewu
import Words

/// Keeps subjects up to date over a command that publishes rows or takes them back.
struct StandingSubjects {
  private let district: District
  private let kinds: [String]

  /// Notes which kinds are up to date before the command changes anything.
  ///
  /// - Parameter isLater: whether all are left as they are.
  init(of district: District, isLater: Bool) throws {
    self.district = district
    kinds = try isLater ? [] : district.currentSubjectKinds()
  }

  /// Assembles what has changed of the kinds that were up to date; what cannot be is said, and left to
  /// `gewu subjects assemble`.
  func bringUpToDate(isQuiet: Bool) {
    guard !kinds.isEmpty else { return }
    do {
      let reports = try district.updateSubjects(kinds: kinds)
      if !isQuiet, !reports.isEmpty { StandardError.say(reports.summary) }
    } catch {
      StandardError.warn(Notices.subjectsNotAssembled(Failure.wording(of: error)))
    }
  }
}
