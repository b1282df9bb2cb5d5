import Testing

@Suite struct `Boundaries that do not fit together` {
  @Test func `an invalid coverage is refused with its faults listed, unless it is allowed`() throws
  {
    let program = try Program()
    try program.write("grids.geojson", SmallDistrict.gridsWithGap)
    try program.run("init --levels grid --srid 4326")

    let refusal = try program.run("grids load grids.geojson --level grid --code code --activate")
    let none = try program.run("grids list --json")
    let allowed = try program.run(
      "grids load grids.geojson --level grid --code code --activate --allow-invalid")
    let look = try program.run("locate 120.05 30.05")

    #expect(refusal.status == 4)
    #expect(refusal.output.hasPrefix("generation 1: invalid, "))
    #expect(refusal.output.contains("\n  gap  "))
    #expect(refusal.errors.contains("is invalid, and nothing was changed"))
    #expect(none.output == "[]\n")
    #expect(allowed.status == 0)
    #expect(look.output.contains("note        the coverage is invalid"))
  }

  @Test func `a check of an invalid coverage ends with 4`() throws {
    let program = try Program()
    try program.write("grids.geojson", SmallDistrict.bowTie)
    try program.run("init --levels grid --srid 4326")
    try program.run("grids load grids.geojson --level grid --code code")

    let check = try program.run("grids check")

    #expect(check.status == 4)
    #expect(check.output.contains("invalid_ring  a  at 120.05 30.05"))
  }
}
