import Geometry
import Testing

@Suite struct ChineseDatumTests {
  /// Vectors of googollee/eviltransform, go/transform_test.go, and of the README of
  /// wandergis/coordtransform (both MIT).
  @Test(arguments: [
    (121.5272106, 31.1774276, 121.531541859215, 31.17530398364597),
    (113.912316, 22.543847, 113.9171764808363, 22.540796131694766),
    (116.377817, 39.911954, 116.38404722455657, 39.91334545536069),
    (116.404, 39.915, 116.41024449916938, 39.91640428150164),
  ]) func `WGS 84 is shifted to GCJ-02 as published`(
    longitude: Double, latitude: Double, x: Double, y: Double
  ) {
    let shifted = GCJ02.fromWGS84(Coordinate(longitude: longitude, latitude: latitude))

    #expect(abs(shifted.x - x) < 1e-12)
    #expect(abs(shifted.y - y) < 1e-12)
  }

  @Test func `GCJ-02 is shifted to BD-09 as published`() {
    let shifted = BD09.fromGCJ02(Coordinate(longitude: 116.404, latitude: 39.915))

    #expect(abs(shifted.x - 116.41036949371029) < 1e-12)
    #expect(abs(shifted.y - 39.92133699351021) < 1e-12)
  }

  /// Every 28th of a published table of 332 cities in six systems (MIT).
  ///
  /// It is rounded to 7 digits, and its WGS 84 column was made by a coarser inverse:
  /// over the whole table that is up to 7.3e-6 degrees off the formula, BD-09 1e-7.
  @Test(arguments: [
    [114.0164322, 33.0133556, 114.022306, 33.0115324, 114.0287781, 33.0176697],
    [118.6711365, 24.8770487, 118.6756787, 24.8741363, 118.6821251, 24.8804872],
    [88.1378895, 47.8436168, 88.1412573, 47.8449292, 88.1478836, 47.8506561],
    [125.1372536, 42.8852399, 125.143667, 42.8877724, 125.1500939, 42.8940225],
    [104.9189684, 33.4026391, 104.9218492, 33.4006882, 104.9284236, 33.4065103],
    [106.7894851, 39.654439, 106.7942556, 39.6553923, 106.8006465, 39.6616999],
    [99.1608382, 25.1149002, 99.1617624, 25.1120494, 99.1683252, 25.1178825],
    [106.1939878, 37.9969082, 106.1984003, 37.9974631, 106.2047718, 38.0037752],
    [100.8995467, 36.95446, 100.9010053, 36.9544184, 100.9074395, 36.9605814],
    [114.3863062, 36.0974057, 114.3924004, 36.0975803, 114.3988964, 36.1035317],
    [104.9039314, 25.0909351, 104.9063997, 25.0878304, 104.9128934, 25.0938912],
    [113.1280139, 27.8311221, 113.133855, 27.8279921, 113.1403268, 27.8340573],
  ]) func `cities agree with a published table`(city: [Double]) {
    let ground = Coordinate(longitude: city[0], latitude: city[1])
    let map = Coordinate(longitude: city[2], latitude: city[3])

    let gcj = GCJ02.fromWGS84(ground)
    let bd = BD09.fromGCJ02(map)

    #expect(abs(gcj.x - map.x) < 8e-6 && abs(gcj.y - map.y) < 8e-6)
    #expect(abs(bd.x - city[4]) < 1.1e-7 && abs(bd.y - city[5]) < 1.1e-7)
  }

  @Test func `the inverses undo the formulas all over the box`() {
    var worst = 0.0
    var longitude = 72.05
    while longitude < 137.8 {
      var latitude = 0.85
      while latitude < 55.8 {
        let ground = Coordinate(longitude: longitude, latitude: latitude)
        let viaGCJ = GCJ02.toWGS84(GCJ02.fromWGS84(ground))
        let viaBd = BD09.toWGS84(BD09.fromWGS84(ground))
        for back in [viaGCJ, viaBd] {
          worst = max(worst, abs(back.x - longitude), abs(back.y - latitude))
        }
        latitude += 0.731
      }
      longitude += 0.877
    }
    #expect(worst < 1e-9)
  }

  @Test func `outside the box nothing is shifted`() {
    let leeds = Coordinate(longitude: -1.55, latitude: 53.8)

    #expect(GCJ02.fromWGS84(leeds) == leeds)
    #expect(GCJ02.toWGS84(leeds) == leeds)
    #expect(GCJ02.box.contains(Coordinate(x: 72.004, y: 0.8293)))
  }
}
