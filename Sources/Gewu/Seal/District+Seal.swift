import Access
package import Warehouse

/// What sealing a store came to.
package struct SealReport: Sendable, Equatable {
  /// How many values were sealed by this call.
  package let values: Int
  /// How many source files of the archive were.
  package let files: Int
  /// Where the key is; nil where the store had it before.
  package let place: KeyPlace?
  package let status: SealStatus

  /// The file that the key was written into; nil where none was made.
  package var keyFile: String? { place?.made }
}

extension District {
  /// What is sealed, under which versions of the key; needs no key.
  package func sealStatus() throws -> SealStatus { try store.sealStatus() }

  /// Whether the store has a key; one that has none is for data that is not personal only.
  package func isSealed() throws -> Bool { try store.isSealed() }

  /// Gives the store a key, and seals what is in the clear.
  ///
  /// Of a store that has a key only what is left in the clear is sealed: what an interrupted call
  /// left.
  ///
  /// - Parameters:
  ///   - algorithms: by which it is sealed; where none are given those that it is sealed by, else AES.
  ///   - keys: where its key is, or is to be made: where the store looks for it, too.
  ///   - comment: what is written into the file of a key that is made; the store's name is given.
  ///   - progress: told how many values and files were sealed so far.
  /// - Throws: `SealFault`, ``KeyFault``, `StoreError`.
  package func seal(
    by algorithms: SealAlgorithms? = nil, keys: KeySource, comment: (_ store: String) -> String,
    progress: (Int) -> Void = { _ in }
  ) throws -> SealReport {
    var place: KeyPlace?
    if let current = try sealStatus().versions.last?.profile {
      if let algorithms, algorithms.profile != current {
        throw SealFault.otherProfile(path: storePath, current)
      }
    } else {
      do {
        try store.makeSeal(profile: (algorithms ?? .aes).profile) { name in
          let found = try keys.keyToSeal(
            store: name, comment: comment(name), sparing: Self.files(ofStoreAt: storePath))
          place = found.place
          return found.key
        }
      } catch {
        // A key that no store has.
        if let made = place?.made { KeyFile.remove(made) }
        throw error
      }
    }
    return try sealAll(place, progress)
  }

  /// Begins a new version of the key, moves all values to it and takes the former ones out; goes on with a
  /// rotation that was interrupted.
  ///
  /// - Parameter algorithms: by which the new version seals; where none are given those of the former one.
  /// - Throws: `SealFault`, ``KeyFault``, `StoreError`.
  package func rotateSeal(
    to algorithms: SealAlgorithms? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> SealReport {
    try store.rotateSeal(profile: algorithms?.profile)
    return try sealAll(nil, progress)
  }

  /// Seals the archive, then what is in the tables: with the last of both the former versions of the key go.
  private func sealAll(_ place: KeyPlace?, _ progress: (Int) -> Void) throws -> SealReport {
    let files = try store.sealArchive(progress)
    let values = try store.sealRest { progress(files + $0) }
    return SealReport(values: values, files: files, place: place, status: try sealStatus())
  }

  /// Wraps the keys of the store by another master key, made where its file is not there.
  ///
  /// - Throws: `SealFault`, ``KeyFault``, `StoreError`.
  package func rewrapSeal(by file: String, comment: (_ store: String) -> String) throws
    -> SealReport
  {
    guard let identity = try sealStatus().identity else {
      throw SealFault.notSealed(path: storePath)
    }
    let found = try KeySource(file: file)
      .keyToSeal(
        store: identity.store, comment: comment(identity.store),
        sparing: Self.files(ofStoreAt: storePath))
    try store.rewrapSeal(by: found.key)
    return SealReport(values: 0, files: 0, place: found.place, status: try sealStatus())
  }

  /// The text of the store's key, to be kept apart from it.
  ///
  /// - Throws: `SealFault`, ``KeyFault``.
  package func recoveryText(keys: KeySource, comment: (_ store: String) -> String) throws -> String
  {
    guard let identity = try sealStatus().identity else {
      throw SealFault.notSealed(path: storePath)
    }
    guard let key = try keys.key(of: identity) else {
      throw SealFault.noKey(path: storePath, identity)
    }
    guard key.id == identity.key else {
      throw SealFault.wrongKey(path: storePath, given: key.id, identity)
    }
    return KeyFile.text(of: key, comment: comment(identity.store))
  }
}
