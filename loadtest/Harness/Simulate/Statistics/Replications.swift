import Foundation
import Wire

/// Independent plays of the same, each with a seed of its own, as many at once as there are processors.
enum Replications {
    /// The seed of one of them.
    static func seed(_ seed: UInt64, _ number: Int) -> UInt64 {
        var random = SeededGenerator(seed: seed &+ UInt64(number))
        return random.next()
    }

    /// What each came to, in their order.
    static func play<Outcome: Sendable>(
        _ count: Int, _ body: @Sendable @escaping (Int) throws(HarnessError) -> Outcome
    ) async throws(HarnessError) -> [Outcome] {
        let width = max(1, min(count, ProcessInfo.processInfo.activeProcessorCount))
        let results = await withTaskGroup(of: [(Int, Result<Outcome, HarnessError>)].self) { group in
            for part in 0..<width {
                group.addTask {
                    stride(from: part, to: count, by: width).map { number in
                        (number, Result { () throws(HarnessError) in try body(number) })
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        var outcomes: [Outcome] = []
        for (_, result) in results.sorted(by: { $0.0 < $1.0 }) { outcomes.append(try result.get()) }
        return outcomes
    }
}
