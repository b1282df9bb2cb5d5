import Testing

@Suite struct `gewu locate` {
  let program: Program

  init() throws { program = try SmallDistrict.program() }

  @Test func `a position has its grid and the cells above it`() throws {
    let outcome = try program.run("locate 120.05 30.05")

    #expect(
      outcome
        == Program.Outcome(
          status: 0,
          output: """
            status      inside
            district    all  Everywhere
            community   south
            grid        a
            generation  1

            """, errors: ""))
  }

  @Test func `the answer in JSON is that of the service`() throws {
    let outcome = try program.run("locate 120.05 30.05 --json")

    #expect(
      outcome.output == """
        {"coverage_valid":true,"generation":1,"grid":{"code":"a","name":null},"path":[\
        {"code":"all","level":"district","name":"Everywhere"},\
        {"code":"south","level":"community","name":null},\
        {"code":"a","level":"grid","name":null}],\
        "posts":[],"status":"inside"}

        """)
  }

  @Test func `the corner of four grids is in one of them`() throws {
    let outcome = try program.run("locate 120.1 30.1 --json")

    #expect(outcome.status == 0)
    #expect(outcome.output.contains(#""status":"border""#))
  }

  @Test func `a position outside is told the nearest grid, and that is no failure`() throws {
    let outcome = try program.run("locate 121 30.05")

    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("status      outside\nnearest     b, "))
  }

  @Test func `a negative longitude is a number, not an option`() throws {
    let outcome = try program.run("locate -1.5 53.8")

    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("status      outside"))
  }

  @Test func `a table through a pipe keeps its rows byte for byte`() throws {
    let outcome = try program.run(
      "locate --input - --output -",
      input: "id,lon,lat\r\n1,120.05,30.05\r\n2,1,1\r\n3,,\r\n")

    #expect(
      outcome
        == Program.Outcome(
          status: 0,
          output: "id,lon,lat,grid_code,grid_status\r\n1,120.05,30.05,a,inside\r\n"
            + "2,1,1,,outside\r\n3,,,,invalid\r\n",
          errors: "3 rows: 1 inside, 0 border, 1 outside, 1 invalid\n"))
  }

  @Test func `a table goes into a file`() throws {
    try program.write("in.csv", "lon,lat\n120.15,30.15\n")

    let outcome = try program.run("locate --input in.csv --output out.csv")

    #expect(outcome.status == 0)
    #expect(try program.read("out.csv") == "lon,lat,grid_code,grid_status\n120.15,30.15,d,inside\n")
  }

  @Test func `a table that fails leaves no file behind`() throws {
    try program.write("in.csv", "lon,lat\n120.15,30.15\n\"a\"b,1\n")

    let outcome = try program.run("locate --input in.csv --output out.csv")

    #expect(outcome.status == 1)
    #expect(throws: (any Error).self) { try program.read("out.csv") }
    #expect(throws: (any Error).self) { try program.read("out.csv.part") }
  }

  @Test(arguments: [
    ("locate NaN 0", 64, "gewu: 'NaN' is not a longitude; give a number such as 116.39\n"),
    ("locate 0 inf", 64, "gewu: 'inf' is not a latitude; give a number such as 116.39\n"),
    ("locate 120 30 --input x.csv", 64, "gewu: give either a position or --input, not both\n"),
    ("locate", 64, "gewu: give a longitude and a latitude, or a table with --input\n"),
    (
      "locate 120 30 --crs mars", 1,
      "gewu: 'mars' is not a known coordinate reference system. Give EPSG:n "
        + "(for example EPSG:4490), wgs84, cgcs2000, gcj02, bd09, or a definition (well-known text or +proj=…).\n"
    ),
    (
      "locate 120 30 --store none.sqlite", 10,
      "gewu: no store at none.sqlite; make one with `gewu init`, or name another with --store "
        + "or GEWU_STORE\n"
    ),
    (
      "locate --input none.csv", 1,
      "gewu: none.csv: there is no such file; check the path\n"
    ),
    ("locate --input .", 1, "gewu: .: is a directory; name the file inside it\n"),
  ])
  func `what cannot be answered has one message and its exit code`(
    line: String, status: Int32, message: String
  ) throws {
    let outcome = try program.run(line)

    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(message))
  }
}
