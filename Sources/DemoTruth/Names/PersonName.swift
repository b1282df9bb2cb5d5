/// The name of a person, as places in the tables of names: seven bytes instead of a text.
package struct PersonName: Sendable, Hashable {
  /// The place in `Surnames`; the greatest number until one is given.
  package var surname = UInt16.max
  /// Which table the given name is of: by decade of birth and sex, or one of the special ones; the
  /// greatest number until one is given.
  package var group = UInt8.max
  /// The place in that table.
  package var given: UInt16 = 0

  package init() {}

  /// The name as it is written.
  package var text: String { isOneWord ? givenText : Surnames.text(surname) + givenText }

  /// The given name alone.
  package var givenText: String { GivenNames.text(group: group, code: given) }

  /// The surname alone; empty where there is none.
  package var surnameText: String { isOneWord ? "" : Surnames.text(surname) }

  /// Whether the whole name is one text, such as 阿卜杜拉·买买提 or one in Latin letters.
  package var isOneWord: Bool { group >= GivenNames.firstWhole }

  /// 张 and 伟: the commonest name of the country.
  package static let zhangWei = PersonName(surname: "张", given: "伟", group: 8)

  /// A name by its texts, which must be in the tables.
  package init(surname: String, given: String, group: UInt8) {
    self.surname = Surnames.place(of: surname)
    self.group = group
    self.given = GivenNames.code(of: given, group: group)
  }
}
