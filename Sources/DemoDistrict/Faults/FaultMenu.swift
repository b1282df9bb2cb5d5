import Datasets
import DemoTruth

/// The faults that a data set's file can have, by its manifest and the format of the file.
struct FaultMenu {
  let faults: [Fault]

  init(_ maker: RowMaker, format: FileForm) {
    var faults: [Fault] = []
    let manifest = maker.manifest
    for index in manifest.fields.indices {
      faults += Self.faults(of: index, maker, format: format)
    }
    if let place = maker.place {
      faults += [Fault(.coordinateZero), Fault(.coordinateFar)]
      if place.maker.isGeographic { faults.append(Fault(.coordinateSwapped)) }
      let isRequired = [place.x, place.y].contains { manifest.fields[$0].constraints.isRequired }
      if !isRequired { faults += [Fault(.coordinateMissing), Fault(.coordinateMissing)] }
      faults.append(Fault(.coordinateOutside))
    }
    if let shape = maker.shape {
      faults += [Fault(.shapeMissing), Fault(.shapeMissing)]
      if shape.type == .point {
        faults += [Fault(.shapeZero), Fault(.shapeFar), Fault(.shapeOutside)]
      }
    }
    for unit in maker.units {
      let field = manifest.fields[unit.field]
      guard !Self.isArea(unit.field, maker), field.checks.isEmpty, !field.constraints.isUnique
      else { continue }
      faults.append(Fault(.unitUnknown, unit.field))
    }
    if format.isText {
      if manifest.fields.count > 2 { faults += [Fault(.shortRow), Fault(.longRow)] }
      faults += [Fault(.blankRow), Fault(.blankRow)]
    }
    faults += [Fault(.duplicate), Fault(.duplicate)]
    if !manifest.primaryKey.isEmpty { faults.append(Fault(.changedDuplicate)) }
    self.faults = faults
  }

  /// Whether a field names the area that a row is: an office that lists areas knows which they are.
  private static func isArea(_ index: Int, _ maker: RowMaker) -> Bool {
    maker.view.isOfAreas && maker.manifest.primaryKey.contains(maker.manifest.fields[index].name)
  }

  private static func faults(of index: Int, _ maker: RowMaker, format: FileForm) -> [Fault] {
    let field = maker.manifest.fields[index]
    var kinds: [FaultKind] = []
    if field.constraints.isRequired, !isArea(index, maker) { kinds.append(.missingRequired) }
    kinds += ofChecks(field, format: format)
    guard !maker.isFixed(index) else { return kinds.map { Fault($0, index) } }
    if !field.constraints.isRequired,
      (field.missingValues ?? maker.manifest.missingValues).contains("\\N")
    {
      kinds.append(.nullMarker)
    }
    if let table = field.codeTable {
      kinds.append(.unknownCode)
      if table.entries.contains(where: { !$0.label.isEmpty }) { kinds += [.label, .label] }
    } else if !field.constraints.allowed.isEmpty {
      kinds.append(.notAllowed)
    }
    switch field.type {
    case .date, .datetime:
      kinds.append(.badDate)
      if !field.constraints.isRequired, field.sentinels == nil { kinds.append(.dateSentinel) }
      if field.formats.count > 1 { kinds += [.otherDateFormat, .otherDateFormat] }
    case .integer, .number:
      guard format != .shapefile else { break }
      kinds.append(.badNumber)
      if field.groupCharacter == nil, field.decimalCharacter == UInt8(ascii: ".") {
        kinds.append(.commaDecimal)
      }
    case .string: kinds += ofText(field, format: format)
    case .boolean: break
    }
    if format.isWorkbook, !field.constraints.isRequired { kinds.append(.cellError) }
    return kinds.map { Fault($0, index) }
  }

  private static func ofChecks(_ field: ManifestField, format: FileForm) -> [FaultKind] {
    var kinds: [FaultKind] = []
    for check in field.checks {
      switch check.name {
      case "cn.resident-id":
        kinds += [.residentCheck, .residentMasked, .residentLegacy, .residentLower]
        if format.isWorkbook { kinds += [.precisionLost, .precisionLost] }
      case "cn.credit-code": kinds.append(.creditCheck)
      case "cn.mobile", "cn.phone": kinds.append(.badMobile)
      default: break
      }
    }
    return kinds
  }

  private static func ofText(_ field: ManifestField, format: FileForm) -> [FaultKind] {
    var kinds: [FaultKind] = []
    let isFree = field.checks.isEmpty && field.codeTable == nil && field.constraints.allowed.isEmpty
    guard isFree, field.constraints.pattern == nil else { return [] }
    if let most = field.constraints.maximumLength, most <= 60 { kinds.append(.tooLong) }
    if takesRemark(field), (field.constraints.maximumLength ?? 99) >= 60,
      field.constraints.minimumLength == nil, format != .shapefile
    {
      kinds.append(.quotedNewline)
    }
    if field.isTrimmed, format.isText { kinds.append(.wideSpaces) }
    return kinds
  }

  /// Whether somebody may write a remark behind the text: where an office copies a name or an address from
  /// its register nobody does.
  private static func takesRemark(_ field: ManifestField) -> Bool {
    !copied.contains(field.name) && !field.name.hasSuffix("address")
      && !field.name.hasSuffix("_place")
  }

  private static let copied: Set<String> = [
    "grid_name", "community_name", "street_name", "estate_name", "organisation_name", "unit_name",
    "employer", "applicant", "owner", "owner_name", "holder", "holder_name", "lessor", "lessee",
    "manager", "operator",
  ]
}
