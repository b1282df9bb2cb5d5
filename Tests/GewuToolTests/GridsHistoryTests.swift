import Foundation
import Testing

@Suite struct `gewu grids, taken back` {
  /// Four grids that are active, and a file with one of them.
  private func program() throws -> Program {
    let program = try Program()
    try program.write("grids.geojson", SmallDistrict.grids)
    try program.run("init --levels grid --srid 4326")
    try program.run("grids load grids.geojson --level grid --code code --activate")
    let lines = SmallDistrict.grids.split(separator: "\n", omittingEmptySubsequences: false)
    let one = lines[1].hasSuffix(",") ? lines[1].dropLast() : lines[1]
    try program.write("one.geojson", [lines[0], one, "]}"].joined(separator: "\n"))
    return program
  }

  private static let load = "grids load one.geojson --level grid --code code"

  @Test func `three of four grids do not go without leave`() throws {
    let program = try program()

    let refused = try program.run("\(Self.load) --activate")
    let before = try program.run("grids list --level grid --json").output
    let dry = try program.run("\(Self.load) --activate --dry-run")
    let draft = try program.run(Self.load)
    let later = try program.run("grids activate 2")
    let allowed = try program.run("grids activate 2 --max-shrink 75%")
    let bad = try program.run("grids activate 2 --max-shrink many")

    #expect(
      refused
        == Program.Outcome(
          status: 4, output: "",
          errors: "gewu: generation 2 would retire 3 of the 4 cells of level grid, 75% of the "
            + "current ones, more than the limit of 50%; nothing was changed; is the file complete? "
            + "if the cells are to go, allow it with --max-shrink 75%\n"))
    #expect(before.contains("\"code\":\"d\"") && dry.status == 4 && draft.status == 0)
    #expect(later.status == 4 && later.errors == refused.errors)
    #expect(allowed.status == 0 && allowed.output.hasPrefix("generation 2 is active"))
    #expect(bad.status == 64 && bad.errors.contains("'many' is not a percentage"))
  }

  @Test func `a generation comes back, and each can be written out`() throws {
    let program = try program()
    try program.run("\(Self.load) --activate --max-shrink 100%")

    let old = try program.run("grids show d")
    let then = try program.run("grids show d --generation 1")
    let list = try program.run("grids list --level grid --generation 1")
    let export = try program.run("grids export old.geojson --level grid --generation 1")
    let now = try program.run("grids export - --level grid")
    let restored = try program.run("grids restore 1 --activate --json")
    let same = try program.run("grids export - --level grid")

    #expect(old.status == 1)
    #expect(old.errors.contains("there is no cell d in generation 2 of the net base; until 20"))
    #expect(
      old.errors.contains("there was one on level grid (generation 1); nothing lies there now"))
    #expect(then.status == 0 && list.output.split(separator: "\n").count == 5)
    #expect(export.status == 0 && now.output.components(separatedBy: "\"Feature\"").count == 2)
    #expect(restored.status == 0)
    #expect(restored.output.hasPrefix("{\"activated\":true,\"generation\":3,\"levels\":[{"))
    #expect(try program.read("old.geojson") == same.output)
    #expect(try program.run("grids list --generation 1").status == 64)
    #expect(try program.run("grids export - --generation 9").status == 1)
  }

  @Test func `a draft is set aside by a restored one, and named`() throws {
    let program = try program()
    try program.run(Self.load)

    let restored = try program.run("grids restore 1")
    let missing = try program.run("grids restore 9")

    #expect(
      restored.output == """
        generation 3 has the cells of generation 1
        level grid: 4 cells: 3 new, 0 changed, 1 unchanged, 0 gone
        generation 2, which was being prepared, is set aside; `gewu grids restore 2` brings it back
        it is not active: `gewu grids activate 3`

        """)
    #expect(missing.status == 1 && missing.errors.hasPrefix("gewu: there is no generation 9"))
  }
}
