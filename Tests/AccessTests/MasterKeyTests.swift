import Access
import Testing

/// The text, its checks and the names of keys were worked out by another program: `hashlib` and
/// `cryptography` of Python.
@Suite("A master key")
struct MasterKeyTests {
  /// The 32 bytes from 0 to 31.
  static let text = """
    # the key of a test
    gewu-key-1
    000G4Q 0R40M8 30E20V 9185GJ
    R38E1Q W81249 GK2GA0 HC5RRF
    34D1P0 70X3RM FVW5Y8
    """

  @Test("is read from its text and written as it was")
  func text() throws {
    let key = try MasterKey(text: Self.text)
    #expect(key.id == "15bdfa062293877e")
    #expect(key.text == Self.text.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n")
  }

  @Test("may be typed in small letters, in one line, with O for 0 and I for 1")
  func typing() throws {
    let typed = Self.text.lowercased().replacing("0", with: "o").replacing("\n", with: " ")
      .replacing("# the key of a test gewu-key-1", with: "gewu-key-1\r\n")
      .replacing("9185", with: "9I85")
    #expect(try MasterKey(text: typed).id == "15bdfa062293877e")
  }

  @Test("is random, and known again by its name")
  func random() throws {
    let (one, other) = (MasterKey.random(), MasterKey.random())
    #expect(one.id != other.id)
    #expect(one.text != other.text)
    #expect(try MasterKey(text: one.text).id == one.id)
  }

  @Test("every mistake of one sign, and every exchange of neighbours, is found in its group")
  func mistakes() throws {
    let key = try MasterKey(text: Self.text)
    let groups = key.text.split { $0 == " " || $0 == "\n" }.dropFirst().map(Array.init)
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    var missed = 0
    func check(_ group: Int, _ signs: [Character]) {
      var changed = groups
      changed[group] = signs
      let text = "gewu-key-1\n" + changed.map { String($0) }.joined(separator: " ")
      do {
        _ = try MasterKey(text: text)
        missed += 1
      } catch MasterKeyError.group(let number) {
        #expect(number == group + 1)
      } catch MasterKeyError.groupsExchanged {
        // Signs that differ by 29, which the check of the group does not tell apart.
      } catch {
        Issue.record("\(error)")
      }
    }
    for group in groups.indices {
      for place in 0..<6 {
        for sign in alphabet where sign != groups[group][place] {
          var signs = groups[group]
          signs[place] = sign
          check(group, signs)
        }
        if place < 5, groups[group][place] != groups[group][place + 1] {
          var signs = groups[group]
          signs.swapAt(place, place + 1)
          check(group, signs)
        }
      }
    }
    #expect(missed == 0)
  }

  @Test("what is not a key is refused, and nothing of it is said")
  func refusals() {
    func refusal(_ text: String) -> MasterKeyError? {
      do {
        _ = try MasterKey(text: text)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal("# nothing\n\n") == .empty)
    #expect(refusal("-----BEGIN PRIVATE KEY-----") == .otherForm)
    #expect(refusal("gewu-key-1\n000G4Q") == .length(6, expected: 66))
    #expect(refusal(Self.text.replacing("30E20V", with: "30E2UV")) == .group(3))
    let exchanged = Self.text.replacing("000G4Q 0R40M8", with: "0R40M8 000G4Q")
    #expect(refusal(exchanged) == .groupsExchanged)
  }
}
