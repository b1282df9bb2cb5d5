import Datasets
import DemoTruth
import Files
import Foundation
import Tabular

/// The files of one data set, month after month, with what goes wrong with them.
struct DatasetFiles {
  /// What a month's files come to.
  struct Delivery {
    var files: [FileKey] = []
    var refused: [RefusedFile] = []
    /// Where its rows are posts.
    var rosters: [RosterKey] = []
  }

  private let maker: FileMaker
  private let mishaps: [Int: Mishap]
  private let writers: FormatWriters
  /// The folder of a month's files; nil where none are wanted.
  private let folder: (Int) -> String?
  /// What takes the key of a month's rows.
  private let sinks: [Int: [any KeySink]]
  private var walk: MonthWalk
  /// Whether the store took the last month's file.
  private var isLastTaken = false

  init(
    _ maker: FileMaker, months: Int, mishaps: [Int: Mishap], writers: FormatWriters,
    sinks: [Int: [any KeySink]], folder: @escaping (Int) -> String?
  ) {
    (self.maker, self.mishaps, self.writers, self.folder) = (maker, mishaps, writers, folder)
    self.sinks = sinks
    walk = MonthWalk(maker, months: months)
  }

  /// Makes a month's files; the months come one after the other from the first.
  mutating func send(month: Int) throws -> Delivery {
    var delivery = Delivery()
    if case .resent? = mishaps[month], isLastTaken {
      let name = maker.plan.name(month: month - 1, suffix: MishapPlan.resent)
      delivery.refused.append(
        RefusedFile(
          name, dataset: maker.plan.manifest.dataset, .alreadyImported,
          copyOf: maker.plan.name(month: month - 1)))
    }
    let name = maker.plan.name(month: month)
    let corrected = maker.plan.name(month: month, suffix: MishapPlan.corrected)
    var task = MonthWalk.Task(month: month, file: name)
    isLastTaken = false
    switch mishaps[month] {
    case .cut:
      let lines = try walk.lines(task)
      if lines >= 10 {
        var draw = Draw(maker.monthStream &+ 2, month)
        task.cut = lines * draw.number(40...80) / 100
        delivery.add(try walk.send(task, to: output([(name, maker.layout)], month)), isLast: false)
        (task.cut, task.file) = (nil, corrected)
      }
      delivery.add(try walk.send(task, to: output([(task.file, maker.layout)], month)))
    case .truncated:
      task.file = corrected
      let result = try walk.send(task, to: output([(corrected, maker.layout)], month))
      delivery.add(result)
      guard result.isTaken else { break }
      if let folder = folder(month) {
        try Self.writeHalf(of: "\(folder)/\(corrected)", as: "\(folder)/\(name)")
      }
      delivery.refused.append(
        RefusedFile(name, dataset: maker.plan.manifest.dataset, .truncated))
    case .renamed(let layout):
      task.file = corrected
      let targets = [(corrected, maker.layout), (name, layout)]
      let result = try walk.send(task, to: output(targets, month))
      delivery.add(result)
      guard result.isTaken else { break }
      let fields = layout.renamed.map { maker.plan.manifest.fields[$0].name }
      delivery.refused.append(
        RefusedFile(
          name, dataset: maker.plan.manifest.dataset, .columnsMissing, columns: fields))
    case .exchange(let stretch):
      task.exchange = stretch
      try sendPlain(task, &delivery)
    case .resent, nil: try sendPlain(task, &delivery)
    }
    delivery.rosters = walk.rosterKeys(month: month)
    return delivery
  }

  /// Sends one file, and once more with the next month's where that has it again.
  private mutating func sendPlain(
    _ task: MonthWalk.Task, _ delivery: inout Delivery
  ) throws {
    var copy: String?
    if case .resent? = mishaps[task.month + 1], let folder = folder(task.month + 1) {
      copy = "\(folder)/\(maker.plan.name(month: task.month, suffix: MishapPlan.resent))"
    }
    let own = folder(task.month).map { "\($0)/\(task.file)" }
    let targets = [own ?? copy].compactMap(\.self).map {
      FileOutput.Target(path: $0, layout: maker.layout)
    }
    let output =
      targets.isEmpty
      ? nil
      : FileOutput(
        maker, targets, month: task.month, writers: writers,
        sinks: own == nil ? [] : sinks[task.month] ?? [])
    let result = try walk.send(task, to: output)
    delivery.add(result)
    isLastTaken = result.isTaken
    guard let copy else { return }
    if let own, isLastTaken {
      try Self.write(try FileBytes.array(at: own)[...], to: copy)
    } else if own == nil, !isLastTaken {
      try? FileManager.default.removeItem(atPath: copy)
    }
  }

  private func output(_ files: [(name: String, layout: FileLayout)], _ month: Int) -> FileOutput? {
    folder(month).map { folder in
      FileOutput(
        maker,
        files.map { FileOutput.Target(path: "\(folder)/\($0.name)", layout: $0.layout) },
        month: month, writers: writers, sinks: sinks[month] ?? [])
    }
  }

  /// Writes the first three fifths of a file's bytes into another one.
  private static func writeHalf(of path: String, as name: String) throws {
    let bytes = try FileBytes.array(at: path)
    try write(bytes.prefix(bytes.count * 3 / 5), to: name)
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to path: String) throws {
    let file = try FileWriter(path: path, sparing: .none)
    try file.write(Array(bytes))
    try file.finish()
  }
}

extension DatasetFiles.Delivery {
  /// - Parameter isLast: whether no other file of the month follows, so that the cells are those that its
  ///   rows are in afterwards.
  fileprivate mutating func add(_ result: MonthWalk.Result, isLast: Bool = true) {
    switch result {
    case .taken(var key):
      if !isLast { key.cells = nil }
      files.append(key)
    case .refused(let file): refused.append(file)
    case .none: break
    }
  }
}
