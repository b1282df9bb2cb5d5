import Datasets
import Foundation
import Testing

@testable import DemoDistrict

@Suite struct `The tables of sources` {
  @Test func `a term is a subject, steps and a fact`() throws {
    let term = try SourceTerm("person.job.employer.name", at: "here")
    #expect(term.head == .subject(.person))
    #expect(term.steps == ["job", "employer"])
    #expect(term.fact == "name")
    let count = try SourceTerm("count.registered(household)", at: "here")
    #expect(count.head == .count(over: "household"))
    #expect(count.fact == "registered")
    #expect(try SourceTerm("rule.lastYear", at: "here").head == .rule)
    #expect(try SourceTerm("row.updatedAt", at: "here").head == .row)
  }

  @Test(arguments: ["", "person", "persons.name", "person..name", "count.residents", ".name"])
  func `what is no term is refused with its place`(text: String) {
    let error = #expect(throws: DemoError.self) {
      try SourceTerm(text, at: "sources.csv:7")
    }
    #expect(error?.message.hasPrefix("sources.csv:7: '\(text)' is no term") == true)
  }

  @Test func `forms are read with their numbers`() throws {
    #expect(try SourceForm.all("code15 known:85", at: "") == [.code(zeros: 3), .known(85)])
    #expect(try SourceForm("masked:6+4:30", at: "") == .masked(front: 6, back: 4, percent: 30))
    #expect(try SourceForm("crs:EPSG:4549", at: "") == .crs("EPSG:4549"))
    #expect(try SourceForm("lag:180d", at: "") == .lag(days: 180))
    #expect(try SourceForm("asof:31-december", at: "") == .asOf(.december))
    #expect(try SourceForm("cut:building:10", at: "") == .cut(level: "building", percent: 10))
    #expect(try SourceForm("label:short", at: "") == .label("short"))
    let other = try SourceTerm("firm.name", at: "")
    #expect(try SourceForm("else:firm.name", at: "") == .otherwise(other))
  }

  @Test(arguments: ["plane", "lag:180", "known", "asof:never", "address:nice", "masked:6:30"])
  func `what is no form is refused`(text: String) {
    #expect(throws: DemoError.self) { try SourceForm(text, at: "here") }
  }

  @Test func `tables that are not there are asked for`() {
    let error = #expect(throws: DemoError.self) {
      try SourceTable(besideManifestsAt: "/nowhere/Importers")
    }
    #expect(error?.message.hasPrefix("/nowhere/GeoData/demo/rows.csv is not there") == true)
  }

  @Test func `every column of every data set has a term`() throws {
    let table = try Repository.sources()
    let manifests = try Repository.manifests()
    #expect(table.datasets.count == 151)
    #expect(table.columns.values.reduce(0) { $0 + $1.count } == 1_607)
    for dataset in table.datasets {
      let manifest = try manifests.manifest(dataset: dataset)
      #expect(manifest.fields.map(\.name) == table.columns[dataset]?.map(\.name), "\(dataset)")
    }
  }

  @Test func `every data set comes from the truth`() throws {
    let table = try Repository.sources()
    for dataset in table.datasets { #expect(table.unresolved(dataset) == [], "\(dataset)") }
    #expect(table.served == table.datasets)
  }
}
