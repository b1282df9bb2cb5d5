import Geometry

/// A district of the invented city: its code, its names, where it lies and how finely it is divided.
///
/// Everything that says in which district it is asks its ground for this. Division codes 990101 to 990110
/// belong to no place (GB/T 2260 begins at 11), and no place of China has these names.
package struct Division: Sendable, Hashable {
  package static let city = "云溪市"
  package static let province = "临江省"
  /// The code of the city.
  package static let cityCode = "990100"

  /// The districts that there can be, by their numbers.
  package static let all = stems.indices.map(Division.init(number:))
  /// The one that a district alone is.
  package static let first = Division(number: 0)

  /// Its place in the city: 0 for the first.
  package let number: Int

  private init(number: Int) { self.number = number }

  /// Two characters before 区: from the Great Learning and the Analects, as good schools are named.
  private static let stems = [
    "格物", "致知", "正心", "明德", "至善", "日新", "笃行", "慎思", "弘毅", "修远",
  ]
  private static let gridCounts = [706, 640, 612, 598, 574, 561, 548, 536, 525, 516]

  /// The first four digits of every code of the city, and two for the district.
  package var code: String { "9901" + Digits.padded(number + 1, 2) }
  /// 格物区.
  package var name: String { stem + "区" }
  /// The name without 区, as branches of the city's offices have it: 格物分局.
  package var stem: String { Self.stems[number] }
  /// The character that stands for the district in numbers of papers: 格卫公证字.
  package var abbreviation: String { String(stem.prefix(1)) }
  /// The four digits of the district in numbers of its courts: 9901.
  package var courtCode: String { "99" + Digits.padded(number + 1, 2) }
  /// What stands ahead of a counter that has no code in it: nothing for the first district, 02 to 10 for others.
  package var counterMark: String { number == 0 ? "" : Digits.padded(number + 1, 2) }
  /// The city and the district: 云溪市格物区.
  package var fullName: String { Self.city + name }

  /// A text of a table that is written for the first district, with this one's name in its place.
  package func own(_ text: String) -> String {
    number == 0 ? text : text.replacing(Self.first.stem, with: stem)
  }

  /// Everything in the district is drawn from this seed: for the first district the city's own.
  package func seed(of city: UInt64) -> UInt64 {
    number == 0 ? city : Draw.stream(city, "district.\(code)")
  }

  // MARK: Its ground

  /// How many grids, communities and streets it has.
  var gridCount: Int { Self.gridCounts[number] }
  var communityCount: Int { (gridCount * 90 + 353) / 706 }
  var streetCount: Int { (gridCount * 12 + 353) / 706 }
  /// How many professional grids it has.
  var professionalCount: Int { (gridCount * 160 + 353) / 706 }

  /// Where its middle lies in the plane of the city, in metres from that of the first district.
  ///
  /// Five stand side by side along the river, the first in the middle, and five north of them. A district
  /// fills 14.9 by 11.9 km. Two and a half kilometres are left between two in a row, since a row of a file that
  /// lies outside its district lies two kilometres west of it, and must be in no other; half a kilometre
  /// is left between the two rows.
  var offset: Coordinate {
    let column = [0, 1, -1, 2, -2][number % 5]
    return Coordinate(x: Double(column) * 17_400, y: Double(number / 5) * 12_400)
  }
}
