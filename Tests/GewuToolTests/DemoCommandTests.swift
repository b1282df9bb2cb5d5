import Testing

/// How much of a demonstration can be asked for.
@Suite struct `gewu demo make` {
  @Test(arguments: [
    ("--districts 0", "--districts is 0; give a number from 1 to 10"),
    ("--districts 11", "--districts is 11; give a number from 1 to 10"),
    ("--people 4000 --rows-percent 1", "give either --people or --rows-percent, not both"),
    (
      "--people 8000 --districts 3",
      "--people is 8000; give a multiple of 4000 from 12000 to 1200000 for --districts 3"
    ),
    (
      "--people 404000",
      "--people is 404000; give a multiple of 4000 from 4000 to 400000 for --districts 1"
    ),
    (
      "--people 10001 --districts 2",
      "--people is 10001; give a multiple of 4000 from 8000 to 800000 for --districts 2"
    ),
  ])
  func `says what a city can have`(options: String, message: String) throws {
    let program = try Program()

    let found = try program.run("demo make city \(options)")

    #expect(found.status == 64)
    #expect(found.errors.hasPrefix("gewu: \(message)\n"), "\(found.errors)")
  }

  @Test func `a key of a city that cannot be read says so`() throws {
    let program = try SmallDistrict.program()
    try program.write("city/city.json", "{}")

    let found = try program.run("demo check city")

    #expect(found.status == 1)
    #expect(found.errors.contains("city/city.json does not say what the city consists of"))
    #expect(found.errors.contains("make the city again"))
  }
}
