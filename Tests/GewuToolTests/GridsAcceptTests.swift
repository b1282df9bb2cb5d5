import Testing

@Suite struct `gewu grids accept` {
  private static let lake = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"a"},
    "geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],
    [[1,1],[2,1],[2,2],[1,2],[1,1]]]}}]}
    """

  @Test func `a lake is accepted, listed, told of, and no longer accepted`() throws {
    let program = try Program()
    try program.write("lake.geojson", Self.lake)
    try program.run("init --srid 4326 --levels grid")
    let refused = try program.run("grids load lake.geojson --level grid --code code --activate")
    try program.run("grids load lake.geojson --level grid --code code")

    let accepted = try program.run("grids accept 1.5 1.5 --name 东湖")
    let check = try program.run("grids check")
    let active = try program.run("grids activate 1")
    let within = try program.run("locate 1.5 1.5")
    let json = try program.run("locate 1.5 1.5 --json")
    let list = try program.run("grids accept --list --json")
    let table = try program.run("grids accept --list")
    let twice = try program.run("grids accept 1.2 1.2")
    let cell = try program.run("grids accept 3 3")
    let west = try program.run("grids accept -3 -3")
    let removed = try program.run("grids accept --remove 1")

    #expect(refused.status == 4)
    #expect(
      accepted.status == 0
        && accepted.output.hasPrefix("gap 1 (东湖) is accepted: 12362462718 m² at 1.5 1.5"))
    #expect(check.status == 0 && check.output.hasPrefix("generation 1: valid\n"))
    #expect(check.output.contains("  note: accepted_gap  东湖  a  at 1.0 1.0  12362462718 m²"))
    #expect(active.output == "generation 1 is active; its coverage is valid\n")
    #expect(within.output.contains("\ngap         东湖: a gap that is meant to be there"))
    #expect(json.output.contains("\"coverage_valid\":true,\"gap\":{\"id\":1,\"name\":\"东湖\"}"))
    #expect(list.output.hasPrefix("[{\"accepted_at\":\"20"))
    #expect(list.output.contains("\"at\":[1.5,1.5],\"gap\":1,\"name\":\"东湖\",\"net\":\"base\"}]"))
    #expect(table.output.contains("东湖"))
    #expect(twice.status == 1 && twice.errors.contains("accepted already: 1 东湖"))
    #expect(cell.status == 1 && cell.errors.contains("3.0 3.0 is in cell a of generation 1"))
    #expect(west.status == 1 && west.errors.contains("-3.0 -3.0 is outside generation 1"))
    #expect(
      removed.output.hasPrefix("gap 1 (东湖) is no longer accepted\ngeneration 1 is active with 1"))
  }

  @Test(arguments: [
    "grids accept", "grids accept 1", "grids accept x 1", "grids accept 1 1 --list",
    "grids accept --list --remove 1",
  ])
  func `a question that says too little or too much is a fault of usage`(line: String) throws {
    #expect(try Program().run(line).status == 64)
  }
}
