import Addresses
package import Gewu

extension AddressFault {
  /// Why it cannot be done.
  package var wording: Wording {
    switch self {
    case .noRegister(let store):
      Wording("\(store) has no register of addresses", "\(store) 没有标准地址库")
    case .noRules:
      Wording(
        "no rules say which data sets the register is made from",
        "没有规则说明标准地址库由哪些数据资源构成")
    case .noGrammar(let name, let folder):
      Wording("there is no grammar of addresses '\(name)'", "没有地址语法“\(name)”")
        + (folder.map { Wording(" in \($0)", "（\($0) 中）") } ?? .empty)
    case .badGrammar(let path, let error):
      Wording("\(path): ", "\(path)：") + error.wording
    case .noLevel(let level, let net, let known):
      Wording(
        "the rules name a level '\(level)', which the net \(net) does not have; it has ",
        "规则所写的层级“\(level)”在网 \(net) 中不存在；现有层级：") + known.listed()
    case .noDataset(let name):
      Wording(
        "the rules name the data set \(name), of which nothing was imported",
        "规则所写的数据资源 \(name) 尚未导入")
    case .noFields(let dataset, let fields):
      Wording("the data set \(dataset) has no field ", "数据资源 \(dataset) 没有字段 ") + fields.listed()
    case .sealedFields(let dataset, let fields):
      Wording(
        "the register keeps addresses in the clear, and these fields of \(dataset) are sealed: ",
        "标准地址库以明文存放，而 \(dataset) 的以下字段已密封：") + fields.listed()
    case .nothingRead(let rows):
      Wording(
        "none of \(rows) rows could be read as an address; the register is as it was",
        "\(rows) 行都不能读作地址；标准地址库保持原样")
    case .directory:
      Wording(
        "addresses that begin so are a directory of homes, given for a purpose alone",
        "以此开头的地址构成住所目录，须说明用途方可给出")
    case .noSuchAddress(let code):
      Wording("there is no address with the code \(code)", "没有编码为 \(code) 的地址")
    case .divisions(let error): error.wording
    case .noSuchElement(let name, let known):
      Wording("an address has no element '\(name)'; there are ", "地址没有要素“\(name)”；可用要素：")
        + known.listed()
    case .noSuchStatus(let name, let known):
      Wording("there is no status '\(name)'; there are ", "没有状态“\(name)”；可用状态：") + known.listed()
    }
  }
}

extension GrammarError {
  /// What is wrong with a grammar, and on which line.
  var wording: Wording {
    switch self {
    case .syntax(let line):
      Wording(
        "line \(line): neither a comment, nor 'key: words', nor an indented line below a key",
        "第 \(line) 行：既不是注释，也不是“键”加“词”，也不是键下的缩进行")
    case .openList(let line):
      Wording("line \(line): a list is not closed", "第 \(line) 行：列表没有结束")
    case .repeated(let line, let key):
      Wording("line \(line): '\(key)' is given twice", "第 \(line) 行：“\(key)”重复")
    case .unknownSection(let line, let name):
      Wording("line \(line): there is no section '\(name)'", "第 \(line) 行：没有“\(name)”这一节")
    case .unknownKind(let line, let name):
      Wording("line \(line): '\(name)' is no kind of element", "第 \(line) 行：“\(name)”不是要素类别")
    case .unknownForm(let line, let form):
      Wording(
        "line \(line): no unit or prefix is called '\(form)'", "第 \(line) 行：没有名为“\(form)”的单位或前缀")
    case .unknownValue(let line, let value):
      Wording("line \(line): '\(value)' cannot stand here", "第 \(line) 行：此处不能写“\(value)”")
    case .badVariant(let line, let variant):
      Wording(
        "line \(line): '\(variant)' is not two characters, a form and its standard",
        "第 \(line) 行：“\(variant)”不是两个字（异体和标准字）")
    case .badCost(let line, let text):
      Wording(
        "line \(line): '\(text)' is not a whole number from -1000 to 1000",
        "第 \(line) 行：“\(text)”不是 -1000 至 1000 的整数")
    case .missing(let section):
      Wording("the section '\(section)' is missing", "缺少“\(section)”一节")
    case .tooLarge(let line):
      Wording(
        "line \(line): more kinds and units than a grammar can have", "第 \(line) 行：类别和单位超过语法所能容纳的数量"
      )
    }
  }
}

extension DivisionError {
  /// What is wrong with the divisions that a district lies in and has.
  var wording: Wording {
    switch self {
    case .emptyName(let code):
      Wording("the division \(code) has an empty name", "区划 \(code) 的名称为空")
    case .twoKinds(let code):
      Wording("the division \(code) is of two kinds", "区划 \(code) 有两种类别")
    case .unknownParent(let code, let parent):
      Wording(
        "the division \(code) lies in \(parent), which there is not", "区划 \(code) 的上级 \(parent) 不存在"
      )
    case .unknownSuccessor(let code, let successor):
      Wording(
        "the division \(code) was followed by \(successor), which there is not",
        "区划 \(code) 的后继 \(successor) 不存在")
    case .circle(let code):
      Wording("the division \(code) lies in itself", "区划 \(code) 属于其自身")
    case .tooMany: Wording("there are too many divisions", "区划过多")
    }
  }
}
