package import Warehouse

/// A net of cells as a list shows it.
package struct NetSummary: Sendable, Equatable, Codable {
  package var name: String
  package var title: String?
  /// What people call it in Chinese.
  package var titleChinese: String?
  /// The grammar that its codes follow.
  package var codes: String
  /// The names of its levels, top first.
  package var levels: [String]
  /// The generation that answers; nil where none has been activated.
  package var generation: Int64?

  package init(_ net: Net, active generation: Int64?) {
    name = net.name
    title = net.title
    titleChinese = net.titleChinese
    codes = net.codeGrammar
    levels = net.levels
    self.generation = generation
  }

  package enum CodingKeys: String, CodingKey {
    case name, title, codes, levels, generation
    case titleChinese = "title_zh"
  }
}

/// Which nets a look-up answers from beside the base net.
package enum NetSelection: Sendable, Equatable {
  /// Those that have an active generation (then).
  case all
  case named([String])

  /// The word that means all.
  static let allName = "all"

  /// Reads `all`, or names with commas between them.
  ///
  /// - Throws: ``NamesNoNets`` where no name is given.
  package init(_ text: String) throws {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    guard names.allSatisfy({ !$0.isEmpty }) else {
      throw NamesNoNets(text: text)
    }
    self = names == [Self.allName] ? .all : .named(names)
  }
}

/// A text that was to name nets and does not.
package struct NamesNoNets: UseCaseError, Sendable, Equatable {
  package let text: String

  package init(text: String) {
    self.text = text
  }

  package var kind: FailureKind { .invalid }
}
