import Foundation
import Testing

@Suite struct `gewu roster` {
  private let program: Program

  init() throws {
    program = try SmallDistrict.program()
    try program.write(
      "Importers/plc/staff.yaml",
      """
      name: staff
      primaryKey: [number]
      fields:
        - {name: number, gewu: {sensitive: none}}
        - {name: role, gewu: {public: true}}
        - {name: cell, gewu: {public: true}}
        - {name: since, type: date, gewu: {public: true}}
        - {name: until, type: date}
      gewu:
        files: ["staff*.csv"]
        posts: {staff: number, role: role, cell: cell, from: since, until: until}
      """)
    try program.write(
      "staff.csv",
      """
      number,role,cell,since,until
      A,01,a,2020-01-01,
      B,01,b,2020-01-01,2026-02-01
      C,01,c,2020-01-01,
      D,01,c,2021-01-01,
      E,01,nowhere,2020-01-01,
      F,01,south,2020-01-01,

      """)
    try program.write(
      "norm.yaml",
      """
      name: mine
      posts:
        - {role: "01", title: Leader, title_zh: 网格长, level: grid, duties: Leads., duties_zh: 负责。}
      """)
    #expect(try program.run("import staff.csv --quiet").status == 0)
  }

  @Test func `check lists the findings and ends with 1`() throws {
    let outcome = try program.run("roster check --norm norm.yaml --at 2026-03-01")

    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        finding       level      cell     post    held  wanted  since
        wrong level   community  south    Leader     1       0
        expired       grid       b        Leader     0       1  2026-02-01
        held twice    grid       c        Leader     2       1
        vacant        grid       d        Leader     0       1
        unknown cell             nowhere  Leader     1       0
        base on 2026-03-01 by mine: 4 posts wanted, 5 held, 2 vacant, 5 findings

        """)
    let early = try program.run("roster check --norm norm.yaml --at 2026-01-31 --level grid --json")
    #expect(early.status == 1)
    #expect(early.output.contains(#""kind":"held_twice""#))
    #expect(!early.output.contains(#""cell":"b""#))
  }

  @Test func `a net goes by the norm that is set for it, and ends with 0 where all is right`()
    throws
  {
    try program.write(
      "easy.yaml",
      "name: easy\nposts: [{role: \"01\", level: grid, at_least: 0, at_most: 9, above: [community]}]"
    )
    #expect(try program.run("nets set base --roster easy.yaml").status == 0)
    try program.write("staff2.csv", "number,role,cell,since,until\nE,01,a,2020-01-01,\n")
    #expect(try program.run("import staff2.csv --quiet").status == 0)

    let outcome = try program.run("roster check --at 2026-03-01 --level grid")

    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.hasPrefix("base on 2026-03-01 by easy: 0 posts wanted"))
    #expect(try program.run("nets set base --roster nowhere").status == 1)
  }

  @Test func `list has the posts, held and vacant`() throws {
    let outcome = try program.run("roster list --norm norm.yaml --at 2026-03-01 --level grid")

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("grid   b     Leader  vacant"))
    #expect(outcome.output.contains("2020-01-01"))
    let posts = try program.run("roster list --norm norm.yaml --at 2026-03-01 --json")
    #expect(posts.output.contains(#""stand_in""#) == false)
    #expect(posts.output.contains(#""staff_id":"A""#))
  }

  @Test func `sign writes the notice`() throws {
    try program.run("nets set base --roster norm.yaml")
    let outcome = try program.run(
      "roster sign a --address https://grid.example.org --output notice.html")

    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try String(
      contentsOf: program.folder.appending(path: "notice.html"), encoding: .utf8)
    #expect(page.contains("https://grid.example.org/assets/report.html?grid=a"))
    #expect(page.contains("size: A4 portrait"))
    #expect(page.contains("网格长") && page.contains("Leads."))
    #expect(try program.run("roster sign nowhere").status == 1)
  }
}
