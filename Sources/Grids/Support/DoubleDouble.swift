/// A number of about 106 significant bits: the unevaluated sum of two doubles.
///
/// T. J. Dekker, "A floating-point technique for extending the available precision",
/// Numerische Mathematik 18 (1971), DOI 10.1007/BF01397083.
struct DoubleDouble {
  var head: Double
  var tail: Double

  init(_ value: Double) {
    head = value
    tail = 0
  }

  private init(sum a: Double, _ b: Double) {
    head = a + b
    let part = head - a
    tail = (a - (head - part)) + (b - part)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let heads = DoubleDouble(sum: a.head, b.head)
    let tails = DoubleDouble(sum: a.tail, b.tail)
    let middle = DoubleDouble(sum: heads.head, heads.tail + tails.head)
    return DoubleDouble(sum: middle.head, middle.tail + tails.tail)
  }

  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    var negated = b
    negated.head = -b.head
    negated.tail = -b.tail
    return a + negated
  }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let head = a.head * b.head
    let error = (-head).addingProduct(a.head, b.head)
    return DoubleDouble(sum: head, error + (a.head * b.tail + a.tail * b.head))
  }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.head / b.head
    var left = a - DoubleDouble(first) * b
    let second = left.head / b.head
    left = left - DoubleDouble(second) * b
    return DoubleDouble(sum: first, second) + DoubleDouble(left.head / b.head)
  }
}
