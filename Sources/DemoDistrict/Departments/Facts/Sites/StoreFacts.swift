import DemoTruth

/// What can be read of the goods in emergency stores.
enum StoreFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.places[.store] = { sight, index in
      let store = stores(sight).stores[index]
      return store.premises >= 0 ? .premises(Int(store.premises)) : .building(Int(store.building))
    }
    table.steps = [
      "stock.store": (.store, { Int(stores($0).items[$1].store) }),
      "store.keeper": (.person, { Int(stores($0).keeper(of: $1, on: $0.day)) }),
    ]
    table.facts = [
      "store.code": { .text(stores($0).code(of: $1)) },
      "store.name": { .text(stores($0).stores[$1].name) },
      "stock.item": { .text(good($0, $1).name) },
      "stock.unit": { .text(good($0, $1).unit) },
      "stock.quantity": { .integer(stores($0).quantity(of: $1, on: $0.day)) },
      "stock.expiresOn": { .day(stores($0).expiresOn($1, on: $0.day)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "emb_material": RowRule(count: { $0.works.stores.items.count }) { _, _ in true }
  ]

  private static func stores(_ sight: Sight) -> EmergencyStores { sight.shared.works.stores }

  private static func good(_ sight: Sight, _ index: Int) -> EmergencyStores.Good {
    EmergencyStores.goods[Int(stores(sight).items[index].good)]
  }
}
