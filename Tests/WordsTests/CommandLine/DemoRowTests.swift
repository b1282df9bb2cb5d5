import Testing

@testable import Words

@Suite struct `A row beside the truth` {
  private static let row = DemoRow(
    file: "a.csv", row: 4,
    links: [("self", "homestead", 460), ("household.head", "person", 7)],
    place: ["1 Long Road", "120.3", "30.1", "990101001001001"], outcome: "quarantined",
    notes: ["required", "", "blank-out:holder"],
    columns: [
      ["holder", "Li", "Li", "Wang", "homestead.holder.name", "lag:1825d"],
      ["floors", "3", "3", "3", "homestead.building.floors", ""],
      ["deed", "", "", "K 9", "homestead.deed.number", "known:70"],
    ])

  @Test func `writes a value once, and says where it differs`() {
    #expect(
      Self.row.summary.english == """
        row             4  a.csv
        about           homestead 460
        household.head  person 7
        place           1 Long Road  120.3  30.1  990101001001001
        outcome         quarantined
        reasons         required
        faults          blank-out:holder

        column  sent  known  truth  source                     form
        holder  Li    =      Wang   homestead.holder.name      lag:1825d
        floors  3     =      =      homestead.building.floors
        deed    -     =      K 9    homestead.deed.number      known:70

        =  as in the column to the left    -  nothing
        GeoData/demo/README.md says what the forms mean; the numbers are those of the tables in key/.
        """)
  }

  @Test func `speaks Chinese where it has words of its own`() {
    let text = Self.row.summary.chinese
    for part in ["对象            homestead 460", "结果            隔离", "故意之错        blank", "部门所知"] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("quarantined"))
  }
}
