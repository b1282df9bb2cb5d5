import Datasets
import DemoSupport
import DemoTruth
import Foundation
import Testing

@testable import DemoDistrict

/// What a district sends month after month.
@Suite struct `The months of the files` {
  private func maker(_ dataset: String, months: Int, form: Int = 0) throws -> FileMaker {
    let manifest = try Repository.manifests().manifest(dataset: dataset)
    let plan = FilePlan(manifest, rows: 400, number: form)
    return try FileMaker(plan, view: try SharedLists.small.view(dataset, 400, month: months))
  }

  @Test func `a month's name has its year`() throws {
    #expect(FilePlan.name("aid_20*.csv", month: 1) == "aid_202606.csv")
    #expect(FilePlan.name("救助?_*.csv", month: 7) == "救助1_202612.csv")
    #expect(FilePlan.name("aid_20*.csv", month: 8) == "aid_202701.csv")
    #expect(TruthCalendar.day(ofMonth: TruthCalendar.months) == TruthCalendar.last)
  }

  @Test func `the same month comes whichever others are made with it`() throws {
    let files = FileManager.default
    let folder = try Repository.folderOfTwo("months")
    defer { try? files.removeItem(at: folder) }
    let make = { (months: ClosedRange<Int>, name: String) in
      try DemoDistrict(seed: 5, rowsPercent: 1, months: months).make(
        into: folder.appending(path: name).path,
        manifestsAt: folder.appending(path: "Importers").path, truth: SharedTruths.truth)
    }

    let all = try make(1...3, "all")
    let last = try make(3...3, "last")

    #expect(all.count == 3 && last == [all[2]])
    let names = try files.contentsOfDirectory(atPath: folder.appending(path: "last/files-3").path)
    #expect(names.count >= 2)
    for name in names {
      let contents = ["all", "last"].map {
        files.contents(atPath: folder.appending(path: "\($0)/files-3/\(name)").path)
      }
      #expect(contents[0] == contents[1], "\(name)")
    }
  }

  @Test func `a row may have several faults, each in a field of its own`() throws {
    let maker = try maker("psb_household", months: 1)
    var several = 0
    for number in 0..<60_000 {
      let faults = maker.firstFaults(number)
      guard faults.count > 1 else { continue }
      several += 1
      #expect(Set(faults.map(\.field)).count == faults.count)
      #expect(!faults.contains { $0.kind.isOfShape || $0.kind.isRepeat })
    }
    #expect(several > 20)
  }

  @Test func `exchanged columns are refused by their types, or taken with both values wrong`()
    throws
  {
    let maker = try maker("psb_household", months: 1)
    let fields = maker.plan.manifest.fields
    let pairs = ColumnExchange(maker).pairs
    #expect(!pairs.isEmpty)
    for (text, other) in pairs {
      let stretch = ColumnExchange.Stretch(rows: 0..<50, text: text, other: other)
      for number in 0..<50 {
        let row = maker.faults.maker.row(number, month: 1)
        guard let line = maker.exchanged(row, number, stretch) else { continue }
        let good = maker.good(row, number, writes: true)
        #expect(line.cells[text] == good.cells[other] && line.cells[other] == good.cells[text])
        #expect(line.line.key == good.line.key)
        if fields[other].type == .string {
          #expect(line.line.outcome.reasons.isEmpty)
          #expect((line.line.content == good.line.content) == (line.cells == good.cells))
        } else {
          #expect(line.line.outcome.reasons.contains("type-\(fields[other].type.rawValue)"))
        }
      }
    }
  }

  @Test func `new headings are none that the manifest knows`() throws {
    let layout = try maker("psb_household", months: 1).layout
    var draw = Draw(1, 1)
    let renamed = try #require(layout.renamed(&draw))
    #expect(!renamed.renamed.isEmpty)
    for index in renamed.renamed {
      #expect(renamed.headings[index] != layout.headings[index])
      #expect(!layout.manifest.fields.contains { $0.isNamed(renamed.headings[index]) })
    }
  }

  @Test func `a list of changes has only what is new, changed or repaired`() throws {
    let maker = try maker("psb_float_pop", months: 4)
    var walk = MonthWalk(maker, months: 4)
    var reads: [Int] = []
    for month in 1...4 {
      let result = try walk.send(MonthWalk.Task(month: month, file: "\(month).csv"), to: nil)
      guard case .taken(let key) = result else {
        Issue.record("month \(month): \(result)")
        continue
      }
      reads.append(key.read)
      #expect(key.retired == 0)
    }
    #expect(reads.first == 400)
    #expect(reads.dropFirst().allSatisfy { $0 > 0 && $0 < 200 })
  }
}
