import Testing

@testable import Subjects

/// Cases in which a wrong merge would do harm: none may happen.
struct PlantedCaseTests {
  @Test func `twins with names of their own stay two, at one address and with one phone`() throws {
    let rows = [
      TestRow(
        "health", "1",
        ["full_name": "陈晨", "birth_date": "20150601", "phone": "13900000001", "dwelling": "d1"]),
      TestRow(
        "health", "2",
        ["full_name": "陈曦", "birth_date": "20150601", "phone": "13900000001", "dwelling": "d1"]),
    ]
    let people = try assembled(rows)
    #expect(people.membership == [["health/1"], ["health/2"]])
  }

  @Test func `father and son of one name stay two in one household`() throws {
    let rows = [
      TestRow(
        "police", "1",
        [
          "full_name": "李强", "resident_id": People.number("19600101", 11), "household": "h1",
          "dwelling": "d1",
        ]),
      TestRow(
        "police", "2",
        [
          "full_name": "李强", "resident_id": People.number("19850203", 13), "household": "h1",
          "dwelling": "d1",
        ]),
      TestRow("health", "3", ["full_name": "李强", "birth_date": "19850203", "dwelling": "d1"]),
      TestRow("health", "4", ["full_name": "李强", "phone": "13900000001", "dwelling": "d1"]),
    ]
    let people = try assembled(rows)
    #expect(people.membership == [["health/3", "police/2"], ["health/4"], ["police/1"]])
  }

