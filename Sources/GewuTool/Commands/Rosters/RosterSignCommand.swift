import ArgumentParser
import Foundation
import Gewu
import Words

/// The command `gewu roster sign`.
struct RosterSignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", words: Help.RosterSign.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var net: NetOptions

  @Argument(help: .words(Help.RosterSign.code))
  var code: String

  @Option(help: .words(Help.RosterSign.level))
  var level: String?

  @Option(help: .words(Help.Roster.at))
  var at: String?

  @Option(help: .words(Help.RosterSign.address))
  var address = "http://127.0.0.1:8080"

  @Option(help: .words(Help.RosterSign.output))
  var output = "-"

  func run() throws {
    let notice = try store.open().gridNotice(
      of: code, net: net.net, level: level, at: at, address: address)
    let sink = try ByteSink(output, sparing: store.spared)
    try sink.write(Array(notice.html(.inline(Self.style)).utf8))
    try sink.finish()
  }

  /// The style sheet of the service's page, so that both look alike; none where it is not there.
  private static var style: String {
    ResourceFolder().path(of: .pages).flatMap {
      try? String(contentsOfFile: "\($0)/notice.css", encoding: .utf8)
    } ?? ""
  }
}
