import Datasets
import Files
import Foundation
import Geometry
import Grids
import Projections
import Tabular
import Testing
import Time
import Words

@testable import Gewu

@Suite struct `The words of the use cases` {
  private static let moment = Moment(milliseconds: 1_772_352_000_000)
  private static let usual = ["longitude", "lon", "lng", "long", "x", "经度"]

  /// Every fact with what the command line says of it in English.
  static let said: [(any Error, String)] = [
    (
      IndexFault.nothingActive(net: "base", store: "gewu.sqlite"),
      "no generation of boundaries is active in gewu.sqlite; "
        + "load one with `gewu grids load FILE --level … --code … --activate`"
    ),
    (
      IndexFault.nothingActive(net: "school", store: "gewu.sqlite"),
      "no generation of the net school is active; "
        + "load one with `gewu grids load FILE --net school --level … --code … --activate`"
    ),
    (
      IndexFault.nothingActiveThen(date: "2026-01-31"),
      "no generation of boundaries was active at 2026-01-31; "
        + "`gewu grids list` shows when each was"
    ),
    (IndexFault.noCells(generation: 3), "generation 3 has no cells"),
    (
      IndexFault.noLevel("yard", known: ["street", "grid"], withCells: true),
      "there is no level 'yard' with cells; the levels are street, grid"
    ),
    (
      IndexFault.noLevel("yard", known: ["street", "grid"]),
      "there is no level 'yard'; the levels are street, grid"
    ),
    (
      IndexFault.noCell(code: "G1", level: "grid", generation: 2, net: "base"),
      "there is no cell G1 on level grid in generation 2 of the net base"
    ),
    (
      IndexFault.noCell(code: "G1", level: nil, generation: 2, net: "base"),
      "there is no cell G1 in generation 2 of the net base"
    ),
    (
      IndexFault.noCell(
        code: "G1", level: nil, generation: 2, net: "base",
        retired: RetiredCell(
          level: "grid", name: nil, generation: 1, until: moment,
          now: [RetiredCell.Heir(code: "G7", name: nil, share: 0.75)])),
      "there is no cell G1 in generation 2 of the net base; until \(moment) there was one on level "
        + "grid (generation 1); there now: G7 (75%)"
    ),
    (
      GapFault.noGap(longitude: 1, latitude: 2, generation: 3, cell: "a"),
      "1.0 2.0 is in cell a of generation 3, not in a gap; `gewu grids check` lists the gaps"
    ),
    (
      GapFault.noGap(longitude: 1, latitude: 2, generation: 3, cell: nil),
      "1.0 2.0 is outside generation 3, not in a gap that its cells enclose; "
        + "`gewu grids check` lists the gaps"
    ),
    (GapFault.accepted(2, name: nil), "this gap is accepted already: 2"),
    (
      GapFault.noSuchGap(4, net: "base"),
      "the net base has no accepted gap 4; `gewu grids accept --list` lists them"
    ),
    (
      CellLoss(generation: 2, level: "grid", gone: 39, before: 40, limit: 0.5),
      "generation 2 would retire 39 of the 40 cells of level grid, 98% of the current ones, more "
        + "than the limit of 50%; nothing was changed; is the file complete? if the cells are to go, "
        + "allow it with --max-shrink 98%"
    ),
    (
      IndexFault.ambiguousCode("1", levels: ["street", "grid"]),
      "1 names a cell on the levels street, grid; name the level too"
    ),
    (
      GenerationFault.noGeneration(9),
      "there is no generation 9; `gewu grids list` shows the existing ones"
    ),
    (
      GenerationFault.nothingLoaded,
      "no boundaries are loaded yet; load some with `gewu grids load`"
    ),
    (
      GenerationFault.notPreparing(1, status: "retired"),
      "generation 1 is retired; only the one being prepared can be activated"
    ),
    (
      GenerationFault.tooEarly(active: 1, since: moment),
      "generation 1 has been active since 2026-03-01T08:00:00.000Z; "
        + "name a later moment with --at"
    ),
    (
      GenerationFault.notTheNewest(1, status: "retired", newest: 2, newestStatus: "active"),
      "generation 1 is retired, and 2 is active; repair that one"
    ),
    (
      GenerationFault.ofOtherNet(3, "police", asked: "base"),
      "generation 3 is of net police, not of base; name that net, or one of its generations"
    ),
    (
      GenerationFault.ofTwoNets(1, "base", 3, "police"),
      "generation 1 belongs to the net base, generation 3 to police; compare two of one net"
    ),
    (
      GridLoadFault.noLevel("cell", known: ["community", "grid"]),
      "there is no level 'cell'; the levels are community, grid"
    ),
    (
      GridLoadFault.parentsFromTwo,
      "a field and a table of parents exclude each other; give one of them; "
        + "the options are --parent and --parents"
    ),
    (
      GridLoadFault.repeatedCode("G00", features: 1, 4, file: "grid.geojson"),
      "code G00 stands in features 1 and 4 of grid.geojson; a code names one cell, so join its "
        + "parts with --merge or name another --code"
    ),
    (
      GridLoadFault.noReferenceSystem(file: "grid.shp"),
      "grid.shp does not say which reference system it is in; name it with --crs, for example "
        + "--crs EPSG:4490"
    ),
    (
      GridLoadFault.badBoundary(
        feature: 2, file: "grid.shp", code: "G00", .transform(.noDatabase)),
      "feature 2 of grid.shp (code G00): PROJ's database proj.db is not found; install the package "
        + "proj-data, or set PROJ_DATA"
    ),
    (
      GridLoadFault.badBoundary(feature: 2, file: "grid.shp", code: "G00", .atPole),
      "feature 2 of grid.shp (code G00): its boundary has a position or an edge at a pole, which has no "
        + "longitude; give it in degrees, with a position at the pole for each of its meridians"
    ),
    (
      GridLoadFault.partsNotJoined(
        code: "G00", feature: 2, file: "grid.shp", at: Coordinate(x: 116, y: 39.5)),
      "the parts of code G00 in grid.shp (the first is feature 2) cannot be joined without losing ground; "
        + "correct their rings near 116.0 39.5"
    ),
    (
      GridLoadFault.labelsAstray(file: "grid.dxf", unlabelled: 1, lost: ["001", "002"]),
      "grid.dxf has 1 areas without a label and 2 labels outside all areas, so labels may stand in "
        + "neighbouring cells; move them into their own: 001, 002; without --activate it is loaded to be "
        + "looked at; --allow-invalid leaves them out"
    ),
    (
      InvalidCoverage(report: report),
      "the coverage of generation 2 is invalid, and nothing was changed; "
        + "level grid: 2 gap, 1 overlap; see `gewu grids check`, repair the boundaries (load them "
        + "without --activate, then `gewu grids check --repair` joins what is within its --tolerance), or "
        + "accept them with --allow-invalid"
    ),
    (
      NotAMoment(text: "today"),
      "'today' is neither a date like 2026-01-31 nor a moment like 2026-01-31T08:00:00+08:00"
    ),
    (
      NamesNoNets(text: ","),
      "',' names no nets; give all, or names with commas like police,school"
    ),
    (
      DatasetFault.noDataset("lamps", known: [], nearest: nil),
      "there is no data set 'lamps'; none is imported yet; see `gewu import`"
    ),
    (
      DatasetFault.noDataset("lamps", known: ["lamp", "shop"], nearest: "lamp"),
      "there is no data set 'lamps'; did you mean lamp? `gewu datasets list` shows all 2"
    ),
    (
      DatasetFault.noDataset("x", known: ["lamp", "shop"], nearest: nil),
      "there is no data set 'x'; those imported are lamp, shop"
    ),
    (
      DatasetFault.noExposure("x", known: []),
      "there is no exposure 'x'; no imported data set declares one"
    ),
    (
      DatasetFault.noExposure("x", known: ["homes"]),
      "there is no exposure 'x'; the imported data sets declare homes"
    ),
    (
      DatasetFault.ambiguousExposure("homes", datasets: ["a", "b"]),
      "the data sets a, b declare the same exposure 'homes'; rename one of them in its manifest"
    ),
    (
      RosterFault.noSuchNorm("x", known: ["gulou", "pukou"]),
      "there is no norm 'x'; name a file, or one of gulou, pukou"
    ),
    (
      RosterFault.noNorm(net: "police", known: ["pukou"]),
      "nothing says by which norm the net 'police' is staffed; the norms are pukou; "
        + "name one with --norm, or `gewu nets set NET --roster NORM`"
    ),
    (
      ProfileFault.neverCounted(day: nil),
      "what cells have was never counted; count with `gewu profile count`"
    ),
    (
      ProfileFault.neverCounted(day: "2026-01-01"),
      "nothing was counted as of 2026-01-01 or a day before; count with `gewu profile count`"
    ),
    (ProfileFault.noCell("x", net: "base"), "net 'base' had no cell x when it was counted"),
    (ProfileFault.noLevel("x", known: ["a", "b"]), "there is no level 'x'; there are a, b"),
    (
      UseFault.neverJudged, "homes were never judged by their use; judge them with `gewu use judge`"
    ),
    (BatchFault.noBatch(9), "there is no batch 9; see `gewu batches list`"),
    (
      BatchFault.stagedNotPublished(4),
      "batch 4 is staged, not published; throw it away with `gewu batches discard 4`"
    ),
    (
      BatchFault.rolledBackAlready(1, at: moment),
      "batch 1 was rolled back already, at 2026-03-01T08:00:00.000Z; nothing was changed"
    ),
    (
      BatchFault.ofTwoDatasets(1, "lamp", 2, "shop"),
      "batch 1 is of lamp, batch 2 of shop; two batches of one data set are compared"
    ),
    (
      BatchFault.noStateAfterRollback(1, at: moment),
      "batch 1 was rolled back at 2026-03-01T08:00:00.000Z: there is no state after it to compare"
    ),
    (
      BatchFault.nothingToCompare(4),
      "batch 4 is staged, not published; there is nothing to compare"
    ),
    (
      ReportFault.badFields([
        .noChannel, .tooLong(field: "category", limit: 5), .hasNUL(field: "description"),
        .halfAPosition(true), .notFinite(field: "latitude"), .notAMoment("yesterday"),
      ]),
      "channel is missing; name where the report came from, such as hotline; "
        + "category is longer than 5 characters; shorten it; "
        + "description has a NUL character; leave it out; "
        + "longitude is missing beside the other one; give both or neither; "
        + "latitude is not a finite number; "
        + "reported_at 'yesterday' is not a time of RFC 3339, such as 2026-01-31T08:30:00+08:00"
    ),
    (
      ReportFault.badFields([.beyond(field: "latitude", degrees: "91", limit: 90)]),
      "latitude is 91, and no place is there; give degrees from -90 to 90"
    ),
    (
      ReportFault.badFields([.exchanged]),
      "longitude, latitude are exchanged: the position lies in the district only the other way round; "
        + "send them exchanged"
    ),
    (
      ReportFault.badFields([.notInSystem(crs: "EPSG:4527")]),
      "longitude, latitude are no place of EPSG:4527; check the numbers and crs"
    ),
    (
      ReportFault.badFields([
        .tooManyAttachments(7, limit: 6), .largeAttachments(limit: 8),
        .attachment(number: 1, .unknownType(known: ["image/png"])), .attachment(number: 2, .empty),
        .attachment(number: 3, .otherContent("image/png")),
        .attachment(number: 4, .longName(limit: 200)), .attachment(number: 5, .badName),
      ]),
      "attachments are 7; at most 6 are taken, send the others with another report; "
        + "attachments have more than 8 bytes in all; make them smaller; "
        + "attachments[1] is of a type that is not taken; taken are image/png; "
        + "attachments[2] has no content; "
        + "attachments[3] does not begin as image/png does; say what it is in media_type; "
        + "attachments[4] has a name of more than 200 characters; shorten it; "
        + "attachments[5] has a control character, / or \\ in its name; leave it out"
    ),
    (
      ReportFault.keyUsed("k"),
      "the idempotency key 'k' was used for another report; send this one under a key of its own"
    ),
    (
      ReportFault.noReport("7"),
      "there is no report '7'; give the receipt, 26 letters and digits"
    ),
    (ReportFault.noAttachment(3), "the report has no attachment 3"),
    (
      ReportFault.emptyRange(from: "2026-03-02", to: "2026-03-01"),
      "the time from 2026-03-02 to 2026-03-01 ends before it begins; exchange the two"
    ),
    (
      ReportFault.noPage(before: "7"),
      "there is no report '7' to go on behind; give next of the previous page"
    ),
    (
      ReportFault.tooMany,
      "too many reports are waiting to be written; send it again in a few seconds"
    ),
    (
      ReportFault.badLimit(0, largest: 1_000), "limit is 0; give a number from 1 to 1000"
    ),
    (
      TableStreamError(table: "points.csv", fault: .empty), "points.csv: is empty; export it again"
    ),
    (
      TableStreamError(table: "points.csv", fault: .emptyHeader),
      "points.csv: the first line is empty; it must name the columns"
    ),
    (
      TableStreamError(table: "points.csv", fault: .unreadableHeader),
      "points.csv: the first line is not text in a known encoding; convert the table to UTF-8"
    ),
    (
      TableStreamError(table: "points.csv", fault: .nulByte),
      "points.csv: there is a NUL byte in it, so it is not text; export it again as CSV"
    ),
    (
      TableStreamError(table: "points.csv", fault: .taken("grid_code")),
      "points.csv: there is a column grid_code already; leave it out of the table first"
    ),
    (
      TableStreamError(
        table: "points.csv",
        fault: .unclearColumn(
          .longitude, wanted: nil, usual: usual, hits: 0,
          header: SeenHeadings(["id", "lat"], known: ["lat"], expected: 2))),
      "points.csv: no column with a usual name for the longitude (longitude, lon, lng, long, x, "
        + "经度); the columns are id, lat; name one with --lon"
    ),
    (
      TableStreamError(
        table: "points.csv",
        fault: .unclearColumn(
          .latitude, wanted: "n", usual: [], hits: 2,
          header: SeenHeadings(["n", "n"], known: ["n"], expected: 2))),
      "points.csv: 2 columns 'n'; the columns are n, n; name one with --lat"
    ),
    (
      TableStreamError(table: "points.csv", fault: .malformed(line: 3)),
      "points.csv: line 3: the quotes do not match; correct that line"
    ),
    (
      TableStreamError(table: "points.csv", fault: .tooManyFields(line: 3)),
      "points.csv: line 3 has more columns than are read (65,536); export those that are needed, or correct "
        + "the delimiter"
    ),
    (
      GridFileFault.malformed(.line(4, file: "tree.csv"), .textAfterQuote),
      "line 4 of tree.csv has text behind a closing quote; correct its quotes"
    ),
    (CancellationError(), "interrupted; the store is as it was before"),
  ]