  @Test func `a masked number is its own with a phone or a home, not father's nor a namesake's`()
    throws
  {
    let father = People.number("19600101", 11)
    let son = People.number("19850203", 13)
    let masked = String(son.prefix(6)) + "********" + String(son.suffix(4))
    let rows = [
      TestRow("police", "1", ["full_name": "李强", "resident_id": father, "dwelling": "d1"]),
      TestRow(
        "police", "2",
        ["full_name": "李强", "resident_id": son, "dwelling": "d1", "phone": "13900000001"]),
      TestRow(
        "health", "3", ["full_name": "李强", "masked_id": masked, "phone": "13900000001"]),
      TestRow("health", "4", ["full_name": "李强", "masked_id": masked]),
      TestRow("health", "5", ["full_name": "李刚", "masked_id": masked, "phone": "13900000001"]),
    ]
    let people = try assembled(rows)
    #expect(
      people.membership == [["health/3", "police/2"], ["health/4"], ["health/5"], ["police/1"]])
  }

  @Test func `three hundred people of one name and one birth date stay three hundred`() throws {
    let rows = (0..<300).map { index in
      TestRow(
        "police", "\(index)",
        [
          "full_name": "张伟", "resident_id": People.number("19900101", index * 2 + 1),
          "dwelling": "d\(index)",
        ])
    }
    let people = try assembled(rows)
    #expect(people.count == 300)
    #expect(people.review.isEmpty)
  }

  @Test func `co-tenants at one address and a collective household of 400 stay apart`() throws {
    var rows = (0..<400).map { index in
      TestRow(
        "police", "c\(index)",
        [
          "full_name": "工人\(index)", "resident_id": People.number("19900101", index),
          "household": "collective", "dwelling": "dormitory",
        ])
    }
    rows += (0..<5).map { index in
      TestRow(
        "floating", "t\(index)",
        [
          "full_name": "租客\(index)", "birth_date": "1990010\(index + 1)", "dwelling": "d1",
          "phone": "13900000001",
        ])
    }
    #expect(try assembled(rows).count == 405)
  }

  @Test func `a head of household who marries again is one, and the two partners are two`() throws {
    let head = People.number("19700101", 11)
    let rows = [
      TestRow(
        "police", "1",
        ["full_name": "王军", "resident_id": head, "household": "h1", "marital_status": "20"],
        effective: 100),
      TestRow(
        "health", "2",
        ["full_name": "王军", "resident_id": head, "household": "h2", "marital_status": "22"],
        effective: 200),
      TestRow(
        "police", "3",
        ["full_name": "赵敏", "resident_id": People.number("19710101", 22), "household": "h1"]),
      TestRow(
        "police", "4",
        ["full_name": "赵敏", "resident_id": People.number("19730101", 24), "household": "h2"]),
    ]
    let people = try assembled(rows)
    #expect(people.membership == [["health/2", "police/1"], ["police/3"], ["police/4"]])
    #expect(people.value("marital_status", of: rows[0]) == "22")
  }

  @Test func `an adopted child with a changed name is one if the former name is stated`() throws {
    let number = People.number("20180101", 31)
    let rows = [
      TestRow("police", "1", ["full_name": "刘安", "former_name": "孙小宝", "resident_id": number]),
      TestRow("health", "2", ["full_name": "孙小宝", "resident_id": number]),
      TestRow("school", "3", ["full_name": "刘安", "resident_id": number]),
    ]
    #expect(try assembled(rows).membership == [["health/2", "police/1", "school/3"]])
    let unstated = try assembled([rows[1], rows[2]])
    #expect(unstated.membership == [["health/2"], ["school/3"]])
    #expect(unstated.review.map(\.reason) == [.split(rule: "I1")])
  }

  @Test func `a borrowed number merges nobody, and the register's holder has the plain key`() throws
  {
    let number = People.number("19880808", 15)
    let rows = [
      TestRow("police", "1", ["full_name": "周海", "resident_id": number]),
      TestRow("health", "2", ["full_name": "吴江", "resident_id": number, "phone": "13900000002"]),
      TestRow("health", "3", ["resident_id": number]),
    ]
    let people = try assembled(rows)
    #expect(people.membership == [["health/2"], ["health/3"], ["police/1"]])
    #expect(
      people.review.map(\.reason) == [.split(rule: "I1"), .ambiguous(rule: "I1")])
    let alone = try assembled([rows[0]])
    #expect(people.subject(of: rows[0].address)?.key == alone.subject(of: rows[0].address)?.key)
    #expect(Set(people.subjects.map(\.key)).count == 3)
  }

  @Test func `a row without a name joins the only name of its number`() throws {
    let number = People.number("19880808", 15)
    let rows = [
      TestRow("police", "1", ["full_name": "周海", "resident_id": number]),
      TestRow("health", "2", ["resident_id": number]),
      TestRow("health", "3", ["full_name": "周?", "resident_id": number]),
      TestRow("health", "4", ["full_name": "　周 海", "resident_id": number.lowercased()]),
    ]
    #expect(
      try assembled(rows).membership == [["health/2", "health/3", "health/4", "police/1"]])
  }

  @Test func `one wrong digit in a number merges nobody`() throws {
    let right = People.number("19880808", 15)
    var wrong = Array(right)
    wrong[16] = wrong[16] == "5" ? "6" : "5"
    let other = People.number("19880809", 15)
    let rows = [
      TestRow("police", "1", ["full_name": "周海", "resident_id": right, "phone": "13900000002"]),
      TestRow(
        "health", "2", ["full_name": "周海", "resident_id": String(wrong), "phone": "13900000002"]),
      TestRow("health", "3", ["full_name": "周海", "resident_id": other, "phone": "13900000002"]),
    ]
    let people = try assembled(rows)
    #expect(people.membership == [["health/2"], ["health/3"], ["police/1"]])
    // The broken number is no number; name and phone propose, a different valid number forbids.
    #expect(people.review.map(\.reason) == [.candidate(rule: "I5"), .candidate(rule: "I5")])
  }

  @Test func `numbers of 15 and 18 digits are one person`() throws {
    let rows = [
      TestRow("police", "1", ["full_name": "郑和", "resident_id": "990101880808001"]),
      TestRow("health", "2", ["full_name": "郑和", "resident_id": People.number("19880808", 1)]),
    ]
    let people = try assembled(rows)
    #expect(people.membership == [["health/2", "police/1"]])
    #expect(people.value("resident_id", of: rows[0]) == "990101880808001")
  }

  @Test func `a masked number confirms name and birth date, and never merges alone`() throws {
    let number = People.number("19880808", 15)
    let masked = String(number.prefix(6) + "********" + number.suffix(4))
    let rows = [
      TestRow("police", "1", ["full_name": "周海", "resident_id": number]),
      TestRow("health", "2", ["full_name": "周海", "birth_date": "1988-08-08", "masked_id": masked]),
      TestRow("health", "3", ["full_name": "周江", "masked_id": masked]),
      TestRow(
        "health", "4",
        [
          "full_name": "周海", "birth_date": "1988-08-08", "dwelling": "d1",
          "masked_id": "990102********0011",
        ]),
    ]
    #expect(
      try assembled(rows).membership == [["health/2", "police/1"], ["health/3"], ["health/4"]])
  }

  @Test func `two pupils' numbers of one school table are two, unless one identity number says so`()
    throws
  {
    let number = People.number("20120101", 15)
    let base = ["full_name": "何文", "birth_date": "20120101", "dwelling": "d1"]
    let two = [
      TestRow("school", "1", base.merging(["student_number": "s1"]) { $1 }),
      TestRow("school", "2", base.merging(["student_number": "s2"]) { $1 }),
    ]
    let people = try assembled(two)
    #expect(people.membership == [["school/1"], ["school/2"]])
    #expect(people.review.contains { $0.reason == .refused(rule: "I3", forbiddenBy: "C4") })
    let one = two.map { row in
      var row = row
      row.values["resident_id"] = number
      return row
    }
    #expect(try assembled(one).membership == [["school/1", "school/2"]])
  }

  @Test(arguments: [("2", 2), ("1", 1), ("9", 1)])
  func `a gender that contradicts the number forbids`(gender: String, count: Int) throws {
    let number = People.number("19880808", 15)
    let rows = [
      TestRow("police", "1", ["full_name": "周海", "resident_id": number, "dwelling": "d1"]),
      TestRow(
        "health", "2",
        ["full_name": "周海", "birth_date": "19880808", "gender": gender, "dwelling": "d1"]),
    ]
    let people = try assembled(rows)
    #expect(people.count == count)
    #expect(people.review.isEmpty == (count == 1))
  }

  @Test func `what is not known is no evidence`() throws {
    let rows = (0..<10).map {
      TestRow("health", "\($0)", ["full_name": "周海", "phone": "0", "household": ""])
    }
    #expect(try assembled(rows).count == 10)
  }
}
