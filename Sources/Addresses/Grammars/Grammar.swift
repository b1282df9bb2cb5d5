/// How the addresses of a country or city are written.
///
/// Which words end names and numbers, what a number may be after what, and what each choice costs: a
/// value made from data; the parser knows no word.
///
/// Costs are tenths of a natural logarithm: 7 is one in two, 23 one in ten, 46 one in a hundred.
public struct Grammar: Sendable {
  /// Name of the grammar, such as "cn".
  public let name: String

  /// Whether words are letters with spaces between them.
  let wordsHaveSpaces: Bool
  /// Whether the part is written before the whole (flat, door, road, town).
  let partFirst: Bool
  let folding: Folding
  /// All words of the grammar, numbered as `roles`.
  let words: WordTrie
  let roles: [WordRole]
  /// Codes that a shape gives away, such as a postcode.
  let patterns: [CodePattern]
  /// Contexts, the first one where nothing but divisions has been read.
  let states: [GrammarState]
  let table: StateTable
  let forms: FormTable
  let costs: GrammarCosts
  /// What a division's full name may end with, longest first; what is left is its short form.
  let divisionSuffixes: [[UInt32]]
  /// Characters typed for others: form, then what is meant.
  ///
  /// Used to suggest, at a cost.
  let slips: [(typed: UInt32, meant: UInt32)]
  /// Settings of districts: costs added where the division's code begins with `code`.
  let districts: [DistrictSetting]
}

/// A context of the parser: the kind read last, with its variety (a market is another place than a
/// tower when a number follows).
struct GrammarState: Sendable {
  let name: String
  /// Nil at the start.
  let kind: ElementKind?
  /// Cost of a name that ends with a word of this state, by the scalars before that word; the last one
  /// holds for longer names, with `step` for each scalar more.
  var stems: [Int32]
  var step: Int32
  /// Whether a number may stand right before the word that ends the name (西4巷, 3村).
  var mayFollowNumber: Bool { kind.map { $0 <= .road && $0 >= .community } ?? false }
  /// Added to a number without a unit that is read as this: letters alone, 1, 2, 3, 4, 5 or more digits.
  var lengths: [Int32]
  /// The same for a number with the plain unit, the first one of the grammar.
  var plainLengths: [Int32]
}

/// What a word may be; a word can be several of these (巷 ends a name and a number).
struct WordRole: Sendable {
  /// State of a name that ends with it, -1 for none.
  var name: Int16 = -1
  /// Unit of a number that it follows, -1 for none.
  var unit: Int16 = -1
  /// Unit of a number that it stands before, -1 for none.
  var before: Int16 = -1
  /// State of a part that it names alone, -1 for none.
  var whole: Int16 = -1
  /// Part of a number's plate, before or after it (甲8号, 10甲).
  var isPlate = false
  /// Such a part that is often the end of a name as well (新12号).
  var isMark = false
  /// Says that a number is an ordinal and is dropped (第2栋).
  var isOrdinal = false
  /// Says that a floor is below the ground.
  var isBelow = false
  var isRemark = false
  var isJunk = false
  /// Names the country: the divisions begin after it, anew where some stand before it.
  var isCountry = false
  /// Says that a telephone number follows.
  var isPhone = false
}

/// The shape of a code: A a letter, 9 a digit, a space any number of spaces.
struct CodePattern: Sendable {
  let state: Int
  let classes: [ScalarClass]
}

struct DistrictSetting: Sendable {
  let code: [UInt8]
  let unit: Int
  let target: Int
  let cost: Int32
}

/// Costs that are no table's.
struct GrammarCosts: Sendable {
  /// A name without a word that ends it, then for each scalar.
  var bare: Int32 = 12
  var bareStep: Int32 = 2
  /// Added to such a name that ends with a word that ends names after all.
  var wordUnread: Int32 = 12
  /// A number inside a name, with and right before the word that ends it.
  var digitsInside: Int32 = 25
  var digitsBefore: Int32 = 5
  /// A numeral or a letter with a unit inside a name.
  var numeralInside: Int32 = 12
  /// A name that begins with a word that ends names.
  var suffixFirst: Int32 = 6
  /// A kind that comes before the one read last.
  var back: Int32 = 8
  /// A letter or another mark before or after a number.
  var plate: Int32 = 1
  /// The same for a word that often ends names.
  var mark: Int32 = 6
  /// The name of a town or village inside a longer name.
  var wordInside: Int32 = 5
  /// A name that is written twice.
  var repeated: Int32 = -2
  /// A part that is a whole word (东单元).
  var whole: Int32 = 2
  /// Digits left unused, names left unused (and for each scalar), junk.
  var unusedDigits: Int32 = 60
  var unusedName: Int32 = 40
  var unusedStep: Int32 = 2
  /// A number without a unit that a name follows without a space.
  var joined: Int32 = 6
  /// Numerals other than digits without a unit.
  var numeralBare: Int32 = 10
  /// Words about the place; three times as much for a single character.
  var remark: Int32 = 3
  /// Two numbers with a hyphen as a range, where the second is not a little larger.
  var fallingRange: Int32 = 20
  /// A division by its full name, by its short form, by that of a county (once more where its city is
  /// not written), written again, by a
  /// slip of the pen, and outside the division that is given.
  var full: Int32 = -4
  var short: Int32 = 2
  var shortAlone: Int32 = 5
  var again: Int32 = 3
  var slip: Int32 = 12
  var outside: Int32 = 25
  /// A division that contradicts those before it, which are then left unused.
  var contradiction: Int32 = 2
  /// How much more than the best a further reading may cost.
  var margin: Int32 = 30
}
