/// What sets the look of one written cell apart from another's.
struct XlsxCellFormat: Hashable {
  var number: XlsxNumberFormat
  var isBold: Bool
}
