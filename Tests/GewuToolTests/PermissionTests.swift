import Foundation
import Glibc
import Testing

/// What the program writes is its owner's alone, whatever the mask of the process says.
@Suite struct `The permissions of files` {
  private static let manifest = """
    name: things
    primaryKey: [no]
    fields: [{name: no}, {name: lon, type: number}, {name: lat, type: number}]
    gewu:
      files: ["things*"]
      load: incremental
      location: {x: lon, y: lat, crs: wgs84}
    """

  private static let script = """
    umask 0
    set -e
    "$0" init --levels district,community,grid --srid 4326
    "$0" grids load in/grids.geojson --level grid --code code --parent parent
    "$0" grids load in/tree.csv --level community --code code --parent parent
    "$0" grids load in/top.csv --level district --code code --name name --activate
    "$0" locate 120.05 30.05
    "$0" import in/things.csv --manifests in --quiet --summary summary.json || test $? = 3
    GEWU_STAGE_BYTES=1 "$0" import in/things2.csv --manifests in --quiet || test $? = 3
    "$0" quarantine export --purpose correction --dataset things refused.csv
    "$0" quarantine export --purpose correction --dataset things refused.xlsx
    for file in rows.csv rows.xlsx rows.gpkg rows.geojson; do "$0" export things $file; done
    "$0" export --all tables/ --purpose inspection
    "$0" export --all all.gpkg --purpose inspection
    "$0" grids export grids.geojson
    "$0" grids index --level grid grids.gewu-index
    "$0" grids check --propose proposed.geojson || test $? = 4
    "$0" locate --input in/points.csv --output located.csv
    "$0" hotspots --of things --level grid --save-question question.yaml || true
    "$0" backup copy.sqlite
    """

  private func program() throws -> Program {
    let program = try Program()
    try program.write("in/grids.geojson", SmallDistrict.grids)
    try program.write("in/tree.csv", "code,parent\nsouth,all\nnorth,all\n")
    try program.write("in/top.csv", "code,name\nall,Everywhere\n")
    try program.write("in/things.yaml", Self.manifest)
    try program.write("in/things.csv", "no,lon,lat\n1,120.05,30.05\n2,x,30.05\n")
    try program.write("in/things2.csv", "no,lon,lat\n3,120.05,30.05\n4,x,30.05\n")
    try program.write("in/points.csv", "lon,lat\n120.05,30.05\n")
    return program
  }

  /// The files and folders of a program that others than their owner may use, without those of tests.
  private func open(_ program: Program) -> [String] {
    let names = FileManager.default.subpaths(atPath: program.folder.path) ?? []
    return names.sorted().filter { name in
      var status = stat()
      lstat(program.folder.appending(path: name).path, &status)
      let isOfTest = name.hasPrefix(".") || name == "in" || name.hasPrefix("in/")
      return !isOfTest && status.st_mode & 0o077 != 0
    }
  }

  @Test func `give all of them to their owner alone`() throws {
    let program = try program()

    let outcome = try program.runShell(Self.script)

    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = FileManager.default.subpaths(atPath: program.folder.path) ?? []
    for name in [
      "gewu.sqlite-lock", "gewu.sqlite-index", "gewu.sqlite-files", "summary.json", "refused.csv",
      "refused.xlsx", "rows.csv", "rows.xlsx", "rows.gpkg", "rows.geojson", "grids.geojson",
      "grids.gewu-index", "located.csv", "copy.sqlite", "copy.sqlite-files",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(open(program) == [])
  }

  @Test func `are taken from others where a store was open to them, and that is said once`() throws
  {
    let program = try program()
    try #require(try program.runShell(Self.script).status == 0)
    func loosen() throws {
      try #require(
        try program.runShell("chmod 0644 gewu.sqlite; chmod 0755 gewu.sqlite-*").status == 0)
    }
    try loosen()

    let first = try program.run("locate 120.05 30.05")
    let second = try program.run("locate 120.05 30.05")

    #expect(first.status == 0 && second.status == 0)
    for name in ["gewu.sqlite", "gewu.sqlite-files", "gewu.sqlite-index", "gewu.sqlite-lock"] {
      #expect(first.errors.contains("\(program.folder.path)/\(name)"), "\(first.errors)")
    }
    #expect(second.errors == "")
    #expect(open(program) == [])

    // Read only, nothing is changed, and said to whoever asks.
    try loosen()
    let examined = try program.run("verify --read-only")
    #expect(examined.status == 0)
    #expect(examined.output.contains("note: other users of this machine can use "))
    #expect(open(program).contains("gewu.sqlite"))
    let mended = try program.run("verify")
    #expect(mended.output.contains("gewu.sqlite until now"))
    #expect(open(program) == [])
  }
}
