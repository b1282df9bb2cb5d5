import Synchronization

/// Values by what they are made of, each made once.
final class Shelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Place: Sendable { let value = Mutex<Value?>(nil) }

  private let places = Mutex<[Key: Place]>([:])

  func value(_ key: Key, make: () -> Value) -> Value {
    let place = places.withLock { places in
      let place = places[key] ?? Place()
      places[key] = place
      return place
    }
    return place.value.withLock { value in
      let made = value ?? make()
      value = made
      return made
    }
  }
}
