import Foundation
import Gewu
import Hummingbird
import Testing
import Words

@testable import Server

@Suite struct `Problem details` {
  @Test(arguments: [
    (FailureKind.invalid, 400), (.notFound, 404), (.conflict, 409), (.refused, 422),
  ])
  func `a failure of a use case has its status and keeps its words`(kind: FailureKind, status: Int)
  {
    struct Fault: UseCaseError, FaceError {
      let kind: FailureKind
      let wording = Wording("d", "z")
    }
    let problem = Problem(Fault(kind: kind))
    #expect(problem.status.code == status)
    #expect(problem.code == kind.rawValue)
    #expect(problem.words.detail == Wording("d", "z"))
    #expect(problem.words.title.english != problem.words.title.chinese)
  }

  @Test func `a fault of the service's own says nothing of its inside`() {
    struct Inside: Error { let path = "/home/someone/secret.sqlite" }
    let problem = Problem(Inside())
    #expect(problem.status == .internalServerError)
    #expect(!problem.words.detail.english.contains("secret"))
  }

  @Test func `the members are those of RFC 9457, and what is absent is left out`() throws {
    let response = Problem.invalid([FieldProblem("lon", FieldWords.missing)])
      .response(instance: "/v1/locate", in: .english)
    #expect(response.headers[.contentType] == "application/problem+json")
    #expect(response.headers[.contentLanguage] == "en")
    let body = ProblemBody(
      type: "urn:gewu:problem:x", title: "t", status: 400, detail: "d", detailChinese: "z",
      instance: "/", code: "x", errors: nil)
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(body))
    #expect(
      Set((object as? [String: Any] ?? [:]).keys)
        == ["type", "title", "status", "detail", "detail_zh", "instance", "code"])
  }

  @Test func `too much waiting work is refused, not queued without end`() async throws {
    let pool = BlockingPool(name: "test", width: 1, backlog: 1)
    let gate = DispatchSemaphore(value: 0)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          do {
            try await pool.run { gate.wait() }
            return true
          } catch is BlockingPool.Busy {
            gate.signal()  // the first that is turned away lets the others go
            return false
          }
        }
      }
      var done = 0
      for try await isDone in group {
        if isDone { done += 1 }
        gate.signal()
      }
      #expect((1...7).contains(done))
    }
  }
}
