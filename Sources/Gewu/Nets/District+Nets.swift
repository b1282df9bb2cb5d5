import Grids
import Warehouse

extension District {
  /// The nets of cells, the base net first.
  package func nets() throws -> [NetSummary] {
    try store.read { session in
      try session.nets().map { net in
        NetSummary(net, active: try session.answeringGeneration(net: net.name)?.id)
      }
    }
  }

  /// Adds a net with levels of its own.
  ///
  /// - Throws: `NetFault` where the name is taken or cannot be a name, or there is no such grammar;
  ///   `StoreError.badLevels`.
  package func addNet(
    _ name: String, title: String? = nil, titleChinese: String? = nil,
    codeGrammar: String? = nil, levels: [String]
  ) throws {
    let net = Net(
      name: name, title: title, titleChinese: titleChinese,
      codeGrammar: codeGrammar ?? CodeGrammar.free.name, levels: levels)
    try check(net)
    try writeLocked { session in
      guard try session.net(named: net.name) == nil else {
        throw NetFault.taken(net.name)
      }
      try session.insert(net)
    }
  }

  /// Changes the titles, the code grammar and the household norms of a net; what is nil stays.
  ///
  /// Codes that are loaded already are not looked at again.
  ///
  /// - Throws: `NetFault` where there is no such net or grammar.
  package func changeNet(
    _ name: String, title: String? = nil, titleChinese: String? = nil, codeGrammar: String? = nil,
    urbanHouseholds: Int? = nil, ruralHouseholds: Int? = nil
  ) throws {
    var net = try net(name)
    net.title = title ?? net.title
    net.titleChinese = titleChinese ?? net.titleChinese
    net.codeGrammar = codeGrammar ?? net.codeGrammar
    net.urbanHouseholds = urbanHouseholds ?? net.urbanHouseholds
    net.ruralHouseholds = ruralHouseholds ?? net.ruralHouseholds
    try check(net)
    try writeLocked { try $0.update(net) }
  }

  /// The net of a name.
  ///
  /// - Throws: `NetFault` where there is none, with those there are.
  func net(_ name: String) throws -> Net {
    let nets = try store.read { try $0.nets() }
    guard let net = nets.first(where: { $0.name == name }) else {
      throw NetFault.noSuchNet(name, known: nets.map(\.name))
    }
    return net
  }

  private func check(_ net: Net) throws {
    let isName =
      net.name.first?.isLetter == true
      && net.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard isName, net.name != NetSelection.allName else {
      throw NetFault.notAName(net.name)
    }
    guard CodeGrammar.named(net.codeGrammar) != nil else {
      throw NetFault.noSuchGrammar(net.codeGrammar, known: CodeGrammar.all.map(\.name))
    }
  }

  /// Checks the codes of a level against the grammar of its net.
  ///
  /// - Throws: `NetFault.badCodes`, unless the request takes any code.
  func checkCodes(
    of draft: GenerationDraft, rank: Int, _ request: GridLoadRequest, in net: Net
  ) throws -> [CodeFault] {
    let grammar = CodeGrammar.named(net.codeGrammar) ?? .free
    let faults = draft.cells[rank].compactMap {
      grammar.fault(
        of: $0.code, isLowest: rank == net.levels.count - 1, parent: $0.parentCode)
    }
    guard !faults.isEmpty, !request.allowsAnyCode else { return faults }
    throw NetFault.badCodes(
      faults, of: draft.cells[rank].count, level: request.level, net: net.name, grammar: grammar)
  }
}
