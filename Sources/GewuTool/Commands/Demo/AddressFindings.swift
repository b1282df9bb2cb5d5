import DemoDistrict
import Gewu
import Words

/// What a store's register of addresses says of the rows of a demo district, held to the key of each row.
struct AddressFindings {
  /// What differs, a line each; empty where all is as it should be.
  private(set) var differences: [Wording] = []
  /// Nil where no address was looked up, or where all are sealed.
  private(set) var figures: DemoFigures.Addresses?

  /// At most so many rows in 100,000 are given a room that they are not of.
  private static let wrongRooms = 1.0
  /// At least this share of those whose true address is in the register are matched.
  private static let matched = 0.98

  init(_ library: KeyLibrary, in district: District) throws {
    let register = try district.registerTexts()
    guard !register.all.isEmpty else { return }
    var measure = AddressMeasure(register: register.all, fine: register.fine)
    var isOpen = false
    try district.forEachMatchedFile { file in
      guard file.rows.contains(where: { $0.entry != nil }),
        let truth = try library.read(file.file, { (address: $0.address, hasFault: $0.hasFault) })
      else { return }
      isOpen = true
      for row in file.rows {
        guard let key = truth[row.row] else { continue }
        measure.add(
          AddressMeasure.Answer(
            entry: row.entry, isSure: row.isSure, isFine: row.isFine, isRoom: row.isRoom),
          truth: key.address, hasFault: key.hasFault)
      }
    }
    guard isOpen else { return }
    figures = DemoFigures.Addresses(
      rows: measure.rows, inRegister: measure.inRegister, matched: measure.matched,
      wrong: measure.wrong, wrongRooms: measure.wrongRooms, finer: measure.finer)
    let most = Int((Double(measure.rows) * Self.wrongRooms / 100_000).rounded(.up))
    if measure.wrongRooms > most {
      differences.append(
        Notices.above(
          "addresses given a room that is not theirs", is: measure.wrongRooms, most: most))
    }
    let least = Int((Double(measure.inRegister) * Self.matched).rounded(.up))
    if measure.matched < least {
      differences.append(
        Notices.below("addresses of the register matched", is: measure.matched, least: least))
    }
  }
}
