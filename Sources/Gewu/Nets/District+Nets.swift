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
  /// - Throws: `GewuError` where the name is taken or cannot be a name, or there is no such grammar;
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
        throw GewuError(
          .conflict, "there is a net «\(net.name)» already; `gewu nets list` shows all")
      }
      try session.insert(net)
    }
  }

  /// Changes the titles, the code grammar and the household norms of a net; what is nil stays.
  ///
  /// Codes that are loaded already are not looked at again.
  ///
  /// - Throws: `GewuError` where there is no such net or grammar.
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
  /// - Throws: `GewuError` where there is none, with those there are.
  func net(_ name: String) throws -> Net {
    let nets = try store.read { try $0.nets() }
    guard let net = nets.first(where: { $0.name == name }) else {
      throw GewuError(
        .notFound,
        "there is no net «\(name)»; the nets are \(nets.map(\.name).joined(separator: ", "))")
    }
    return net
  }

  private func check(_ net: Net) throws {
    let isName =
      net.name.first?.isLetter == true
      && net.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard isName, net.name != NetSelection.allName else {
      throw GewuError(
        .invalid, "«\(net.name)» cannot name a net (letters, digits, - and _; not «all»)")
    }
    guard CodeGrammar.named(net.codeGrammar) != nil else {
      throw GewuError(
        .invalid,
        "there is no code grammar «\(net.codeGrammar)»; there are "
          + CodeGrammar.all.map(\.name).joined(separator: ", "))
    }
  }

  /// Holds the codes of a level against the grammar of its net.
  ///
  /// - Throws: `GewuError` with the first faults in both languages, unless the request takes any
  ///   code.
  func checkCodes(
    of draft: GenerationDraft, rank: Int, _ request: GridLoadRequest, in net: Net
  ) throws -> [CodeFault] {
    let grammar = CodeGrammar.named(net.codeGrammar) ?? .free
    let faults = draft.cells[rank].compactMap {
      grammar.fault(
        of: $0.code, isLowest: rank == net.levels.count - 1, parent: $0.parentCode)
    }
    guard !faults.isEmpty, !request.allowsAnyCode else { return faults }
    let shown = faults.prefix(10)
    let rest = faults.count - shown.count
    throw GewuError(
      .refused,
      "level \(request.level): \(faults.count) of \(draft.cells[rank].count) codes break the grammar "
        + "\(grammar.name) of the net \(net.name) (\(grammar.title)); correct them, load with "
        + "--any-code, or choose another grammar with `gewu nets set`\n"
        + "层级 \(request.level):\(draft.cells[rank].count) 个代码中有 \(faults.count) 个不符合网格体系 "
        + "\(net.name) 的编码规则(\(grammar.titleChinese));请更正,或以 --any-code 装载,或用 "
        + "`gewu nets set` 改换规则\n"
        + shown.map { "  \($0.code)  \($0.message)  \($0.messageChinese)" }.joined(separator: "\n")
        + (rest > 0 ? "\n  … \(rest)" : ""))
  }
}
