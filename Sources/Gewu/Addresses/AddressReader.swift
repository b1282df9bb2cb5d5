import Addresses
import Datasets
import Foundation
import Tabular
import Warehouse

/// Reads the addresses of a district: a grammar, and the divisions that the district lies in and has.
struct AddressReader: Sendable {
  let parser: AddressParser
  let variants: NameVariants
  /// The district, where it is one division: what a text is about that names none.
  let context: DivisionID?

  /// - Parameters:
  ///   - grammars: the folder of the grammars.
  ///   - index: the cells of the net whose levels are divisions; nil where the rules name none.
  /// - Throws: ``AddressFault``; `TabularError` where a file cannot be read.
  init(_ rules: RegisterRules, grammars: String?, index: GridIndex?) throws {
    let grammar = try Self.grammar(rules.grammar, in: grammars)
    variants = try Self.variants(of: rules.grammar, in: grammars)
    let rows = try Self.rows(rules.divisions, index)
    let divisions: Divisions
    do {
      divisions = try Divisions(rows: rows, grammar: grammar)
    } catch {
      throw AddressFault.divisions(error)
    }
    parser = AddressParser(grammar: grammar, divisions: divisions)
    let top = rows.filter { $0.kind == .county }
    context = top.count == 1 ? top.first.flatMap { divisions.division(code: $0.code) } : nil
  }

  /// The divisions above the district, one within the other, and the cells of the levels that are divisions.
  private static func rows(
    _ divisions: RegisterRules.Divisions, _ index: GridIndex?
  ) throws -> [DivisionRow] {
    var rows: [DivisionRow] = []
    for above in divisions.above {
      guard let kind = ElementKind(name: above.kind) else { continue }
      // No code of a cell has this form.
      rows.append(
        DivisionRow(
          code: "above/\(rows.count)", name: above.name, kind: kind, parent: rows.last?.code))
    }
    let top = rows.last?.code
    guard let index else { return rows }
    for (place, cells) in index.levels.enumerated() {
      guard let kind = divisions.levels[cells.level.name].flatMap(ElementKind.init(name:)),
        kind <= .town
      else { continue }
      for (cell, code) in cells.codes.enumerated() {
        guard let name = cells.names[cell], !name.isEmpty else { continue }
        let path = index.path(to: cell, atLevel: place).dropLast()
        let parent = path.last { step in
          step.name != nil && divisions.levels[step.level] != nil
        }
        rows.append(
          DivisionRow(
            code: code, name: name, kind: kind, parent: parent?.code ?? top))
      }
    }
    return rows
  }

  /// The characters that a grammar's names are written with for each other; none where no file says so.
  ///
  /// - Throws: `TabularError` where the file cannot be read.
  static func variants(of name: String, in folder: String?) throws -> NameVariants {
    guard let folder else { return NameVariants() }
    let path = "\(folder)/\(name)-variants.txt"
    guard FileManager.default.fileExists(atPath: path) else { return NameVariants() }
    let file = try TextFile(path: path, declared: .utf8)
    return NameVariants(lines: String(decoding: file.text, as: UTF8.self))
  }

  /// The grammar of a name.
  ///
  /// - Parameter folder: where the grammars that come with the program lie.
  /// - Throws: ``AddressFault``; `TabularError` where its file cannot be read.
  static func grammar(_ name: String, in folder: String?) throws -> Grammar {
    guard let folder, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) else {
      throw AddressFault.noGrammar(name, folder: folder)
    }
    let path = "\(folder)/\(name).yaml"
    guard FileManager.default.fileExists(atPath: path) else {
      throw AddressFault.noGrammar(name, folder: folder)
    }
    let file = try TextFile(path: path, declared: .utf8)
    do {
      return try Grammar(text: String(decoding: file.text, as: UTF8.self))
    } catch {
      throw AddressFault.badGrammar(path: path, error)
    }
  }
}

extension AddressReader {
  /// A name or number of a kind as it is compared, written with or without the suffix of its kind.
  func element(_ kind: ElementKind, _ text: String) -> RegisterElement {
    let readings = parser.readings(of: text, within: context)
    let alone = readings.first { reading in
      reading.unused.isEmpty && reading.elements.filter { !$0.source.isEmpty }.count == 1
        && reading.elements.last?.kind == kind
    }
    return RegisterElement(kind, alone?.elements.last?.key ?? Array(text.utf8))
  }
}
