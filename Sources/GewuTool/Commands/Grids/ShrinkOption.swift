import ArgumentParser
import enum Datasets.ErrorLimit
import Words

/// How many of the cells that answer now an activation may take away.
struct ShrinkOption: ParsableArguments {
  @Option(help: .words(Help.Shared.maxShrink))
  var maxShrink = "50%"

  func validate() throws {
    guard case .share? = ErrorLimit(maxShrink) else {
      throw ValidationError(Usage.share(maxShrink))
    }
  }

  /// The share, 0…1.
  var share: Double {
    guard case .share(let share)? = ErrorLimit(maxShrink) else { return 0 }
    return share
  }
}
