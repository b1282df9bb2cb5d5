/// A place where an organisation can be: a shop at a door, a floor of offices, a workshop, a school.
package struct Premises: Sendable {
  /// What it was built for.
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 商铺: a shop on the ground floor at a road.
    case shop
    /// 办公: an office in an office building, or a flat's address that registers as one.
    case office
    /// 厂房: a workshop or hall in the industrial parts.
    case workshop
    /// 仓库: storage.
    case storage
    /// 学校 and 幼儿园: a site of its own.
    case school
    /// 医院, 社区卫生服务中心, 养老机构.
    case health
    /// 机关, 居委会, 村委会, 派出所, 街道办.
    case government
    /// 商场, 酒店, 市场: a large building that many share.
    case hall
    /// 庙、公园、景区、场馆.
    case culture
    /// 加油站, 充电站, 变电站, 水厂.
    case utility
    /// 农业: barns and greenhouses.
    case farm
    /// 工地: a site where something is being built.
    case site
  }

  /// The place of its building in `ground.buildings`.
  package var building: Int32
  package var kind: Kind
  /// 单元 of a flat where a firm is registered; 0 elsewhere.
  package var entrance: UInt8 = 0
  /// From 1; 0 for the whole building.
  package var floor: UInt8
  /// The number of the door on its floor, from 1; 0 where it has the floor or the building alone.
  package var door: UInt8
  /// In square metres.
  package var area: UInt16
}
