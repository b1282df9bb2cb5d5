import ArgumentParser
import Geometry
import Gewu
import Words

/// The command `gewu grids load`.
struct GridsLoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", words: Help.GridsLoad.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Argument(help: .words(Help.Shared.file))
  var file: String

  @Option(help: .words(Help.GridsLoad.level))
  var level: String

  @Option(help: .words(Help.GridsLoad.code))
  var code: String

  @Option(help: .words(Help.GridsLoad.name))
  var name: String?

  @Option(help: .words(Help.GridsLoad.parent))
  var parent: String?

  @Option(help: .words(Help.GridsLoad.parents))
  var parents: String?

  @Option(help: .words(Help.GridsLoad.crs))
  var crs: String?

  @OptionGroup var accuracy: AccuracyOptions

  @Option(help: .words(Help.GridsLoad.layer))
  var layer: String?

  @Option(help: .words(Help.GridsLoad.encoding))
  var encoding: String?

  @Flag(help: .words(Help.GridsLoad.merge))
  var merge = false

  @Flag(help: .words(Help.GridsLoad.activate))
  var activate = false

  @Flag(help: .words(Help.Shared.allowInvalid))
  var allowInvalid = false

  @OptionGroup var shrink: ShrinkOption

  @Flag(help: .words(Help.GridsLoad.anyCode))
  var anyCode = false

  @Flag(help: .words(Help.Shared.dryRun))
  var dryRun = false

  func validate() throws {
    if parent != nil, parents != nil {
      throw ValidationError(Usage.eitherOr("--parent", "--parents"))
    }
  }

  func run() throws {
    var request = GridLoadRequest(
      file: file, level: level, codeField: code, nameField: name, parentField: parent,
      parentsFile: parents, crs: try crs.map { try CRSName($0) }, layer: layer,
      encoding: encoding, activates: activate, allowsInvalid: allowInvalid, isDryRun: dryRun)
    request.net = net.net
    request.allowsAnyCode = anyCode
    request.mergesParts = merge
    request.maximumShrink = shrink.share
    request.acceptedAccuracy = accuracy.acceptAccuracy
    let district = try store.open()
    do {
      let report = try district.loadGrids(request)
      let end = dryRun ? [Notices.dryRun] : []
      try answer.write(report, else: ([report.summary] + end).lines())
    } catch let refusal as InvalidCoverage {
      // A reader that has seen enough does not turn a refusal into a success.
      try? answer.write(refusal.report, else: refusal.report.summary)
      throw refusal
    }
  }
}
