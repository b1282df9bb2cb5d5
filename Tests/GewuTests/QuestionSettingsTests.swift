import Datasets
import Gewu
import HotSpots
import Testing
import Words

/// A question in a file.
@Suite struct QuestionSettingsTests {
  private static let everything = HotSpotQuestion(
    Question(
      .dataset("theft"), categories: ["a \"quoted\" one", "灯: yes"], from: "2026-01",
      to: "2026-02-28", zone: "Asia/Shanghai", net: "police", level: "beat", exposure: "residents",
      batch: 7, generation: 3),
    permutations: .fixed(99), seed: .max, fdr: .none, islands: .nearest, k: 20)

  @Test(arguments: [
    everything, HotSpotQuestion(Question(.reports)), HotSpotQuestion(dataset: "no"),
  ])
  func `what is written is read again as the same question`(question: HotSpotQuestion) throws {
    let read = try QuestionSettings(yaml: question.yaml, path: "q.yaml").question()

    #expect(read == question)
    #expect(read.yaml == question.yaml)
  }

  @Test func `a file may say little, one category or none, and nothing at all`() throws {
    let little = try QuestionSettings(yaml: "of: theft\ncategory: lamp\n", path: "q").question()

    #expect(little == HotSpotQuestion(dataset: "theft", categories: ["lamp"]))
    #expect(try QuestionSettings(yaml: "# nothing\n", path: "q") == QuestionSettings())
    #expect(throws: HotSpotFault.noSource) { try QuestionSettings().question() }
  }

  @Test func `what is given goes before what a file says, and its source is given as a whole`()
    throws
  {
    let file = try QuestionSettings(
      yaml: "of: theft\ncategory: [a, b]\nfrom: 2026-01\nseed: 4\n", path: "q.yaml")
    var given = QuestionSettings()
    given.source = .reports
    given.categories = ["c"]
    given.to = "2026-03"

    let question = try given.filled(from: file).question()

    #expect(
      question
        == HotSpotQuestion(
          Question(.reports, categories: ["c"], from: "2026-01", to: "2026-03"), seed: 4))
    given.dataset = "lamp"
    #expect(throws: HotSpotFault.datasetBesideReports("lamp")) { try given.question() }
  }

  @Test(arguments: [
    ("categroy: a", "q.yaml:1: categroy: unknown key `categroy`; did you mean `category`?"),
    ("of: theft\nmethod: kde", "q.yaml:2: method: `kde` is not one of gi-star"),
    ("source: both", "q.yaml:1: source: `both` is not one of dataset, reports"),
    (
      "permutations: 1000000",
      "q.yaml:1: permutations: `1000000` is not one of adaptive, 0 … 999999"
    ),
    ("seed: -1", "q.yaml:1: seed: `-1` is not one of 0 … 18446744073709551615"),
    ("batch: 0", "q.yaml:1: batch: `0` is not one of 1 …"),
    ("level: ''", "q.yaml:1: level: must not be empty"),
    ("from: [2026-01]", "q.yaml:1: from: must be text"),
    ("- of", "q.yaml:1: must be a mapping of keys (source, of, category, from, …)"),
  ])
  func `a file that says something else is told where`(yaml: String, message: String) {
    let error = #expect(throws: DatasetsError.self) {
      try QuestionSettings(yaml: yaml, path: "q.yaml")
    }

    let wording = error.map { Words.wording(of: $0) }
    #expect(wording?.english == message)
    #expect(wording?.chinese.hasPrefix("q.yaml:") == true)
  }

  @Test(arguments: ["of: a\nof: b\n", "of: [", "of: a: b"])
  func `a file that is not YAML, or has a setting twice, is refused`(yaml: String) {
    #expect(throws: DatasetsError.self) { try QuestionSettings(yaml: yaml, path: "q.yaml") }
  }
}
