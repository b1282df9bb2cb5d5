import Addresses
import Datasets
import Foundation
import Tabular
package import Warehouse

extension District {
  /// What a file of rules for the register may name.
  static let registerVocabulary = RegisterRules.Vocabulary(
    statuses: AddressStatus.allCases.map(\.name), elements: ElementKind.allCases.map(\.name),
    positions: PositionKind.allCases.map(\.name))

  /// Makes the register of standard addresses of what its sources say now, in one transaction.
  ///
  /// Where they say the same as the current version, nothing is written. An address that no source has any more
  /// stays, as historic.
  ///
  /// - Parameters:
  ///   - path: the file of rules that says which sources; the rules of the current version where nil.
  ///   - grammars: the folder of the grammars.
  /// - Throws: ``AddressFault``; `StoreError`; `SealFault`. Then the register is as it was.
  package func loadAddresses(
    by path: String? = nil, grammars: String? = District.grammarFolder
  ) throws -> RegisterReport {
    try store.withWriterLock {
      let rules =
        try path.map { try RegisterRules(path: $0, vocabulary: Self.registerVocabulary) }
        ?? keptRules()
      let reader = try addressReader(rules, grammars: grammars)
      defer { books.outdate() }
      return try store.write { session in
        var draft = RegisterDraft(rules, reader: reader)
        try draft.collect(session)
        let rows = draft.states.count + draft.notRead
        guard !draft.states.isEmpty else { throw AddressFault.nothingRead(rows: rows) }
        let names = draft.names.sorted {
          ($0.element, $0.name, $0.alias, $0.kind.rawValue)
            < ($1.element, $1.name, $1.alias, $1.kind.rawValue)
        }
        var report = try session.replaceRegister(
          with: draft.states, aliases: names, grammar: rules.grammar, rules: rules.text)
        report.notRead = draft.notRead
        report.repeated = draft.repeated
        return report
      }
    }
  }

  /// The folder of the grammars that come with the program.
  package static var grammarFolder: String? {
    ResourceFolder().path(of: .geoData).map { "\($0)/grammars" }
  }

  /// The rules that the current version of the register was made by.
  ///
  /// - Throws: ``AddressFault/noRules``.
  private func keptRules() throws -> RegisterRules {
    guard let version = try store.read({ try $0.registerVersion() }) else {
      throw AddressFault.noRules
    }
    return try Self.rules(of: version)
  }

  static func rules(of version: RegisterVersion) throws -> RegisterRules {
    try RegisterRules(
      yaml: version.rules, path: "register \(version.version) (as kept in the store)",
      vocabulary: registerVocabulary)
  }

  /// What reads addresses by some rules.
  func addressReader(_ rules: RegisterRules, grammars: String?) throws -> AddressReader {
    guard let net = rules.divisions.net else {
      return try AddressReader(rules, grammars: grammars, index: nil)
    }
    let known = try self.net(net).levels
    for level in rules.divisions.levels.keys.sorted() where !known.contains(level) {
      throw AddressFault.noLevel(level, net: net, known: known)
    }
    return try AddressReader(rules, grammars: grammars, index: try activeIndex(net: net))
  }
}

extension District {
  /// The current addresses that have some elements, in the order of their codes.
  ///
  /// - Parameters:
  ///   - elements: name of an element → how it is written, with or without its suffix.
  ///   - after: only those whose code comes after this one.
  /// - Throws: ``AddressFault`` where there is no register, or no such element or status.
  package func addresses(
    with elements: [(name: String, text: String)], status: String? = nil, after: String? = nil,
    limit: Int = 100, grammars: String? = District.grammarFolder
  ) throws -> [AddressOccurrence] {
    let version = try registerVersion()
    let wanted = try status.map { name in
      guard let status = AddressStatus(name: name) else {
        throw AddressFault.noSuchStatus(name, known: AddressStatus.allCases.map(\.name))
      }
      return status
    }
    let reader = try addressReader(Self.rules(of: version), grammars: grammars)
    let keys = try elements.map { name, text in
      guard let kind = ElementKind(name: name) else {
        throw AddressFault.noSuchElement(name, known: ElementKind.allCases.map(\.name))
      }
      return reader.element(kind, text)
    }
    return try store.read { session in
      try session.addresses(with: keys, status: wanted, after: after, limit: limit)
    }
  }

  /// The states of an address, the oldest first.
  ///
  /// - Throws: ``AddressFault/noSuchAddress(_:)``.
  package func history(ofAddress code: String) throws -> [AddressOccurrence] {
    let states = try store.read { try $0.history(ofAddress: code) }
    guard !states.isEmpty else { throw AddressFault.noSuchAddress(code) }
    return states
  }

  /// The current version of the register.
  ///
  /// - Throws: ``AddressFault/noRegister(store:)``.
  func registerVersion() throws -> RegisterVersion {
    guard let version = try store.read({ try $0.registerVersion() }) else {
      throw AddressFault.noRegister(store: storePath)
    }
    return version
  }
}
