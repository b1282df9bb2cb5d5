/// What a class of schools is called, by its class of GB/T 4754.
struct SchoolClass: Sendable {
  /// The first digit of the schools' codes.
  let digit: Int
  let kind: String

  static let all: [String: SchoolClass] = [
    "8310": SchoolClass(digit: 1, kind: "幼儿园"), "8321": SchoolClass(digit: 2, kind: "小学"),
    "8331": SchoolClass(digit: 3, kind: "初中"), "8334": SchoolClass(digit: 4, kind: "高中"),
  ]
}
