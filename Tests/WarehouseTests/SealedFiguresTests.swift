import GRDB
import Testing

@testable import Warehouse

@Suite struct `Figures of sealed data sets` {
  @Test func `tell neither days nor categories of fields that are sealed`() throws {
    for isSealed in [false, true] {
      let bench = try ImportBench(isSealed: isSealed)
      let manifest = try SealedPeople.manifest([
        ("category: kind", "category: kind\n  date: born")
      ])
      try bench.load(SealedPeople.file(1...3), manifest)
      let entry = try #require(try bench.store.read { try $0.dataset(named: "person") })
      let figures = try bench.store.read { try $0.figures(of: entry) }
      #expect(figures.rows == 3 && figures.categories == ["a"])
      #expect(figures.firstDate == (isSealed ? nil : "1985-03-11"))
      #expect(figures.lastDate == (isSealed ? nil : "1985-03-13"))
    }
  }
}
