// GiStarBenchmark INPUT OUTPUT PERMUTATIONS THREADS
//
// INPUT: a line a cell, its value and then its neighbours (0-based).
// PERMUTATIONS: a number, or "adaptive".
// OUTPUT: a line a cell, z, permutation p and the number of permutations. The seconds of the statistic go to stdout.
import Foundation
import HotSpots

let arguments = CommandLine.arguments
guard arguments.count == 5, let permutations = Permutations(rawValue: arguments[3]), let threads = Int(arguments[4])
else {
  print("usage: GiStarBenchmark INPUT OUTPUT PERMUTATIONS THREADS")
  exit(64)
}
var values: [Double] = []
var rows: [[Int]] = []
for line in try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n") {
  let fields = line.split(separator: " ")
  guard let first = fields.first, let value = Double(first) else {
    print("\(arguments[1]): line \(values.count + 1) does not start with a number")
    exit(1)
  }
  values.append(value)
  rows.append(fields.dropFirst().compactMap { Int($0) })
}

let weights = SpatialWeights(rows: rows)
let method = GiStar(permutations: permutations, seed: 1, threads: threads)
var results: [CellStatistic] = []
let seconds = try ContinuousClock().measure {
  results = try method.statistics(of: values, weights: weights)
}
print(seconds / .seconds(1))
try results.map { "\($0.z ?? .nan) \($0.pPermutation ?? .nan) \($0.permutations ?? 0)" }
  .joined(separator: "\n").write(toFile: arguments[2], atomically: true, encoding: .utf8)
