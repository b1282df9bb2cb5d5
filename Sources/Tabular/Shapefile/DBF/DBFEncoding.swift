/// Which encoding the texts of a DBF table are in, by the names in use.
enum DBFEncoding {
  /// iconv's name for what a `.cpg` file or a person calls an encoding; empty where that says nothing.
  ///
  /// GB2312 and GBK are read as GB18030, which contains them: files labelled with
  /// the smaller ones often hold characters of the larger.
  static func name(for label: String) -> String {
    let bare = label.split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\0" }
      .joined(separator: " ").uppercased()
    let key =
      bare.hasPrefix("ANSI ") || bare.hasPrefix("OEM ")
      ? String(bare.drop { $0 != " " }.dropFirst()) : bare
    switch key {
    // The machine that wrote it, which a reader cannot know.
    case "SYSTEM", "ANSI", "OEM", "DEFAULT": return ""
    case "UTF8", "UTF-8", "65001", "CP65001": return "UTF-8"
    case "GBK", "GB2312", "GB18030", "936", "CP936", "GB_2312", "EUC-CN", "EUCCN": return "GB18030"
    case "88591", "8859-1", "ISO88591", "LATIN1": return "ISO-8859-1"
    case "88592": return "ISO-8859-2"
    case "88595": return "ISO-8859-5"
    case "885915": return "ISO-8859-15"
    case "BIG5", "950", "CP950": return "CP950"
    default: break
    }
    if key.hasPrefix("LDID/"), let id = UInt8(key.dropFirst(5)), let name = name(forDriver: id) {
      return name
    }
    if key.allSatisfy(\.isNumber), !key.isEmpty { return "CP\(key)" }
    return key
  }

  /// The encoding of a language driver (byte 29 of the header), nil where it says
  /// nothing.
  ///
  /// 0x57 means "the code page of the machine that wrote it", which a reader
  /// cannot know: Chinese tools write it over GBK.
  static func name(forDriver id: UInt8) -> String? {
    let page: Int
    switch id {
    case 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B: page = 437
    case 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37: page = 850
    case 0x03, 0x58, 0x59: page = 1252
    case 0x08, 0x17, 0x66: page = 865
    case 0x13, 0x7B: page = 932
    case 0x1C, 0x6C: page = 863
    case 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87: page = 852
    case 0x24: page = 860
    case 0x26, 0x65: page = 866
    case 0x4D, 0x7A: return "GB18030"
    case 0x4E, 0x79: page = 949
    case 0x4F, 0x78: page = 950
    case 0x50, 0x7C: page = 874
    case 0x67: page = 861
    case 0x6A, 0x86: page = 737
    case 0x6B, 0x88: page = 857
    case 0x7D: page = 1255
    case 0x7E: page = 1256
    case 0xC8: page = 1250
    case 0xC9: page = 1251
    case 0xCA: page = 1254
    case 0xCB: page = 1253
    case 0xCC: page = 1257
    default: return nil
    }
    return "CP\(page)"
  }
}
