import Datasets
import DemoTruth
import Time

extension FieldMaker {
  /// The value of a row; coordinates are made by ``PlaceMaker``.
  func value(_ row: Int, _ subject: RowSubject, _ region: Region) -> DemoValue {
    var draw = Draw(stream, row)
    if gaps > 0, draw.happens(gaps) { return .none }
    switch meaning {
    case .serial: return serial(row, &draw)
    case .longitude, .latitude: return .none
    case .day: return .date(day(row, &draw))
    case .moment: return .moment(day(row, &draw), draw.below(36_000) + 28_800)
    case .year, .month: return period(row, &draw)
    case .integer: return .integer(whole(row, &draw))
    case .number: return amount(&draw)
    case .boolean: return .boolean(draw.below(100) < 30)
    case .code: return .text(code(row, &draw))
    case .allowed: return .text(allowed(row, &draw))
    case .pattern(let sampler): return .text(sampler.text(&draw))
    case .division(let level): return .text(region.code(of: region.cell(of: subject.place), level))
    case .divisionName(let level):
      return .text(region.name(of: region.cell(of: subject.place), level))
    default: return about(subject, region, &draw)
    }
  }

  /// Values that are about the people and organisations of the district.
  private func about(_ subject: RowSubject, _ region: Region, _ draw: inout Draw) -> DemoValue {
    let person = region.population.people[subject.person]
    switch meaning {
    case .personName: return clipped(region.name(subject.person))
    case .residentID: return .text(region.residentID(subject.person))
    case .birthDate: return .date(Day(number: Int(person.birth)))
    case .gender: return .text(person.isMale ? "1" : "2")
    case .age: return .integer(region.age(subject.person))
    case .residents: return .integer(region.population.residents[region.cell(of: subject.place)])
    case .households: return .integer(region.population.households[region.cell(of: subject.place)])
    case .kinship: return .text(person.role.kinship(isMale: person.isMale))
    case .otherName: return clipped(region.name(other(subject, region, &draw)))
    case .otherID: return .text(region.residentID(other(subject, region, &draw)))
    case .householdNumber:
      return clipped(region.ground.division.code + Digits.padded(Int(person.household), 8))
    case .mobile:
      return .text(
        PersonalNumber.mobile(
          subject.person + field.name.utf8.count, in: region.ground.division))
    case .phone:
      return .text(
        draw.below(3) == 0
          ? PersonalNumber.landline(draw.below(1_000_000), in: region.ground.division)
          : PersonalNumber.mobile(subject.person, in: region.ground.division))
    case .plate: return .text(PersonalNumber.plate(draw.below(240_000)))
    case .address: return clipped(region.address(of: subject.place).standard)
    case .organisationName, .creditCode, .organisationCode, .registrationNumber:
      return organisation(subject, region, &draw)
    case .estate: return clipped(region.estate(of: subject.place, &draw))
    case .road: return clipped(region.road(of: subject.place, &draw))
    default:
      let heading = field.titleChinese ?? field.title ?? field.name
      return clipped(Phrases.text(phrase, heading: heading, &draw))
    }
  }

  private func organisation(
    _ subject: RowSubject, _ region: Region, _ draw: inout Draw
  ) -> DemoValue {
    let one = subject.organisation ?? region.organisation("91", draw.below(9_000))
    switch meaning {
    case .organisationName: return clipped(one.name)
    case .creditCode: return .text(one.creditCode)
    case .organisationCode:
      return .text(
        String(
          decoding: PersonalNumber.organisation(kind: one.kind, index: one.index), as: UTF8.self))
    default:
      return .text(
        PersonalNumber.registration(index: one.index, region: region.ground.division.code))
    }
  }

  /// Somebody of the same household, or else anybody.
  private func other(_ subject: RowSubject, _ region: Region, _ draw: inout Draw) -> Int {
    guard subject.isHome else { return draw.below(region.population.people.count) }
    let members = region.population.members(
      Int(region.population.people[subject.person].household))
    return members.lowerBound + draw.below(members.count)
  }

