import DemoTruth
import Tabular

/// What was put into the district so that a method can be proved on it, a row each.
struct PlantTable {
  static let columns = [
    PlainColumn("plant", .integer), PlainColumn("kind"), PlainColumn("persons"),
    PlainColumn("household", .integer), PlainColumn("dwelling", .integer),
    PlainColumn("meter"), PlainColumn("from", .date), PlainColumn("to", .date),
  ]

  let rows: [[TableCell]]

  /// How many there are of each kind.
  var counts: [String: Int] {
    rows.reduce(into: [:]) { $0[$1[1].text, default: 0] += 1 }
  }

  init(shared: SharedTruth) {
    var rows: [[TableCell]] = []
    for plant in shared.lives.people.plants {
      rows.append([
        .place(rows.count), .text("\(plant.kind)"),
        .list(plant.members.map { "\($0 + 1)" }),
        .place(plant.household < 0 ? nil : Int(plant.household)),
        .place(plant.dwelling < 0 ? nil : Int(plant.dwelling)), .empty, .empty, .empty,
      ])
    }
    for (name, book) in [("water", shared.truth.water), ("power", shared.truth.power)] {
      for plant in book.plants {
        let account = book.accounts[Int(plant.account)]
        rows.append([
          .place(rows.count), .text("\(plant.kind)"), .empty, .empty,
          .place(account.kind == .firm ? nil : Int(account.place)),
          .text("\(name):\(plant.account + 1)"), .day(plant.from), .day(plant.to),
        ])
      }
    }
    self.rows = rows
  }
}
