import Foundation

@testable import Access

/// What another program, `cryptography` of Python, made by a profile from the written form: of the secrets that
/// it wrapped, under the master key of the bytes from 0 to 31.
struct SealVectors {
  let root: String
  let first: String
  let rowHashKey: String
  let subjectKey: String
  /// Two values of the row 42 of a table.
  let sealed: String
  /// The entry of the first of them in its index.
  let entry: String
  /// The name of a file, the file sealed, and the SHA-256 of a sealed file of three pieces.
  let name: String
  let file: String
  let longFile: String

  init(_ profile: SealProfile) {
    self =
      switch profile {
      case .aes256GCM: Self.aes
      case .sm4CTRWithSM3: Self.sm
      }
  }

  private init(
    root: String, first: String, rowHashKey: String, subjectKey: String, sealed: String,
    entry: String, name: String, file: String, longFile: String
  ) {
    (self.root, self.first, self.rowHashKey) = (root, first, rowHashKey)
    (self.subjectKey, self.sealed, self.entry) = (subjectKey, sealed, entry)
    (self.name, self.file, self.longFile) = (name, file, longFile)
  }

  private static let aes = SealVectors(
    root: "000000000000000000000000ebf0e23cc55bb4cbf8d63dd7828e01692e7b1311d8a63c882262ed5a233a13dd"
      + "992690edb6490a8e5cc5364682be632e",
    first:
      "010101010101010101010101bc899d38a9fed259d2615cf96616a8e2948a058ff4e66a59f6e47e19a906e669"
      + "3a7783d41c452bef19e9ee288dc02fde",
    rowHashKey: "9715f0cd16ade782da10bf15d3aadd66",
    subjectKey: "81c50e302fb20a2ee58f5859dd404586e7a9920cbfbdad32196c8a16f1e497f3",
    sealed: "010100000001000102030405060708090a0bb0c4cf0e77dc9879440b9afa3cfaddcdda99622de7f7"
      + "9fd13be46a0a7927bdb712a5bd8bd05119dfd2029a0a8a3c3e98af4ee79a",
    entry: "8a44e6af00c4337dbfe70e0f4faf4ab3",
    name: "hmac:347e4ce9e41ddd4de37d2c2f6fb1a6a73c61a51ee006d9c5f003017cedf665d8",
    file: "02010000000100010000000102030405060708090a0b0c0d0e0f571792b898175d8437d73b32cb"
      + "038dd5e8d6551bca25b262fc32a0671d549d8c64",
    longFile: "f240796ae1d136f7d9e65b70d936ea647e302469d350dd50a95c8b43c8f59383")

  private static let sm = SealVectors(
    root: "00000000000000000000000064aed06056ed4a230085ddc847d86100f810c72077a61111c7902389ebefb553"
      + "69a24320ebe01bce424bbfa68533cbf9",
    first:
      "0101010101010101010101019534d2ee31e7b01d299d29cab7073e84a7ece9c3329bb3cf84b8d9f25a7285b4"
      + "84fdce493bf69799602b8065d3bfc1bc",
    rowHashKey: "6c02ed0389f041dda1c469ae20846e4f",
    subjectKey: "082b73ddaa3bc6bbac42ec0abfb36debc839fb3bb26318b0d98b52f29d86c9aa",
    sealed: "010200000001000102030405060708090a0b1328c76455b6fbebcda10c07bb6f3f484a0028d05f54"
      + "77c20b9504c064497f96f0c5eaa1107c9236623b344cba9dd2a8daaef219",
    entry: "b3d884c184c0cf83e9be3cea4c3712dd",
    name: "hmac:37e910ffdc59b68f94694714f0e9aea4f342bf0727e1e56255507e24f693a163",
    file: "02020000000100010000000102030405060708090a0b0c0d0e0f6e6a16da674daa17691152d2c9"
      + "1a25ce400cd12c264a5976ed4867654a9fe7c8d2",
    longFile: "b8b33218ac31568863e03221ae79441aac27abb108d2773fe4e976000dce0ed2")
}
