import Testing

@Suite struct `gewu init and gewu grids` {
  @Test func `a store is made once and never overwritten`() throws {
    let program = try Program()

    let first = try program.run("init --unsealed --levels city,grid --zone Asia/Shanghai")
    let second = try program.run("init --levels city,grid")

    #expect(
      first
        == Program.Outcome(
          status: 0,
          output: "made gewu.sqlite: EPSG:4490, levels city > grid, zone Asia/Shanghai\n",
          errors: "gewu.sqlite is not sealed: for data that is not personal only; "
            + "`gewu seal store` seals it\n"))
    #expect(
      second
        == Program.Outcome(
          status: 1, output: "",
          errors: "gewu: gewu.sqlite exists already and is left as it is; "
            + "name another file with --store\n"))
  }

  @Test func `levels are loaded, completed, checked and activated`() throws {
    let program = try Program()
    try program.write("grids.geojson", SmallDistrict.grids)
    try program.run("init --levels community,grid --srid 4326")

    let load = try program.run("grids load grids.geojson --level grid --code code --parent parent")
    let check = try program.run("grids check --json")
    let activation = try program.run("grids activate 1")
    let list = try program.run("grids list --level community")

    #expect(
      load.output == """
        level grid: 4 cells in generation 1: 4 new, 0 changed, 0 unchanged, 0 gone
        parents: 4 by field

        """)
    #expect(
      check.output == """
        {"generation":1,"levels":[{"cells":2,"level":"community","notes":[],"pieces":[{"cells":2,"codes":[]}],"problems":[]},\
        {"cells":4,"level":"grid","notes":[],"pieces":[{"cells":4,"codes":[]}],"problems":[]}],"valid":true}

        """)
    #expect(activation.output == "generation 1 is active; its coverage is valid\n")
    #expect(
      list.output == """
        code   name  parent  share  derived
        north                       yes
        south                       yes

        """)
  }

  @Test func `a dry run keeps nothing`() throws {
    let program = try Program()
    try program.write("grids.geojson", SmallDistrict.grids)
    try program.run("init --levels community,grid --srid 4326")

    let load = try program.run(
      "grids load grids.geojson --level grid --code code --parent parent --dry-run")

    #expect(load.output.hasSuffix("dry run: nothing was kept\n"))
    #expect(try program.run("grids list --json").output == "[]\n")
  }

  @Test func `a cell is shown with the cells above it`() throws {
    let program = try SmallDistrict.program()

    #expect(
      try program.run("grids show south").output == """
        district    all  Everywhere
        community   south
        box         120.0 30.0 120.2 30.1
        boundary    union of the cells below
        generation  1

        """)
    #expect(try program.run("grids show nowhere").status == 1)
  }

  @Test func `boundaries go out as GeoJSON and come back unchanged`() throws {
    let program = try SmallDistrict.program()

    let export = try program.run("grids export out.geojson --level grid")
    let again = try program.run("grids load out.geojson --level grid --code code --parent parent")

    #expect(export == Program.Outcome(status: 0, output: "", errors: ""))
    #expect(again.output.contains("0 new, 0 changed, 4 unchanged, 0 gone"))
  }

  @Test func `the index is written to a file`() throws {
    let program = try SmallDistrict.program()

    let written = try program.run("grids index grids.index")
    let upper = try program.run("grids index upper.index --level community --json")
    let folder = try program.run("grids index no/such/folder.index")

    #expect(written.status == 0)
    #expect(
      written.output.hasPrefix(
        "grids.index: 4 cells of the level grid (net base, generation 1), "))
    #expect(written.output.hasSuffix("positions in EPSG:4326, longitude or easting first\n"))
    #expect(upper.output.contains("\"cells\":2,\"coverage_valid\":true,"))
    #expect(folder.status == 1 && folder.errors.hasPrefix("gewu: no/such/folder.index"))
  }

  @Test func `generations are listed`() throws {
    let list = try SmallDistrict.program().run("grids list")

    #expect(
      list.output.hasPrefix(
        "generation  status  valid  problems  created                   activated"))
    #expect(list.output.contains("\n         1  active  yes           0  20"))
  }

  @Test func `two generations are compared, and one becomes active at a moment`() throws {
    let program = try SmallDistrict.program()
    try program.write(
      "grids.geojson",
      SmallDistrict.grids.replacing("\"parent\":\"south\"", with: "\"parent\":\"s\""))
    try program.run("grids load grids.geojson --level grid --code code --parent parent")

    let diff = try program.run("grids diff 1 2 --json")
    let early = try program.run("grids activate 2 --at 2020-01-01 --allow-invalid")
    let late = try program.run("grids activate 2 --at 2100-01-01 --allow-invalid")

    #expect(diff.status == 0)
    #expect(
      diff.output.contains("\"reparented\":[{\"code\":\"a\",\"from\":\"south\",\"to\":\"s\"}"))
    #expect(early.status == 1 && early.errors.contains("has been active since"))
    #expect(late.output.hasPrefix("generation 2 becomes active at 2100-01-01T00:00:00.000Z"))
    #expect(try program.run("grids list").output.contains("(2100-01-01T00:00:00.000Z)"))
  }

  @Test func `attaching again needs to know whose rows`() throws {
    let program = try SmallDistrict.program()

    #expect(
      try program.run("attach").errors.hasPrefix(
        "gewu: say which rows to attach: --dataset ID, or --all"))
    #expect(
      try program.run("attach --all").output
        == "reports: 0 looked at, 0 in another grid (0 had none, 0 have none now); "
        + "0 attached to generation 1, 0 not\n")
  }

  @Test func `a second net answers beside the base net, and alone`() throws {
    let program = try SmallDistrict.program()
    let made = try program.run("nets add police --levels station,beat --title Police")
    let load = try program.run(
      "grids load grids.geojson --net police --level beat --code code --parent parent --activate")

    let nets = try program.run("nets list --json")
    let all = try program.run("locate 120.05 30.05 --nets all --json")
    let alone = try program.run("locate 120.05 30.05 --net police")
    let walk = try program.run("nets crosswalk base police")
    try program.write("places.csv", "id,lon,lat\n1,120.05,30.05\n2,0,0\n")
    let table = try program.run("locate --input places.csv --nets all")
    let both = try program.run("locate --input places.csv --nets all --net police")

    #expect(made.output == "net police: station > beat\n" && load.status == 0)
    #expect(nets.output.contains("\"levels\":[\"station\",\"beat\"],\"name\":\"police\""))
    #expect(all.output.contains("\"nets\":{\"police\":{"))
    #expect(alone.output.contains("station     south\nbeat        a\n"))
    #expect(
      table.output == "id,lon,lat,grid_code,grid_status,police_code,police_status\n"
        + "1,120.05,30.05,a,inside,a,inside\n2,0,0,,outside,,outside\n")
    #expect(both.status == 64 && both.errors.contains("either --net or --nets"))
    #expect(walk.output.hasPrefix("from,to,amount,share_of_from,share_of_to,by,"))
    #expect(walk.output.split(separator: "\n").count == 5)
  }

  @Test func `faults are mended into a generation to be looked at`() throws {
    let program = try SmallDistrict.program()
    try program.write(
      "grids.geojson",
      SmallDistrict.grids.replacing("[120.1,30.1]", with: "[120.1000003,30.1]", maxReplacements: 1))
    try program.run("grids load grids.geojson --level grid --code code --parent parent")

    let proposal = try program.run("grids check --propose fixes.geojson")
    let repair = try program.run("grids check --repair")
    let check = try program.run("grids check")

    #expect(proposal.output.hasSuffix("generation 2 is as it was; nothing was kept\n"))
    #expect(repair.output.contains("generation 3 has the changes and is not active"))
    #expect(check.status == 0 && check.output.hasPrefix("generation 3: valid"))
  }
}
