import ArgumentParser
import Files
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

  /// What no output may be or replace.
  var spared: SparedFiles { District.files(ofStoreAt: path) }

  /// Opens the store; only to read it where `--read-only` says so.
  ///
  /// Says so where its files were open to others.
  func open() throws -> District {
    let keys = Invocation.current.keys
    if Invocation.current.isReadOnly { return try District(readingStoreAt: path, key: keys.key) }
    let district = try District(openingStoreAt: path, key: keys.key)
    let taken = district.filesTakenFromOthers
    if !taken.isEmpty { StandardError.warn(Notices.takenFromOthers(taken)) }
    return district
  }
}
