import ArgumentParser
import Geometry
import Gewu
import Words

/// The command `gewu grids load`.
struct GridsLoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Load one level into the generation being prepared.",
    discussion: """
      FILE is GeoJSON, a GeoPackage, a Shapefile, or a CSV table of cells without boundaries. A \
      new generation is begun where none is being prepared. The cell above comes from --parent or \
      --parents, else it is the one that contains most of the cell. A level that has no boundaries \
      of its own takes the union of the cells below.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Argument(help: "The file.")
  var file: String

  @Option(help: "The level that the file holds.")
  var level: String

  @Option(help: "The field that holds the code.")
  var code: String

  @Option(help: "The field that holds the name.")
  var name: String?

  @Option(help: "The field that holds the code of the cell above.")
  var parent: String?

  @Option(help: "A table of two columns: the code of the cell, the code of the one above.")
  var parents: String?

  @Option(help: "The reference system of the file, where it does not say or says it wrongly.")
  var crs: String?

  @Option(help: "The layer of a GeoPackage.")
  var layer: String?

  @Option(help: "The encoding of a Shapefile's fields or of a table: utf-8 or gb18030.")
  var encoding: String?

  @Flag(help: "Check the generation and make it the active one.")
  var activate = false

  @Flag(help: "Activate even an invalid coverage; look-ups then say so.")
  var allowInvalid = false

  @Flag(help: "Report codes that break the grammar of the net instead of refusing them.")
  var anyCode = false

  @Flag(help: "Do everything, but keep nothing.")
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
