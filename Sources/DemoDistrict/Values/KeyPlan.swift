import Datasets

/// Decides how the rows of a data set come to have different keys.
///
/// One field that is different in each row is enough: a running number, or a person, household or
/// organisation that has one row only. Where a key has only fields of few values (a community, a
/// year, an indicator), the rows are counted through their combinations like the wheels of a
/// counter.
struct KeyPlan {
  private(set) var kind = Register.Kind.any
  private(set) var capacity = Int.max
  private let region: Region
  private let manifest: Manifest
  private var wheels: [(field: Int, count: Int)] = []
  private var serials: [Int] = []

  init(_ manifest: Manifest, fields: [FieldMaker], region: Region) {
    self.region = region
    self.manifest = manifest
    let key = manifest.primaryKey.compactMap { name in
      manifest.fields.firstIndex { $0.name == name }
    }
    let alone = manifest.fields.indices.filter { manifest.fields[$0].constraints.isUnique }
    for field in alone { makeUnique([fields[field]]) }
    if !key.isEmpty, !key.contains(where: alone.contains) { makeUnique(key.map { fields[$0] }) }
  }

  /// Tells the fields of the key what they are.
  func assign(_ fields: inout [FieldMaker]) {
    for index in serials {
      fields[index].meaning = .serial
      fields[index].wheel = nil
    }
    var stride = 1
    for wheel in wheels {
      fields[wheel.field].wheel = (wheel.count, stride)
      stride *= wheel.count
    }
  }

  /// Makes one of these fields different in each row, or all of them together.
  private mutating func makeUnique(_ fields: [FieldMaker]) {
    for field in fields {
      switch field.meaning {
      case .residentID where kind == .any || kind == .people:
        kind = .people
        return
      case .householdNumber where kind == .any || kind == .households:
        kind = .households
        return
      case .creditCode where kind == .any || kind == .organisations:
        kind = .organisations
        capacity = min(capacity, 800_000)
        return
      case .registrationNumber where kind == .any || kind == .organisations:
        kind = .organisations
        return
      default: continue
      }
    }
    // A free text or a pattern with room for numbers.
    let free = fields.filter(Self.takesSerial).max { $0.serialCapacity < $1.serialCapacity }
    if let free, free.serialCapacity >= 10_000 || fields.count == 1 {
      serials.append(free.index)
      capacity = min(capacity, free.serialCapacity)
      return
    }
    var product = 1
    for field in fields {
      let count = wheelCount(field)
      guard count > 1 else { continue }
      wheels.append((field.index, count))
      product *= count
    }
    if product == 1, let first = fields.first {
      serials.append(first.index)
      product = first.serialCapacity
    }
    capacity = min(capacity, product)
  }

  private static func takesSerial(_ field: FieldMaker) -> Bool {
    switch field.meaning {
    case .pattern, .text, .integer, .personName, .otherName, .organisationName, .estate, .road,
      .address, .householdNumber, .mobile, .phone:
      field.field.checks.isEmpty && field.field.codeTable == nil
    default: false
    }
  }

  private func wheelCount(_ field: FieldMaker) -> Int {
    switch field.meaning {
    case .division(let level): region.count(of: level)
    case .code: field.field.codeTable?.entries.count ?? 1
    case .allowed: field.field.constraints.allowed.count
    case .gender: 2
    case .year: 20
    case .month: 36
    case .day: 3_000
    default: 1
    }
  }
}
