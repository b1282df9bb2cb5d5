/// A body that is known from where it stands: the canteen of a community, the operator of a hall.
///
/// It is a firm of ``Firms`` like all others; this says which one.
package struct Body: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 社区食堂, 居家养老服务中心: `place` is a community.
    case canteen, careCentre
    /// 养老服务综合体 of a street.
    case streetCare
    /// Associations of the district; `number` is the place in ``Associations/district``.
    case association
    /// 异地商会: of people from one prefecture elsewhere.
    case homeChamber
    /// Associations of a street; `number` is the place in ``Associations/street``.
    case streetAssociation
    /// 老年协会 of a community.
    case elderAssociation
    /// 民办非企业单位: sports clubs, art troupes, schools, museums; `number` is the place in
    /// ``Associations/clubs``.
    case club
    case foundation
    /// 公证处, 司法鉴定中心, and the 法律服务所 of a street.
    case notary, appraiser, legalOffice
    /// 村股份经济合作社; `place` is a community. 组经济合作社 beside it, `number` is the group.
    case collective, groupCollective
    /// Who runs a hall, a large hotel, an office tower: `place` is the building.
    case mall, hotel, tower
  }

  package var kind: Kind
  package var number: UInt8
  package var place: Int32
}