  /// A day within the bounds of the field: of the last years, of the next ones where the field
  /// says until when something holds.
  private func day(_ row: Int, _ draw: inout Draw) -> Day {
    let least = field.constraints.minimum.flatMap(Self.date)
    let most = field.constraints.maximum.flatMap(Self.date)
    if let wheel {
      return (least ?? Day(number: 2016_01_01))
        .adding(days: row / wheel.stride % wheel.count)
    }
    let offset = isFuture ? draw.number(20...1_500) : -draw.number(0...364)
    var day = Population.today.adding(days: offset)
    if let least, day.number < least.number { day = least.adding(days: draw.below(300)) }
    if let most, day.number > most.number { day = most.adding(days: -draw.below(300)) }
    return day
  }

  private static func date(_ text: String) -> Day? {
    let digits = text.prefix(10).filter { $0.isASCII && $0.isNumber }
    guard digits.count == 8, let number = Int(digits) else { return nil }
    return Day(number: number)
  }

  private func period(_ row: Int, _ draw: inout Draw) -> DemoValue {
    let turn = wheel.map { row / $0.stride % $0.count }
    if case .year = meaning {
      let least = field.constraints.minimum.flatMap(Int.init) ?? 2001
      let most = min(field.constraints.maximum.flatMap(Int.init) ?? 2026, 2026)
      let year = turn.map { most - $0 } ?? draw.number(min(max(least, 2001), most)...most)
      return field.type == .integer ? .integer(year) : .text(String(year))
    }
    let month = (turn ?? draw.below(6)) % 60
    let (year, number) = (2026 - month / 12, 12 - month % 12)
    // The months that have passed, the latest first.
    let shifted = number > 6 ? (year - 1, number - 6) : (year, number)
    let isDashed = field.constraints.pattern?.utf8.contains(UInt8(ascii: "-")) == true
    return .text(
      "\(shifted.0)\(isDashed ? "-" : "")\(Digits.padded(shifted.1, 2))")
  }

  private func whole(_ row: Int, _ draw: inout Draw) -> Int {
    let least = bound(field.constraints.minimum) ?? 0
    let most = bound(field.constraints.maximum) ?? max(least, 0) + 400
    if let wheel { return least + row / wheel.stride % wheel.count }
    let span = max(0, min(most - least, 400))
    // Small numbers are more common.
    return least + min(draw.below(span + 1), draw.below(span + 1))
  }

  private func bound(_ text: String?) -> Int? {
    text.flatMap(Double.init).map { Int($0.rounded(.up)) }
  }

  private func amount(_ draw: inout Draw) -> DemoValue {
    let least = field.constraints.minimum.flatMap(Double.init) ?? 0
    let most = field.constraints.maximum.flatMap(Double.init) ?? least + 5_000
    let span = min(most - least, 5_000)
    return .decimal(Digits.decimal(least + span * draw.unit() * draw.unit(), places: 2))
  }

  private func code(_ row: Int, _ draw: inout Draw) -> String {
    guard let entries = field.codeTable?.entries, !entries.isEmpty else { return "" }
    if let wheel { return entries[row / wheel.stride % wheel.count % entries.count].code }
    // The first codes are the common ones.
    return entries[min(draw.below(entries.count), draw.below(entries.count))].code
  }

  private func allowed(_ row: Int, _ draw: inout Draw) -> String {
    let values = field.constraints.allowed
    if let wheel { return values[row / wheel.stride % wheel.count] }
    return values[min(draw.below(values.count), draw.below(values.count))]
  }

  /// A text cut to the longest that the field takes.
  private func clipped(_ text: String) -> DemoValue {
    guard let most = field.constraints.maximumLength, text.unicodeScalars.count > most else {
      return .text(text)
    }
    return .text(String(text.prefix(most)))
  }
}
