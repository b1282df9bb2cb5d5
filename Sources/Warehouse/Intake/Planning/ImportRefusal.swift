import Datasets

/// A row on its way to quarantine.
struct ImportRefusal {
  var number: Int
  var line: Int
  var sheet: String?
  var byteOffset: Int
  var raw: String
  var reasons: [Reason]
}
