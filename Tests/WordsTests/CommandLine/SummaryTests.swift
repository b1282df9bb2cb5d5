import Intake
import Foundation
@testable import Gewu
import Testing
import Warehouse
import Words

/// What a command says of its work, from reports as its JSON has them.
@Suite struct `A summary` {
  private func report<Report: Decodable>(_ json: String) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(json.utf8))
  }

  @Test func `of an import balances in both languages`() throws {
    var report = ImportReport(dataset: "lamp", file: "lamps.csv", status: .published)
    (report.batch, report.read, report.inserted, report.quarantined) = (3, 4, 3, 1)
    (report.attached, report.unattached, report.seconds) = (2, 1, 0.25)
    report.reasons = ["required": 1, "not-allowed": 2]

    #expect(
      report.summary.english == """
        lamps.csv → lamp: published as batch 3
          4 read = 3 inserted + 0 updated + 0 unchanged + 0 duplicate + 1 quarantined + 0 blank
          2 attached, 1 unattached, 0.2 s
          reasons: not-allowed 2, required 1
          see `gewu quarantine list --batch 3`
        """)
    #expect(
      report.summary.chinese == """
        lamps.csv → lamp：已发布为批次 3
          读取 4 = 新增 3 + 更新 0 + 未变 0 + 重复 0 + 问题 1 + 空行 0
          已落格 2、未落格 1、0.2 秒
          原因：not-allowed 2、required 1
          详见 `gewu quarantine list --batch 3`
        """)
  }

  @Test func `of a rollback names the later batches`() throws {
    let plan: RollbackReport = try report(
      """
      {"batch": 2, "dataset": "thing", "dry_run": true, "rolled_back": "2026-01-01T00:00:00Z",
       "inserted_reversed": 1, "updated_reversed": 0, "retired_reversed": 0, "kept": 1, "errors": 0,
       "entries_closed": 0, "entries_reopened": 0, "completed": [],
       "later_batches": [{"batch": 3, "file": "c.csv", "rows": 1}]}
      """)

    #expect(
      plan.summary.english == """
        batch 2 (thing) would be rolled back
          1 reversed (1 inserted, 0 updated, 0 retired), 1 kept, 0 in error
          1 of its rows were changed since by batch 3 (c.csv) and would stay as they are; roll \
        that one back first to take them back
        """)
    #expect(
      plan.summary.chinese == """
        批次 2（thing）将被撤回
          还原 1 行（新增 1，更新 0，注销 0），保留 1 行，异常 0 行
          其中 1 行后来被批次 3（c.csv）更改，将保持不变；如要一并撤回，请先撤回该批次
        """)
  }

  @Test func `of several attachments ends with the sums`() {
    var lamps = AttachReport(dataset: "lamp", generation: 2)
    (lamps.rows, lamps.changed, lamps.attached) = (5, 2, 5)
    var reports = AttachReport(dataset: nil, generation: 2)
    (reports.rows, reports.gained, reports.changed, reports.attached) = (3, 1, 1, 3)

    #expect(
      [lamps, reports].summary.english == """
        lamp: 5 looked at, 2 in another grid (0 had none, 0 have none now); 5 attached to \
        generation 2, 0 not
        reports: 3 looked at, 1 in another grid (1 had none, 0 have none now); 3 attached to \
        generation 2, 0 not
        in all: 8 looked at, 3 in another grid
        """)
    #expect([lamps, reports].summary.chinese.hasSuffix("\n合计：检查 8 行，3 行换了网格"))
    #expect([lamps].summary == lamps.summary)
  }

  @Test func `of two generations lists what is different`() throws {
    let diff: GridDiff = try report(
      """
      {"from": 1, "to": 2, "reports": {"examined": 0, "changed": 0, "pairs": []},
       "datasets": [{"dataset": "post", "examined": 16, "changed": 4,
                     "pairs": [{"from": "G10", "count": 1}]}],
       "levels": [{"level": "grid", "before": 16, "after": 14, "unchanged": 8,
                   "added": [{"code": "X", "area": 1500000}], "gone": [], "moved": [
                     {"code": "G1", "lost": 120, "won": 0, "share": 0.0125}],
                   "renamed": [{"code": "G2", "to": "New"}], "reparented": [],
                   "recoded": [{"code": "X21", "from": "G21"}]}]}
      """)

    #expect(
      diff.summary.english == """
        generation 1 → 2
        level grid: 16 → 14 cells: 1 added, 0 gone, 1 moved, 1 renamed, 0 under another cell, \
        1 with another code, 8 unchanged
          + X  1.500 km²
          ~ G1  lost 120 m², won 0 m², 1.25 % of it
          ~ G2  name none → New
          ~ G21 is now X21
        post: 4 of 16 with a place change hands
          G10 → no grid  1
        reports: 0 of 0 with a place change hands
        """)
    #expect(diff.summary.chinese.contains("\n  ~ G1  失去 120 m²，得到 0 m²，占 1.25 %\n"))
    #expect(diff.summary.chinese.contains("\n  G10 → 无网格  1\n"))
  }

  @Test func `of a load says how cells came to their parents, and what was left out`() throws {
    let load = GridLoadReport(
      generation: 1, level: "grid", cells: 4, skipped: [1],
      changes: try report(#"{"new": 4, "changed": 0, "unchanged": 0, "gone": 0}"#),
      parents: try report(#"{"field": 3, "table": 0, "containment": 1, "none": 0}"#),
      activated: true)

    #expect(
      load.summary.english == """
        level grid: 4 cells in generation 1: 4 new, 0 changed, 0 unchanged, 0 gone
        parents: 3 by field, 1 by the largest shared area
        left out: 1 features without code that are not surfaces (numbers 1)
        generation 1 is active; its coverage is valid
        """)
    #expect(load.summary.chinese.contains("\n上级单元：按字段 3、按最大公共面积 1\n"))
  }

  @Test func `of an index file says what is in it`() {
    let file: GridIndexFile? = try? report(
      """
      {"file": "g.index", "bytes": 9, "net": "base", "level": "grid", "cells": 16,
       "generation": 1, "srid": 4490, "coverage_valid": false}
      """)

    #expect(
      file?.summary.english == """
        g.index: 16 cells of the level grid (net base, generation 1), 9 bytes; positions in \
        EPSG:4490, longitude or easting first; the coverage is invalid, so a position may be in \
        more than one cell
        """)
    #expect(file?.summary.chinese.hasPrefix("g.index：层级 grid 的 16 个单元") == true)
  }
}
