import ArgumentParser
import Gewu

/// Which refused rows a command is about.
struct QuarantineOptions: ParsableArguments {
  @Option(help: "Only those of this batch.")
  var batch: Int64?

  @Option(help: "Only those of this data set.")
  var dataset: String?

  /// The selection.
  var selection: QuarantineSelection { QuarantineSelection(batch: batch, dataset: dataset) }

  func validate() throws {
    if batch != nil, dataset != nil {
      throw ValidationError("give either --batch or --dataset, not both")
    }
  }
}
