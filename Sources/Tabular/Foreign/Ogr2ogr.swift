import Glibc

/// GDAL's program that turns files of features into a GeoPackage, as far as it is installed.
struct Ogr2ogr {
  /// Where the program is.
  let path: String

  /// Looks for the program in the folders of `PATH`.
  init?(searching folders: String?) {
    let places = (folders ?? "/usr/bin:/usr/local/bin").split(separator: ":")
      .filter { $0.hasPrefix("/") }.map { "\($0)/ogr2ogr" }
    guard let found = places.first(where: { access($0, X_OK) == 0 }) else { return nil }
    path = found
  }

  /// Looks for the program where this process looks for programs.
  init?() { self.init(searching: getenv("PATH").map { String(cString: $0) }) }

  /// What keeps GDAL to the file that it is given, and values as they are.
  private static let settings = [
    // Types are guessed otherwise, and `007` is 7.
    "GML_FIELDTYPES=ALWAYS_STRING", "GML_DOWNLOAD_SCHEMA=NO", "GDAL_PAM_ENABLED=NO",
    "PROJ_NETWORK=OFF", "CPL_VSIL_CURL_ALLOWED_EXTENSIONS=.none", "GDAL_CACHEMAX=16",
    // Formats that name other files, or places in the network, to be read.
    "OGR_SKIP=OGR_VRT,HTTP,WFS,OAPIF,CSW,GMLAS,PostgreSQL,MySQL,ODBC,PGDump,NAS,GeoRSS,CSV",
    "LANG=C.UTF-8",
  ]

  /// Turns a file into a GeoPackage in a folder.
  ///
  /// - Parameter size: the bytes of the file, by which the time and the room are limited.
  /// - Returns: nil, or why it failed.
  func convert(_ input: String, to output: String, in folder: String, size: Int) -> ForeignFact
    .Reason?
  {
    let arguments = [
      path, "-f", "GPKG", "-dim", "XY", "-nlt", "CONVERT_TO_LINEAR", "-lco", "GEOMETRY_NAME=geom",
      output,
      input.hasPrefix("/") ? input : "./\(input)",
    ]
    var environment = Self.settings + ["HOME=\(folder)", "TMPDIR=\(folder)"]
    for name in ["GDAL_DATA", "PROJ_LIB", "PROJ_DATA", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { environment.append("\(name)=\(String(cString: value))") }
    }
    let run = ProgramRun(
      arguments, environment: environment, folder: folder, memory: 384 << 20,
      seconds: 60 + size >> 20, written: 256 << 20 + 32 * size)
    guard run.status != 0 else { return nil }
    if let fact = run.fact { return .child(fact) }
    return .refused(Self.reason(in: run.output))
  }

  /// The first error that the program names, without what it quotes: that may be a value of the file.
  private static func reason(in output: String) -> String {
    let lines = output.split { $0.isNewline }
    let line = lines.first { $0.hasPrefix("ERROR") || $0.hasPrefix("FAILURE") } ?? lines.first ?? ""
    let quotes: Set<Character> = ["'", "\"", "`"]
    var text = ""
    var isQuoted = false
    for character in line.prefix(300) {
      if quotes.contains(character) {
        if !isQuoted { text += "…" }
        isQuoted.toggle()
      } else if !isQuoted, !character.unicodeScalars.contains(where: { $0.value < 0x20 }) {
        text.append(character)
      }
    }
    return text
  }
}
