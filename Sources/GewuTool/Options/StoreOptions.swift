import ArgumentParser
import Foundation
import Gewu

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(name: .long, help: "The store; else $GEWU_STORE, else gewu.sqlite.")
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
