import ArgumentParser
import Foundation
import Gewu
import Words

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: .words(Help.Shared.store))
  var store: String?

  /// The path of the store.
  var path: String {
    if let store { return store }
    let named = ProcessInfo.processInfo.environment["GEWU_STORE"] ?? ""
    return named.isEmpty ? "gewu.sqlite" : named
  }

  /// Opens the store.
  func open() throws -> District { try District(openingStoreAt: path) }
}
