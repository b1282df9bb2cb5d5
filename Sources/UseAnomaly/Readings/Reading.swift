/// A reading of a home's meter: what flowed between two days.
package struct Reading: Sendable, Hashable {
  /// What the company says of how it was read.
  package enum Kind: Int, Sendable, CaseIterable {
    /// It says nothing.
    case unknown
    case read
    /// 估抄: nobody was let in.
    case estimated
    /// The first that was read after one that was estimated, of several periods therefore.
    case caughtUp
    /// The meter was changed since the reading before.
    case meterChanged
  }

  /// The day of the reading before, by its ordinal (days since 1970-01-01); nil where it is not known.
  package var from: Int32?
  /// The day of this one, in the years 1 to 9999.
  package var to: Int32
  /// Cubic metres of water, kilowatt hours of power.
  package var volume: Double
  package var kind: Kind
  /// Anything that tells one meter from another; nil where it is not known.
  package var meter: Int64?
  /// Whether it is billed as that of a home (居民).
  package var isDomestic: Bool

  package init(
    from: Int32?, to: Int32, volume: Double, kind: Kind = .unknown, meter: Int64? = nil,
    isDomestic: Bool = true
  ) {
    (self.from, self.to, self.volume, self.kind) = (from, to, volume, kind)
    (self.meter, self.isDomestic) = (meter, isDomestic)
  }
}
