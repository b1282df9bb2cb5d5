package import Access
import Files
import Foundation
package import Warehouse

/// Where the master keys of stores are to be found, the first of these that there is: a file that was named;
/// the file that `GEWU_KEY` names; the credential `gewu-key` of a service (systemd, `CREDENTIALS_DIRECTORY`);
/// what the command `GEWU_KEY_COMMAND` prints; the file that was made for the store beside the user's
/// configuration.
package struct KeySource: Sendable {
  /// The file that the caller named.
  private let file: String?
  private let environment: [String: String]

  package init(file: String? = nil, environment: [String: String] = [:]) {
    (self.file, self.environment) = (file, environment)
  }

  /// Nowhere: for stores that are not sealed.
  package static let none = KeySource()

  /// The key of a store; nil where it is nowhere.
  ///
  /// - Throws: ``KeyFault`` where it is somewhere and cannot be read.
  package func key(of store: SealIdentity) throws -> MasterKey? {
    if let path = namedFile { return try KeyFile.read(path) }
    if let command = setting("GEWU_KEY_COMMAND") { return try Self.print(of: command) }
    guard let path = homeFile(of: store.store), FileManager.default.fileExists(atPath: path) else {
      return nil
    }
    return try KeyFile.read(path)
  }

  /// The key that a store is to be sealed with, made where there is none, and where it is.
  ///
  /// - Parameters:
  ///   - comment: what is written into the file beside the key.
  ///   - spared: what the file must not be.
  func keyToSeal(
    store: String, comment: String, sparing spared: SparedFiles
  ) throws -> (key: MasterKey, place: KeyPlace) {
    if namedFile == nil, let command = setting("GEWU_KEY_COMMAND") {
      return (try Self.print(of: command), .command)
    }
    guard let path = namedFile ?? homeFile(of: store) else { throw KeyFault.noFolder }
    if FileManager.default.fileExists(atPath: path) {
      return (try KeyFile.read(path), .file(path, isMade: false))
    }
    let key = MasterKey.random()
    try KeyFile.make(key, at: path, comment: comment, sparing: spared)
    return (key, .file(path, isMade: true))
  }

  /// The file that the caller, the environment or the service manager names.
  private var namedFile: String? {
    if let file = file ?? setting("GEWU_KEY") { return file }
    guard let folder = setting("CREDENTIALS_DIRECTORY") else { return nil }
    let credential = "\(folder)/gewu-key"
    return FileManager.default.fileExists(atPath: credential) ? credential : nil
  }

  /// The file of a store's key beside the user's configuration.
  ///
  /// A folder that is not named from the root is none: it would be another one in each folder that a command is run in.
  private func homeFile(of store: String) -> String? {
    let folder = rooted("XDG_CONFIG_HOME") ?? rooted("HOME").map { "\($0)/.config" }
    return folder.map { "\($0)/gewu/keys/\(store).key" }
  }

  private func rooted(_ name: String) -> String? {
    setting(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  private func setting(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The key that a command prints; what it says on standard error goes there.
  private static func print(of command: String) throws -> MasterKey {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw KeyFault.command(status: process.terminationStatus)
    }
    return try KeyFile.key(String(decoding: bytes, as: UTF8.self), from: "GEWU_KEY_COMMAND")
  }
}

/// Where the key of a store is.
package enum KeyPlace: Sendable, Equatable {
  /// In a file that was made for it, or was there.
  case file(String, isMade: Bool)
  /// A command prints it.
  case command

  /// The file that was made; nil where none was.
  package var made: String? {
    guard case .file(let path, isMade: true) = self else { return nil }
    return path
  }
}
