import Access
import Files
import Foundation
import GRDB
import Tabular

extension Store {
  /// Seals the files of the archive that lie in the clear, and moves those under a former version of the key to the
  /// newest.
  ///
  /// Each appears whole under its name before the one that it stands for is gone: where this is interrupted,
  /// nothing is lost, and the next call goes on.
  ///
  /// - Parameter progress: told how many files were sealed so far; what it throws stops the sealing.
  /// - Returns: how many were sealed.
  /// - Throws: `SealFault`, `StoreError`.
  @discardableResult
  package func sealArchive(_ progress: (Int) throws -> Void = { _ in }) throws -> Int {
    guard let archive else { return 0 }
    return try withWriterLock {
      guard let ring = try read({ try seal.ring($0.db) }) else {
        throw SealFault.notSealed(path: path)
      }
      // Also of a store whose key is from before names were keyed.
      try write { try KeyedNames.give(FileNames(ring), $0.db) }
      let listing = ArchiveListing(archive)
      var count = 0
      for sha256 in listing.clear {
        try archive.seal(sha256, ring)
        archive.takeAway(sha256)
        count += 1
        try progress(count)
      }
      // Whoever wrote one had the writer's lock, and is gone.
      archive.forget(listing.drafts)
      for file in listing.sealed where file.version != ring.current.number {
        try archive.move(file.name, to: ring)
        count += 1
        try progress(count)
      }
      return count
    }
  }
}

extension SourceArchive {
  /// Puts a file that lies in the clear into the archive under its keyed name as well, sealed.
  ///
  /// - Throws: `StoreError`.
  func seal(_ sha256: String, _ ring: KeyRing) throws {
    let name = FileNames(ring).name(of: sha256)
    do {
      let file = try FileBytes(path: path(of: sha256))
      _ = try keep(file.bytes, name, ring, file)
    } catch let error as TabularError where error.kind == .empty {
      // Whatever became of it, it is kept: that it is not what it was, verification says.
      _ = try keep(UnsafeRawBufferPointer(start: nil, count: 0), name, ring)
    }
  }

  /// Takes a file that lies in the clear away, also from the disk, and the folder that it was the last of: its name
  /// tells what the file's SHA-256 begins with.
  func takeAway(_ sha256: String) {
    forget([path(of: sha256)])
    let parent = "\(folder)/\(sha256.prefix(2))"
    // Where it comes back after a power cut it is sealed again.
    if rmdir(parent) != 0 { try? FileDraft.sync(parent, as: parent) }
  }

  /// Seals a sealed file anew under the newest version of a ring.
  ///
  /// - Throws: `SealFault.fileChanged` where it does not open; `StoreError`.
  func move(_ name: String, to ring: KeyRing) throws {
    let file = try FileBytes(path: path(of: name))
    do {
      let sealed = try SealedFile(file.bytes)
      try write(name) { writer in
        var sealing = try FileSealing(ring, at: Self.sealPlace(of: name)) { try writer.write($0) }
        try sealed.open(ring, at: Self.sealPlace(of: name)) { text, piece in
          try sealing.add(text)
          file.release(piece)
        }
        try sealing.finish()
      }
    } catch is SealError {
      throw SealFault.fileChanged(path: file.path)
    }
  }
}
