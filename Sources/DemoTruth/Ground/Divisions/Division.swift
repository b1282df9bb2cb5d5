/// The names and the code of the invented district and of what it lies in.
///
/// Division code 990101 belongs to no place (GB/T 2260 begins at 11).
package enum Division {
  package static let districtCode = "990101"
  package static let district = "格物区"
  package static let city = "云溪市"
  package static let province = "临江省"
}
