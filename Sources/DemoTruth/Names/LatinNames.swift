/// Names of people from abroad in Latin letters, by country: none is of a known person on purpose.
///
/// Shares of the countries: foreigners of the 2020 census (845,697: most from Viet Nam, the Republic of Korea,
/// the United States and Japan), without those of the border provinces, rounded.
package enum LatinNames {
  /// ISO 3166 code, share, how the numbers of passports look (# a digit, @ a letter), years that a passport is
  /// valid, families, given names of men and of women in turn.
  private static let rows: [(String, Int, String, Int, String, String)] = [
    (
      "KOR", 150, "M########", 10, "KIM LEE PARK CHOI JUNG KANG",
      "MINHO JISOO DONGHYUN EUNJI SEUNGWOO YUNA"
    ),
    (
      "USA", 120, "A########", 10, "MILLER BAKER HARRIS NELSON CARTER REED",
      "DANIEL EMILY JAMES LAURA KEVIN SUSAN"
    ),
    (
      "JPN", 90, "T@#######", 10, "TANAKA SUZUKI MORI ISHIDA OKADA NISHI",
      "KENJI YUKI TAKASHI MIHO DAISUKE NAOKO"
    ),
    ("VNM", 60, "C########", 10, "NGUYEN TRAN PHAM HOANG BUI DANG", "MINH ANH TUAN LINH DUC HOA"),
    (
      "IND", 60, "Z#######", 10, "SHARMA PATEL SINGH REDDY IYER GUPTA",
      "RAHUL PRIYA AMIT NEHA VIJAY ANJALI"
    ),
    (
      "PAK", 55, "B@#######", 5, "KHAN AHMED HUSSAIN MALIK QURESHI SHAH",
      "IMRAN AYESHA BILAL SANA USMAN HINA"
    ),
    (
      "RUS", 55, "7########", 10, "IVANOV PETROV ORLOV SOKOLOV VOLKOV MOROZOV",
      "DMITRY OLGA SERGEI ANNA ALEXEI IRINA"
    ),
    (
      "CAN", 35, "@@######", 10, "TREMBLAY WILSON MARTIN CAMPBELL ROY GRANT",
      "LUCAS CHLOE RYAN SARAH ETHAN MEGAN"
    ),
    (
      "AUS", 30, "P@#######", 10, "TAYLOR KELLY WALKER HUGHES MURPHY COLLINS",
      "JACK OLIVIA LIAM GRACE OSCAR ZOE"
    ),
    (
      "MYS", 30, "A########", 5, "TAN LIM WONG NG CHONG YAP",
      "WEIMING SIEWLING KOKWAI MEIYEE JUNHAO PEISHAN"
    ),
    (
      "DEU", 28, "C@@######", 10, "SCHMIDT WEBER FISCHER KELLER VOGEL BRANDT",
      "THOMAS JULIA STEFAN KATRIN LUKAS ANNIKA"
    ),
    (
      "GBR", 28, "5########", 10, "BROWN EVANS WRIGHT COOPER HALL MASON",
      "OLIVER CHARLOTTE GEORGE ALICE HENRY LUCY"
    ),
    (
      "FRA", 24, "##@@#####", 10, "DUBOIS LEROY MOREAU GIRARD BLANC FAURE",
      "ANTOINE CLAIRE JULIEN MANON HUGO LEA"
    ),
    (
      "NPL", 22, "0#######", 10, "THAPA GURUNG RAI SHRESTHA KARKI MAGAR",
      "BIKASH SUNITA PRAKASH ANITA SURESH MAYA"
    ),
    (
      "PHL", 20, "P#######@", 10, "SANTOS REYES CRUZ GARCIA MENDOZA RAMOS",
      "JOSE MARIA MARK ANGELICA PAOLO KRISTINE"
    ),
    (
      "SGP", 20, "K#######@", 10, "TEO ONG GOH KOH LEE CHUA",
      "WEIJIE HUILING JUNWEI XINYI KAIWEN YITING"
    ),
    (
      "THA", 18, "AA#######", 10, "SRISUK CHAIYA WONGSA BOONMEE SUWAN KAEWTA",
      "SOMCHAI MALEE NATTAPONG SUDA ANAN KANYA"
    ),
    (
      "NGA", 18, "B########", 5, "OKAFOR ADEYEMI BELLO EZE OKORO MUSA",
      "CHINEDU NGOZI TUNDE AMAKA EMEKA FATIMA"
    ),
    (
      "KAZ", 16, "N########", 10, "AKHMETOV OMAROV SULEIMENOV BEKOV NURLANOV KASYMOV",
      "NURLAN AIGERIM DAULET DINARA ARMAN ASEL"
    ),
    (
      "IDN", 16, "X#######", 10, "WIJAYA SANTOSO HALIM PUTRA GUNAWAN SALIM",
      "BUDI SARI ANDI DEWI RIZKY RATNA"
    ),
    (
      "UKR", 14, "F@######", 10, "KOVALENKO BONDAR TKACHENKO MELNYK SHEVCHUK LYSENKO",
      "ANDRII OKSANA TARAS IRYNA MYKOLA DARIA"
    ),
    (
      "EGY", 14, "A########", 7, "HASSAN MAHMOUD FAROUK SALEH NASSER KAMAL",
      "OMAR NOUR KARIM MONA TAREK HEBA"
    ),
    (
      "ITA", 13, "Y@#######", 10, "ROSSI BIANCHI FERRARI ROMANO GALLO COSTA",
      "MARCO GIULIA LUCA ELENA PAOLO CHIARA"
    ),
    (
      "ETH", 12, "EP#######", 5, "TESFAYE BEKELE ABEBE HAILE GIRMA ALEMU",
      "DAWIT HANNA SAMUEL MERON YONAS SELAM"
    ),
    (
      "BRA", 12, "F@######", 10, "SILVA SOUZA COSTA PEREIRA LIMA ROCHA",
      "PEDRO ANA RAFAEL CAMILA BRUNO JULIANA"
    ),
    (
      "ESP", 11, "@@@######", 10, "GARCIA LOPEZ MORENO NAVARRO TORRES RUIZ",
      "JAVIER LUCIA CARLOS PAULA DIEGO MARTA"
    ),
    (
      "ZAF", 10, "A########", 10, "BOTHA NAIDOO DLAMINI NKOSI VENTER MOKOENA",
      "JOHAN LERATO THABO ANSIE SIPHO ZANELE"
    ),
    (
      "NLD", 10, "N@@######", 10, "JANSEN VISSER SMIT BAKKER MULDER DEKKER",
      "DAAN SANNE BRAM LOTTE TIJS FEMKE"
    ),
  ]
  private static let families = 6
  private static let given = 6
  private static let texts = rows.map { row in
    (row.4.split(separator: " ").map(String.init), row.5.split(separator: " ").map(String.init))
  }
  private static let weights = CumulativeWeights(rows.map(\.1))

  /// A name of somebody of a country; given names stand by sex in turn.
  ///
  /// - Parameter family: the code of somebody of the same family, who has the country and the surname.
  static func draw(_ draw: inout Draw, isFemale: Bool, family: UInt16?) -> UInt16 {
    let first: Int
    if let family {
      first = Int(family) / given * given
    } else {
      first = (weights.draw(&draw) * families + draw.below(families)) * given
    }
    return UInt16(first + draw.below(given / 2) * 2 + (isFemale ? 1 : 0))
  }

  package static func surname(_ code: UInt16) -> String {
    texts[country(code)].0[Int(code) / given % families]
  }

  package static func givenName(_ code: UInt16) -> String {
    texts[country(code)].1[Int(code) % given]
  }

  /// The country by ISO 3166-1, three letters.
  package static func countryCode(_ code: UInt16) -> String { rows[country(code)].0 }

  /// How the numbers of its passports look, and for how many years they are valid.
  static func passport(_ code: UInt16) -> (pattern: String, years: Int) {
    let row = rows[country(code)]
    return (row.2, row.3)
  }

  private static func country(_ code: UInt16) -> Int {
    min(Int(code) / (families * given), rows.count - 1)
  }
}
