import ArgumentParser
import Gewu

/// The command `gewu grids list`.
struct GridsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the generations, or the cells of a level.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Option(help: "List the cells of this level in the active generation.")
  var level: String?

  func run() throws {
    let district = try store.open()
    if let level {
      let cells = try district.snapshot(net: net.net).grids(level: level)
      try answer.write(cells, else: Self.table(of: cells))
    } else {
      let generations = try district.generations(net: net.net)
      var table = TextTable(
        GenerationListing.columns.map {
          ($0, $0 == "generation" || $0 == "problems" ? .right : .left)
        })
      for generation in generations { table.append(GenerationListing.row(of: generation)) }
      try answer.write(generations, else: table.text)
    }
  }

  private static func table(of cells: [GridSummary]) -> String {
    var table = TextTable([
      ("code", .left), ("name", .left), ("parent", .left), ("share", .right), ("derived", .left),
    ])
    for cell in cells {
      table.append([
        cell.code, cell.name ?? "", cell.parent ?? "", Figure.fixed(cell.parentShare, 4),
        cell.isDerived ? "yes" : "no",
      ])
    }
    return table.text
  }
}
