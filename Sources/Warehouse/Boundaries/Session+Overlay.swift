extension Session {
  /// Lays boundaries over each other, by GEOS.
  ///
  /// A boundary that touches itself is made valid first: it is prepared once and can be laid over
  /// many others.
  public func overlay() throws -> BoundaryOverlay {
    try BoundaryOverlay(db, srid: Int32(store.srid))
  }
}
