import ArgumentParser
import Foundation
import Words

/// Refuses an option that is given twice and takes one value: the parser takes the last without a word.
enum RepeatedOptions {
  /// What is read of the parser's own list of a command's arguments.
  private struct Listing: Decodable {
    struct Command: Decodable {
      var arguments: [Argument]?
    }

    struct Argument: Decodable {
      struct Name: Decodable {
        var kind: String
        var name: String

        var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
      }

      var kind: String
      var isRepeating: Bool
      var names: [Name]?
    }

    var command: Command
  }

  /// Looks through the arguments that a command was parsed from.
  ///
  /// - Throws: `UsageError`.
  static func check(_ arguments: [String], of command: any ParsableCommand.Type) throws {
    let given = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("-") }
      .map { $0.split(separator: "=", maxSplits: 1).first.map(String.init) ?? $0 }
    // Only where something is repeated at all the list is made.
    guard Set(given).count < given.count else { return }
    let listing = try JSONDecoder().decode(Listing.self, from: Data(command._dumpHelp().utf8))
    for option in listing.command.arguments ?? [] where option.kind == "option" {
      let names = Set((option.names ?? []).map(\.text))
      guard !option.isRepeating, given.count(where: names.contains) > 1 else { continue }
      let name = given.first(where: names.contains) ?? ""
      throw UsageError(wording: Usage.twice(name))
    }
  }
}
