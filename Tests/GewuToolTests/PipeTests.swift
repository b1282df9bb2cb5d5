import Foundation
import Glibc
import Testing

/// Pipes and devices where files are meant: nobody may write to them ever, so nobody waits.
@Suite struct `A pipe in the place of a file` {
  private static let manifest = """
    name: things
    primaryKey: [no]
    fields: [{name: no}, {name: lon, type: number}, {name: lat, type: number}]
    gewu:
      files: ["things*"]
      load: incremental
      location: {x: lon, y: lat, crs: wgs84}
    """

  @Test(.timeLimit(.minutes(1)))
  func `in a folder is named, and the other files are imported`() throws {
    let program = try SmallDistrict.program()
    try program.write("manifests/things.yaml", Self.manifest)
    try program.write("in/things_b.csv", "no,lon,lat\n1,120.05,30.05\n2,x,30.05\n")
    mkfifo(program.folder.appending(path: "in/things_a.csv").path, 0o600)

    let outcome = try program.run("import in --manifests manifests --quiet --json")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("in/things_a.csv"))
    #expect(outcome.output.contains("\"inserted\":1"))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "grids load pipe --level grid --code code",
      "import pipe --dataset things --manifests manifests",
      "datasets draft pipe", "locate 1 2 --store pipe", "verify --store pipe",
      "datasets check --manifests manifests2",
      "quarantine replay --dataset things --manifests manifests --file pipe",
    ])
  func `is refused by every command that reads a file`(line: String) throws {
    let program = try SmallDistrict.program()
    try program.write("manifests/things.yaml", Self.manifest)
    try program.write("manifests2/other.yaml", Self.manifest)
    try program.write("things.csv", "no,lon,lat\n1,120.05,30.05\n2,x,30.05\n")
    try program.run("import things.csv --manifests manifests --max-errors 100%")
    mkfifo(program.folder.appending(path: "pipe").path, 0o600)
    mkfifo(program.folder.appending(path: "manifests2/things.yaml").path, 0o600)

    let outcome = try program.run(line)

    #expect([1, 4, 64].contains(outcome.status))
    #expect((outcome.errors + outcome.output).contains("pipe") || line.hasPrefix("datasets check"))
  }
}