  private static let report = GridCheckReport(
    generation: 2, valid: false,
    levels: [
      GridCheckReport.Level(level: "street", cells: 1, problems: [], notes: []),
      GridCheckReport.Level(
        level: "grid", cells: 3, problems: ["gap", "overlap", "gap"].map(problem), notes: []),
    ])

  private static func problem(_ kind: String) -> GridCheckReport.Problem {
    GridCheckReport.Problem(kind: kind, cells: [], at: [], area: 0, length: 0)
  }

  @Test(arguments: said.indices)
  func `say in English what the command line says`(index: Int) {
    let (error, sentence) = Self.said[index]

    let words = [Words.wording(of: error), Hints.hint(for: error)].compactMap(\.self).joined()

    #expect(words.english == sentence)
  }

  @Test(arguments: said.indices)
  func `say it in Chinese too`(index: Int) {
    let words = Words.wording(of: Self.said[index].0)

    #expect(words.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(words.chinese != words.english)
  }

  /// A command or an option in a sentence would reach callers of the service.
  @Test(arguments: said.indices)
  func `name no command and no option`(index: Int) {
    let words = Words.wording(of: Self.said[index].0)

    for text in [words.english, words.chinese] {
      #expect(!text.contains("gewu ") && !text.contains("--"), "\(text)")
    }
  }

  @Test func `name the file that cannot be written, and why in both languages`() {
    let words = Words.wording(
      of: OutputError.unwritable(path: "/nowhere/x.index", .system(ENOENT)))

    #expect(words.english.hasPrefix("/nowhere/x.index: cannot be written (No such file"))
    #expect(words.chinese.hasPrefix("/nowhere/x.index：无法写入（没有这个文件或目录）"))
  }
}
