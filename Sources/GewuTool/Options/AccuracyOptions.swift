import ArgumentParser
import Geometry
import Words

/// How far off positions may be where nobody knows the way between two datums.
struct AccuracyOptions: ParsableArguments {
  @Option(help: .words(Help.Shared.acceptAccuracy))
  var acceptAccuracy: Double?

  func validate() throws {
    guard let metres = acceptAccuracy else { return }
    guard metres > 0, metres <= DatumAdjustment.greatestAccuracy else {
      throw ValidationError(Usage.accuracy(metres, most: DatumAdjustment.greatestAccuracy))
    }
  }
}
