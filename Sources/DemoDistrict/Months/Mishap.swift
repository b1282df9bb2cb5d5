import Datasets
import DemoTruth
import Tabular

/// What goes wrong with the file of a data set in a month.
enum Mishap {
  /// Two columns are exchanged in a stretch of rows.
  case exchange(ColumnExchange.Stretch)
  /// The file of the month before is sent once more under another name.
  case resent
  /// The file breaks off in the middle of a row, and is sent again whole.
  case cut
  /// The file breaks off so that it is none of its format, and is sent again whole.
  case truncated
  /// A new program gives columns other headings, and the file is sent again with the old ones.
  case renamed(FileLayout)

  /// Whether a second file of the month follows.
  var isCorrected: Bool {
    switch self {
    case .cut, .truncated, .renamed: true
    case .exchange, .resent: false
    }
  }
}

/// Which files something goes wrong with: a few each month, by draws keyed by month and data set.
///
/// The first month has exchanged columns only: its files are all taken.
struct MishapPlan {
  private let makers: [FileMaker]
  private let rows: [Int]
  private let manifests: ManifestFolder
  private let seed: UInt64
  /// By month, from 1, and the place of the data set.
  private(set) var mishaps: [[Int: Mishap]] = []

  init(_ makers: [FileMaker], rows: [Int], months: Int, _ manifests: ManifestFolder, seed: UInt64) {
    (self.makers, self.rows, self.manifests, self.seed) = (makers, rows, manifests, seed)
    for month in 1...months { mishaps.append(inMonth(month)) }
  }

  /// Those of one data set by their months.
  func mishaps(of index: Int) -> [Int: Mishap] {
    var all: [Int: Mishap] = [:]
    for (month, those) in mishaps.enumerated() { all[month + 1] = those[index] }
    return all
  }

  /// How many files of a kind there are in a month.
  private static let most = 2

  private func inMonth(_ month: Int) -> [Int: Mishap] {
    var chosen: [Int: Mishap] = [:]
    choose("exchange", month, &chosen) { exchange($0, month, &$1) }
    guard month > 1 else { return chosen }
    choose("cut", month, &chosen) { index, _ in isCut(index) ? .cut : nil }
    choose("truncated", month, &chosen) { index, _ in
      makers[index].plan.form == .xlsx && isCorrectable(index) ? .truncated : nil
    }
    if month > 2 { choose("renamed", month, &chosen) { renamed($0, &$1) } }
    choose("resent", month, &chosen) { index, _ in isResent(index, month) ? .resent : nil }
    return chosen
  }

  private func choose(
    _ kind: String, _ month: Int, _ chosen: inout [Int: Mishap],
    _ mishap: (Int, inout Draw) -> Mishap?
  ) {
    let draws = makers.map { maker in
      Draw(Draw.stream(seed, "mishap.\(kind).\(maker.plan.manifest.dataset)"), month)
    }
    let order = draws.map { draw in
      var draw = draw
      return draw.next()
    }
    var count = 0
    for index in makers.indices.sorted(by: { (order[$0], $0) < (order[$1], $1) }) {
      var draw = draws[index]
      _ = draw.next()
      guard count < Self.most, chosen[index] == nil, makers[index].plan.manifest.isEnabled,
        let mishap = mishap(index, &draw)
      else { continue }
      chosen[index] = mishap
      count += 1
    }
  }

  /// In later months only of lists that have all rows: a list of changes has few of a stretch.
  private func exchange(_ index: Int, _ month: Int, _ draw: inout Draw) -> Mishap? {
    let manifest = makers[index].plan.manifest
    guard makers[index].plan.form.isText, month == 1 || manifest.load.retires,
      manifest.maximumErrors == nil
    else { return nil }
    // A third of the refused rows that are allowed.
    let most = min(30, Int(Double(rows[index]) * (manifest.maximumErrorRate ?? 0.1) / 3))
    return ColumnExchange(makers[index]).stretch(of: rows[index], atMost: most, &draw)
      .map(Mishap.exchange)
  }

  private func isCut(_ index: Int) -> Bool {
    let manifest = makers[index].plan.manifest
    // The half of the row that is left must not be blank.
    let isRequired = manifest.fields.prefix(manifest.fields.count / 2 - 1)
      .contains(where: \.constraints.isRequired)
    return makers[index].plan.form.isText && manifest.load.retires && rows[index] >= 40
      && isRequired && isCorrectable(index)
  }

  private func renamed(_ index: Int, _ draw: inout Draw) -> Mishap? {
    let plan = makers[index].plan
    guard !plan.form.hasGeometry, plan.manifest.dialect.headerRows.count == 1,
      [.exact, .equal, .subset].contains(plan.manifest.fieldsMatch), isCorrectable(index)
    else { return nil }
    return makers[index].layout.renamed(&draw).map(Mishap.renamed)
  }

  private func isResent(_ index: Int, _ month: Int) -> Bool {
    let form = makers[index].plan.form
    guard form.isText || form.isWorkbook || form == .geojson,
      mishaps[month - 2][index]?.isCorrected != true
    else { return false }
    return isClaimed(makers[index].plan.name(month: month - 1, suffix: Self.resent))
  }

  private func isCorrectable(_ index: Int) -> Bool {
    isClaimed(makers[index].plan.name(month: 2, suffix: Self.corrected))
  }

  /// Whether one manifest, and no other, names a file.
  private func isClaimed(_ name: String) -> Bool {
    manifests.manifests.count { $0.matches(fileName: name) } == 1
  }

  /// What stands behind the name of a file that is sent again.
  static let resent = "_重发"
  /// What stands behind the name of a file that is sent again as it should be.
  static let corrected = "_重报"
}
