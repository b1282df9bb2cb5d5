package import Rosters
import Datasets
import Time
import Warehouse

extension District {
  /// The posts of a net, and in what they differ from its norm.
  ///
  /// - Parameters:
  ///   - date: as of this day; today where it is nil. Before the first boundaries the present ones count.
  ///   - norm: the norm; where it is nil that which the net goes by.
  ///   - level: only posts and findings in the cells of this level.
  ///   - needsNorm: whether it is a fault that the net goes by no norm.
  /// - Throws: ``RosterFault``, ``NetFault``, ``IndexFault``, ``NotAMoment``.
  package func roster(
    net: String = Net.base, at date: String? = nil, norm: RosterNorm? = nil,
    level: String? = nil, needsNorm: Bool = false
  ) throws -> RosterAnswer {
    _ = try self.net(net)
    let (index, day) = (try rosterIndex(at: date, net: net), try day(of: date))
    return try store.read { session in
      guard try session.hasPosts() else { throw RosterFault.noList }
      let norm = try norm ?? session.norm(ofNet: net)
      let levels = index.levels.map(\.level.name)
      if let norm { try Self.check(norm, fits: net, levels) }
      guard norm != nil || !needsNorm else {
        throw RosterFault.noNorm(net: net, known: ShippedNorms.standard.norms.map(\.name))
      }
      if let level, !levels.contains(level) {
        throw RosterFault.noSuchLevel(level, known: levels)
      }
      return RosterAnswer(
        try index.roster(on: day, norm: norm, session: session), norm: norm,
        generation: index.generation.id, level: level)
    }
  }

  /// The boundaries of a day; of one before the first were active the present ones, since lists of posts
  /// go back further than boundaries.
  private func rosterIndex(at date: String?, net: String) throws -> GridIndex {
    do {
      return try index(at: date, net: net)
    } catch IndexFault.nothingActiveThen {
      return try activeIndex(net: net)
    }
  }

  private static func check(_ norm: RosterNorm, fits net: String, _ levels: [String]) throws {
    let rules = norm.rules(ofNet: net)
    guard !rules.isEmpty else {
      throw RosterFault.otherNets(norm: norm.name, net: net, nets: norm.nets)
    }
    guard rules.contains(where: { levels.contains($0.level) }) else {
      throw RosterFault.noLevels(norm: norm.name, levels: rules.map(\.level).unique, net: net)
    }
  }

  /// A norm by its name among those that come with the program, or from a file.
  ///
  /// - Throws: ``RosterFault`` where there is none of that name, `DatasetsError`, `TabularError`.
  package static func norm(_ name: String) throws -> RosterNorm {
    if name.contains("/") || name.hasSuffix(".yaml") { return try RosterNorm(path: name) }
    if let norm = ShippedNorms.standard.norm(named: name) { return norm }
    throw RosterFault.noSuchNorm(name, known: ShippedNorms.standard.norms.map(\.name))
  }

  /// Has a net go by a norm from now on: look-ups say by it which posts are vacant.
  ///
  /// - Parameter name: as ``norm(_:)`` takes it; `none` takes back what was said before.
  /// - Throws: ``RosterFault``, ``NetFault``, `DatasetsError`, `TabularError`.
  package func setRosterNorm(_ name: String, ofNet net: String) throws {
    _ = try self.net(net)
    let norm = name == "none" ? nil : try Self.norm(name)
    if let norm {
      let levels = try store.read { try $0.levels(net: net) }.map(\.name)
      try Self.check(norm, fits: net, levels)
    }
    try writeLocked { try $0.setRosterNorm(norm?.yaml, ofNet: net) }
    indexes.expire()
  }

  /// The public notice of a cell.
  ///
  /// - Parameters:
  ///   - level: the level of the cell, which codes of two levels need.
  ///   - date: as of this day; today where it is nil.
  ///   - address: where the service is reached, such as `https://grid.example.org`.
  /// - Throws: ``RosterFault``, ``NetFault``, ``IndexFault``, ``NotAMoment``.
  package func gridNotice(
    of code: String, net: String = Net.base, level: String? = nil, at date: String? = nil,
    address: String
  ) throws -> GridNotice {
    let (index, day) = (try rosterIndex(at: date, net: net), try day(of: date))
    let found = try GridSnapshot(index: index, store: store).grid(code: code, level: level)
    let target = try Self.reportAddress(address, code: code, net: net)
    guard let picture = QRCode(Array(target.utf8)) else {
      throw RosterFault.badAddress(address, most: QRCode.largest)
    }
    return try store.read { session in
      let norm = try session.norm(ofNet: net)
      let roster = Roster(
        net: net, cells: try index.rosterCells(session: session), rules: norm?.rules ?? [],
        posts: try session.heldPosts(onlyPublic: true), on: day)
      let place = roster.cells.firstIndex { $0.code == code && $0.level == found.grid.level }
      let parts = (place.map { roster.path(from: $0) } ?? []).map { place in
        GridNotice.Part(
          cell: LocateAnswer.Step(
            level: roster.cells[place].level, code: roster.cells[place].code,
            name: roster.cells[place].name),
          posts: roster.entries(ofCell: place).map { entry in
            GridNotice.Post(
              answer: PostAnswer(
                entry, of: roster.cells[place], standIn: entry.standIn.map { roster.cells[$0] }),
              duties: entry.rule?.duties, dutiesChinese: entry.rule?.dutiesChinese)
          })
      }
      return GridNotice(
        net: net, at: day.text,
        parts: parts.enumerated().filter { $0 == 0 || !$1.posts.isEmpty }
          .map(\.1), path: found.path,
        offices: parts.flatMap(\.posts).compactMap(\.answer.office).unique, address: target,
        code: picture)
    }
  }

  /// The page for reports with the grid set.
  private static func reportAddress(
    _ address: String, code: String, net: String
  ) throws -> String {
    let isOfWeb = ["http://", "https://"].contains { address.hasPrefix($0) }
    let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x22 }
    guard isOfWeb, isPlain, !address.contains("?"), !address.contains("#") else {
      throw RosterFault.badAddress(address, most: QRCode.largest)
    }
    let base = address.hasSuffix("/") ? String(address.dropLast()) : address
    let query =
      "grid=\(percentEncoded(code))" + (net == Net.base ? "" : "&net=\(percentEncoded(net))")
    return "\(base)/assets/report.html?\(query)"
  }

  /// A text as a value in a query (RFC 3986: all but unreserved characters encoded).
  private static func percentEncoded(_ text: String) -> String {
    text.utf8.reduce(into: "") { encoded, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
      if isPlain {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order in which they first come.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
