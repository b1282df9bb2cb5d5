import Tabular
import Datasets

// A table: one line of English and one of Chinese for each fault.

extension ManifestFault {
  /// What is wrong and what to do.
  package var wording: Wording {
    switch self {
    // The text and its nodes.
    case .notYAML(let detail):
      Wording(
        "is not YAML: \(detail)",
        "不是有效的 YAML:\(detail)")
    case .empty:
      Wording(
        "is empty: write at least `name` and `fields`, or have a draft made of a sample of the data set",
        "内容为空：至少应写明 name 和 fields，也可用样本数据起草")
    case .notKept:
      Wording(
        "is not a manifest; import the data set again",
        "不是有效的清单；请重新导入该数据资源")
    case .leadsOut:
      Wording(
        "leads out of the folder of manifests; put the file into that folder, or into `GeoData` beside it, "
          + "and name it by a path from here without links that lead out",
        "超出了清单目录；请把文件放入该目录或其旁边的 GeoData，并写相对于此处的路径，且不经过指向目录外的链接")
    case .notAMapping(let known):
      known.isEmpty
        ? Wording("must be a mapping", "必须是键值映射")
        : Wording(
          "must be a mapping of keys (\(known.prefix(4).joined(separator: ", ")), …)",
          "必须是键值映射（\(known.prefix(4).joined(separator: "、"))……）")
    case .keyNotText:
      Wording(
        "a key must be text",
        "键必须是文本")
    case .unknownKey(let name, let suggestion, let known):
      Wording("unknown key `\(name)`", "未知的键 \(name)")
        + (suggestion.map(Wording.didYouMean)
          ?? Wording("; known here: ", "；此处可用：") + known.listed())
    case .notAList:
      Wording(
        "must be a list",
        "必须是列表")
    case .notText:
      Wording(
        "must be text",
        "必须是文本")
    case .blank:
      Wording(
        "must not be empty",
        "不能为空")
    case .notAnInteger(let least):
      Wording(
        "must be a whole number of at least \(least)",
        "必须是不小于 \(least) 的整数")
    case .notABoolean:
      Wording(
        "must be true or false",
        "必须是 true 或 false")
    case .notACharacter:
      Wording(
        "must be one ASCII character",
        "必须是一个 ASCII 字符")
    case .notOneOf(let text, let known, let suggestion):
      Wording("`\(text)` is not one of ", "“\(text)”不在 ") + known.listed()
        + Wording("", " 之中") + (suggestion.map(Wording.didYouMean) ?? Wording("", ""))
    case .needs(let keys):
      Wording(
        "needs \(keys.map { "`\($0)`" }.joined(separator: " and "))",
        "需要 \(keys.joined(separator: " 和 "))")
    // The top and the dialect.
    case .noName:
      Wording(
        "`name` is missing; give the data set a name",
        "缺少 name；请为数据资源命名")
    case .noFields:
      Wording(
        "`fields` is missing; list the fields",
        "缺少 fields；请列出各字段")
    case .noMatchingRule:
      Wording(
        "must name a rule",
        "必须指定匹配规则")
    case .noField(let name, let suggestion):
      Wording("there is no field `\(name)`", "没有字段 \(name)")
        + (suggestion.map(Wording.didYouMean) ?? Wording("", ""))
    case .namedTwice(let field):
      Wording(
        "field `\(field)` is named twice",
        "字段 \(field) 重复")
    case .emptyFields:
      Wording(
        "must list a field",
        "至少需要一个字段")
    case .reservedName(let name):
      Wording(
        "`\(name)` is the name of a column that every table has; choose another and "
          + "give the heading under `gewu: {aliases: […]}`",
        "“\(name)”是每个表都有的列名；请另取字段名，并在 gewu 的 aliases 中写表头")
    case .definedTwice(let field):
      Wording(
        "field `\(field)` is defined twice",
        "字段 \(field) 重复定义")
    case .columnClaimedTwice(let column, let one, let other):
      Wording(
        "fields `\(one)` and `\(other)` both claim column \(column)",
        "字段 \(one) 与 \(other) 都指定了第 \(column) 列")
    case .badDataset(let name):
      Wording(
        "`\(name)` cannot identify a data set: use lower-case letters, digits, - and "
          + "_, a letter first, and put the full name into `title`",
        "“\(name)”不能作为数据资源标识：请用小写字母、数字、- 和 _，以字母开头，全称写在 title")
    case .cannotDivide:
      Wording(
        "cannot divide fields",
        "不能作为分隔符")
    case .unorderedHeaderRows:
      Wording(
        "must name rows in ascending order: [1] or [2, 3]",
        "必须按升序列出行号，如 [1] 或 [2, 3]")
    case .sheetNamedTwice:
      Wording(
        "names a sheet that `sheetName` names already; keep one of them",
        "与 sheetName 重复指定工作表；请只保留一个")
    case .onlyDoubleQuotes:
      Wording(
        "only the double quote is read",
        "仅支持双引号")
    case .onlyDoubledQuotes:
      Wording(
        "only doubled quotes are read (RFC 4180)",
        "仅支持以两个引号表示引号（RFC 4180）")
    // A field.
    case .fieldWithoutName:
      Wording(
        "`name` is missing",
        "缺少 name")
    case .signsAroundNumbers:
      Wording(
        "numbers with signs around them are not read; clean the column or make it a "
          + "string",
        "不支持带附加符号的数字；请清理该列或改为 string")
    case .uncheckedFormat(let format):
      Wording(
        "the format `\(format)` is not checked here; leave it out or use a pattern",
        "不检查 \(format) 格式；请删除或改用 pattern")
    case .formatless(let type):
      Wording(
        "a \(type.rawValue) has no format",
        "\(type.rawValue) 类型没有 format")
    case .badFormat(let format, let fault):
      Wording(
        "`\(format)`: \(fault.english); write a pattern such as %Y-%m-%d or %d/%m/%Y "
          + "%H:%M:%S",
        "“\(format)”无法识别；请写成 %Y-%m-%d 或 %d/%m/%Y %H:%M:%S 这样的格式")
    case .checksAreForText:
      Wording(
        "checks are for fields of type string",
        "检查规则只用于 string 字段")
    case .formatsAreForDates:
      Wording(
        "formats are for dates",
        "formats 只用于日期")
    case .maskedWithoutCheck:
      Wording(
        "is for fields with a `check`",
        "只用于有 check 的字段")
    case .onlyNFKC(let type):
      Wording(
        "a \(type.rawValue) can be normalized by nfkc only",
        "\(type.rawValue) 字段只能使用 nfkc")
    case .sentinelsAreForDates:
      Wording(
        "sentinels are for dates; use `missingValues`",
        "sentinels 只用于日期；请用 missingValues")
    case .codesAreForText:
      Wording(
        "codes are for fields of type string",
        "代码表只用于 string 字段")
    case .codeTable(let error):
      Wording("code table ", "代码表 ") + error.wording
    case .lengthsAreForText:
      Wording(
        "lengths are for fields of type string",
        "长度约束只用于 string 字段")
    case .badPattern(let text, .malformed):
      Wording(
        "`\(text)` is not a regular expression",
        "“\(text)”不是正则表达式")
    case .badPattern(let text, .unsupported(let part)):
      Wording(
        "`\(text)` has `\(part)`, which could take without end on a long value; write the pattern "
          + "without it",
        "“\(text)”中的“\(part)”遇到长值可能无休止地匹配；请改写 pattern")
    case .badPattern(let text, .tooLarge):
      Wording(
        "`\(text)` repeats too much to be matched quickly; use `maxLength` for a length",
        "“\(text)”的重复次数过多，无法快速匹配；限制长度请用 maxLength")
    case .groupSize:
      Wording(
        "is 3, or 4 for numbers divided as Chinese counts (12,3456)",
        "应为 3，或按万分组（12,3456）时为 4")
    case .groupSizeWithoutCharacter:
      Wording("needs a `groupChar`", "需要 groupChar")
    case .badBound(let text, let type):
      Wording(
        "`\(text)` cannot bound a field of type \(type.rawValue)",
        "“\(text)”不能作为 \(type.rawValue) 字段的界限")
    case .publicAndPersonal(let field):
      Wording(
        "`\(field)` is protected or has a check for something personal, and cannot be public",
        "字段 \(field) 受保护或有个人信息校验，不能设为 public")
    // A norm of staffing.
    case .columnTwice(let name):
      Wording("two columns are called '\(name)'", "有两个列名为“\(name)”")
    case .notAColumnName(let name):
      Wording(
        "'\(name)' is no name of a column: lower-case letters, digits and underlines, a letter first",
        "“\(name)”不能作列名：只用小写字母、数字和下划线，以字母开头")
    case .postTwice(let role, let level):
      Wording(
        "the role \(role) stands twice for the level \(level)",
        "层级 \(level) 的角色 \(role) 写了两次")
    case .tooManyPosts(let most):
      Wording("is more than \(most) per cell", "每个单元超过 \(most) 人")
    // The block `gewu`.
    case .dedupeWithoutKey:
      Wording(
        "`dedupe` needs a `primaryKey`",
        "dedupe 需要 primaryKey")
    case .appendWithKey:
      Wording(
        "`append` takes no key, but `primaryKey` names one; say incremental or full",
        "append 不使用主键，而 primaryKey 已指定；请改为 incremental 或 full")
    case .loadWithoutKey(let mode):
      Wording(
        "`\(mode.rawValue)` needs a `primaryKey` to know rows again; name one or say "
          + "append",
        "\(mode.rawValue) 需要 primaryKey 才能识别同一行；请指定主键或改为 append")
    case .noPartitionFields:
      Wording(
        "`partition` needs the fields that tell the partitions apart: `partition: "
          + "[month]`",
        "partition 需要指定划分分区的字段：partition: [month]")
    case .partitionWithoutLoad:
      Wording(
        "is for `load: partition`; say so, or leave it out",
        "只用于 load: partition；请设置或删除")
    case .emptyPartition:
      Wording(
        "must name a field",
        "至少需要一个字段")
    case .periodWithoutPlaces:
      Wording(
        "names no time: write `{year}` and `{month}` where they stand in the file's name",
        "没有指明时间：请在文件名中年、月所在处写 {year} 和 {month}")
    case .periodOfOneKind:
      Wording(
        "takes either `file`, a pattern of the file's name, or `field`",
        "只能是 file（文件名模式）或 field（字段）之一")
    case .keyExcluded(let field):
      Wording(
        "field `\(field)` is part of the key, which always counts",
        "字段 \(field) 是主键的一部分，不能排除")
    case .notADate(let field, let type):
      Wording(
        "field `\(field)` is a \(type.rawValue); `date` needs a date or datetime",
        "字段 \(field) 的类型是 \(type.rawValue);date 需要 date 或 datetime 字段")
    case .exposureNotANumber(let field):
      Wording(
        "field `\(field)` must be of type integer or number",
        "字段 \(field) 的类型必须是 integer 或 number")
    case .notAnErrorLimit:
      Wording(
        "must be a number of rows or a share: 100, 5%",
        "必须是行数或百分比：100、5%")
    case .notAShare(let example):
      Wording(
        "must be a share such as \(example)",
        "必须是百分比，如 \(example)")
    case .notDays:
      Wording(
        "must be a number of days such as 40d",
        "必须是天数，如 40d")
    case .warnAfterError:
      Wording(
        "`warn` must come before `error`",
        "warn 不能晚于 error")
    case .sensitivityOutOfRange:
      Wording(
        "must be 1, 2, 3 or 4, the most sensitive",
        "必须是 1 至 4,4 为最敏感")
    case .noSubject:
      Wording(
        "needs a `subject`",
        "需要 subject")
    case .emptyIdentity:
      Wording(
        "each key must name a field",
        "每个标识至少需要一个字段")
    case .subjectNeedsField(let subject, let field):
      Wording(
        "subject `\(subject.rawValue)` needs a field named `\(field)`; add it, with "
          + "the file's column names as its aliases",
        "主题 \(subject.rawValue) 需要名为 \(field) 的字段；请添加，并把文件的列名写入 aliases")
    case .subjectNeedsKey(let subject):
      Wording(
        "subject `\(subject.rawValue)` needs `primaryKey: [external_id]`",
        "主题 \(subject.rawValue) 需要 primaryKey: [external_id]")
    // Where the records are.
    case .positionNotAlone:
      Wording(
        "`geometry` and `crs: auto` cannot stand beside another position; keep one of "
          + "them",
        "geometry 和 crs: auto 不能与其他坐标规则并列；请只保留一个")
    case .mixedLocation(let kind):
      Wording(
        "give either `\(kind)` or `x`, `y` and `crs`; several rules make a list",
        "\(kind) 与 x、y、crs 只能选其一；多条规则请写成列表")
    case .geometryIncomplete:
      Wording(
        "needs `type` (point, line or polygon) and `crs` (file, EPSG:n, …)",
        "需要 type（point、line 或 polygon）和 crs（file、EPSG:n 等）")
    case .coordinatesIncomplete:
      Wording(
        "needs `x`, `y` and `crs` (EPSG:n, wgs84, cgcs2000, gcj02 or bd09); a system "
          + "is never guessed",
        "需要 x、y 和 crs（EPSG:n、wgs84、cgcs2000、gcj02 或 bd09）；坐标系从不猜测")
    case .axisNotANumber(let field):
      Wording(
        "field `\(field)` must be of type number",
        "字段 \(field) 的类型必须是 number")
    case .withinIsForAuto:
      Wording(
        "`within` helps to decide on `crs: auto`; remove it",
        "within 仅用于 crs: auto；请删除")
    case .unknownCRS(let name):
      Wording(
        "'\(name)' is not a coordinate reference system known here; give EPSG:n (for "
          + "example EPSG:4490), wgs84, cgcs2000, gcj02 or bd09",
        "未知的坐标系 \(name)；可用 EPSG:n、wgs84、cgcs2000、gcj02、bd09")
    }
  }
}

extension DatePatternFault {
  /// What is wrong with a pattern.
  fileprivate var english: String {
    switch self {
    case .loneSign: "ends in a lone %"
    case .noYear: "names no year"
    case .unknownDirective(let letter): "the directive %\(letter) is not known"
    }
  }
}

extension Wording {
  /// What someone probably meant, behind what they said.
  static func didYouMean(_ name: String) -> Wording {
    Wording("; did you mean `\(name)`?", "；是否应为 \(name)？")
  }
}
