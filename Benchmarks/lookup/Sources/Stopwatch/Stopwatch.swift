import Foundation

/// Processor time, which other programs on the machine do not lengthen as they do the clock's.
public func seconds(_ work: () -> Void) -> Double {
  let start = clock()
  work()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

/// Time by the clock, for what several threads share and for what waits for the system.
public func elapsed(_ work: () -> Void) -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  work()
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
}
