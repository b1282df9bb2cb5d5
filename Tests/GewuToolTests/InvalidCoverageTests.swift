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

  @Test(arguments: ["--repair", "--propose fixes.geojson", "--propose -", "--repair --json"])
  func `a repair ends with 4 where its result is invalid, and with 0 where it is valid`(
    options: String
  ) throws {
    // A gap of a hundredth of a degree is not closed, one of some centimetres is.
    for (file, status) in [
      (SmallDistrict.gridsWithGap, Int32(4)),
      (SmallDistrict.gridsWithGap.replacing("30.09", with: "30.0999999"), 0),
    ] {
      let program = try Program()
      try program.write("grids.geojson", file)
      try program.run("init --levels grid --srid 4326")
      try program.run("grids load grids.geojson --level grid --code code")

      let repair = try program.run("grids check \(options)")

      #expect(try program.run("grids check --generation 1").status == 4)
      #expect(repair.status == status, "\(repair)")
      if options.hasSuffix("--json") {
        #expect(repair.output.contains("\"valid\":\(status == 0)"))
      }
    }
  }
}
