import Foundation
import Testing

/// What a command writes never takes the place of the store, of a file of the store's or of what the
/// command reads.
@Suite struct `The files that commands write` {
  private static let manifest = """
    name: things
    primaryKey: [no]
    fields: [{name: no}, {name: lon, type: number}, {name: lat, type: number}]
    gewu:
      files: ["things*"]
      load: incremental
      location: {x: lon, y: lat, crs: wgs84}
    """

  private func program() throws -> Program {
    let program = try SmallDistrict.program()
    try program.write("points.csv", "lon,lat\n120.05,30.05\n")
    try program.write("manifests/things.yaml", Self.manifest)
    try program.write("things.csv", "no,lon,lat\n1,120.05,30.05\n2,x,30.05\n")
    try program.run("import things.csv --manifests manifests --quiet")
    return program
  }

  @Test(arguments: [
    "grids index OUT", "grids export OUT.geojson", "locate --input points.csv --output OUT",
    "import things.csv --manifests manifests --quiet --summary OUT", "grids check --propose OUT",
    "quarantine export --purpose correction --dataset things OUT.csv", "export grid OUT.csv",
    "backup OUT",
  ])
  func `are never the store, whatever it is called`(command: String) throws {
    let program = try program()
    let files = FileManager.default
    let store = program.folder.appending(path: "gewu.sqlite")
    for name in ["store.geojson", "store.csv"] {
      try files.linkItem(at: store, to: program.folder.appending(path: name))
      try files.createSymbolicLink(
        at: program.folder.appending(path: "link-\(name)"),
        withDestinationURL: program.folder.appending(path: name))
    }
    let ending = command.split(separator: "OUT").last.map { $0.hasPrefix(".") ? String($0) : "" }
    let outputs: [String] =
      switch ending {
      case ".csv"?: ["store.csv", "link-store.csv"]
      case ".geojson"?: ["store.geojson", "link-store.geojson"]
      default:
        ["gewu.sqlite", "./gewu.sqlite", "gewu.sqlite-wal", "gewu.sqlite-shm", "gewu.sqlite-lock"]
          + ["gewu.sqlite-index/x", "gewu.sqlite-files/x", "store.csv", "link-store.csv"]
      }
    let before = try program.run("locate 120.05 30.05")

    for output in outputs {
      let line = command.replacing("OUT\(ending ?? "")", with: output)
      let outcome = try program.run(line)
      #expect(outcome.status == 1, "\(line): \(outcome.errors)")
      #expect(outcome.errors.contains("is the store gewu.sqlite itself or one of its own files"))
    }

    #expect(try program.run("locate 120.05 30.05") == before)
    #expect(try program.run("verify").status == 0)
    #expect(try program.run("import things.csv --manifests manifests --force").status == 3)
  }

  @Test(arguments: [
    ("locate --input points.csv --output points.csv", "points.csv"),
    ("locate --input points.csv --output ./manifests/../points.csv", "points.csv"),
    ("import things.csv --manifests manifests --quiet --summary things.csv", "things.csv"),
    (
      "import things.csv --manifests manifests --quiet --summary manifests/things.yaml",
      "manifests/things.yaml"
    ),
  ])
  func `are never what is read`(command: String, file: String) throws {
    let program = try program()
    let before = try program.read(file)

    let outcome = try program.run(command)

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("is a file that is read here"))
    #expect(try program.read(file) == before)
  }

  @Test func `are never links or devices, which stay what they are`() throws {
    let program = try program()
    try program.write("target", "mine")
    try FileManager.default.createSymbolicLink(
      at: program.folder.appending(path: "link"),
      withDestinationURL: program.folder.appending(path: "target"))

    let link = try program.run("locate --input points.csv --output link")
    let device = try program.run("grids index /dev/null")

    #expect(link.status == 1)
    #expect(link.errors.contains("link: is a link"))
    #expect(try program.read("target") == "mine")
    #expect(device.status == 1)
    #expect(device.errors.contains("/dev/null: is a device"))
  }

  @Test func `a summary that cannot be written is said before anything is published`() throws {
    let program = try SmallDistrict.program()
    try program.write("manifests/things.yaml", Self.manifest)
    try program.write("things.csv", "no,lon,lat\n1,120.05,30.05\n")

    let outcome = try program.run(
      "import things.csv --manifests manifests --summary nowhere/summary.json")

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nowhere/summary.json: cannot be written"))
    #expect(try program.run("batches list").output.contains("things.csv") == false)
  }
}
