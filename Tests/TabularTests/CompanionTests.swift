import Foundation
import Tabular
import TestSupport
import Testing

@Suite struct `Files that belong to another one` {
  /// The beginning of each file of a MapInfo table: the table of dBASE, the mark of the map, an index.
  private static let dbase: [UInt8] = [3, 126, 1, 1, 4, 0, 0, 0, 97, 0, 14, 0, 0, 0]
  private static let map = [UInt8](repeating: 0, count: 256) + [0x42, 0x42, 0x42, 0x42]

  private func fact(_ name: String, _ bytes: [UInt8]) throws -> TabularFact? {
    let folder = try TemporaryFolder()
    try folder.write(Data(bytes), as: name)
    let path = folder.url.appending(path: name).path
    do {
      _ = try TableFileOpener.open(path: path)
      return nil
    } catch let error as TabularError {
      return error.fact
    }
  }

  @Test func `the side files of a MapInfo table name the table`() throws {
    for name in ["a.map", "a.ID", "a.ind"] {
      #expect(try fact(name, Self.map) == .format(.mapInfoCompanion))
    }
    #expect(try fact("A.DAT", Self.dbase) == .format(.mapInfoCompanion))
  }

  @Test func `text with such a name is text`() throws {
    let text = Array("no,kind\n1,a\n".utf8)
    for name in ["a.map", "a.dat", "a.id", "a.ind", "a.qix"] {
      #expect(try fact(name, text) == nil)
    }
    #expect(try fact("a.dat", text + [0]) == .text(.nul(offset: text.count)))
  }

  @Test func `the parts of a geodatabase name its folder, an index its Shapefile`() throws {
    #expect(try fact("a00000009.gdbtable", Self.dbase) == .format(.geodatabasePart))
    #expect(try fact("a00000009.gdbtablx", Self.dbase) == .format(.geodatabasePart))
    #expect(try fact("a.qix", Self.map) == .format(.companion))
  }

  @Test func `companions are known by the file beside them`() {
    let files = CompanionFiles(among: ["in/a.TAB", "in/b.shp", "c.mif"])

    for name in ["in/a.DAT", "in/a.map", "in/a.id", "in/b.dbf", "in/b.shp.xml", "c.mid"] {
      #expect(files.contains(name), "\(name)")
    }
    for name in ["in/a.TAB", "a.dat", "in/b.dat", "in/c.mid", "in/a.dbf"] {
      #expect(!files.contains(name), "\(name)")
    }
    #expect(CompanionFiles.paths(of: "in/a.tab").contains("in/a.dat"))
    #expect(CompanionFiles.paths(of: "in/a.csv").isEmpty)
  }
}
