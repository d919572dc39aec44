import Cluster
import JournalConformance
import Testing

@testable import ClusterNATS

/// What became of appends that were under way together.
struct AppendOutcomes: Sendable {
    var confirmed: Set<UInt64> = []
    var unknown: Set<UInt64> = []
    var others: [JournalError] = []

    private var isOver: Bool { !unknown.isEmpty || !others.isEmpty }

    /// Appends sample records, eight under way, until one fails; `act` is carried out once `count` are confirmed.
    static func of(
        _ journal: JetStreamJournal, behind count: Int, act: @escaping @Sendable () async -> Void
    ) async -> AppendOutcomes {
        await withTaskGroup(of: (UInt64, Result<JournalReceipt, JournalError>).self) { group in
            var outcomes = AppendOutcomes()
            var next: UInt64 = 0
            while true {
                while next < outcomes.confirmed.count + 8, !outcomes.isOver {
                    let follows = next
                    group.addImmediateTask { (follows, await outcome(of: follows, journal)) }
                    next += 1
                }
                guard let (follows, result) = await group.next() else { return outcomes }
                outcomes.take(result, at: follows + 1)
                if outcomes.confirmed.count == count { await act() }
            }
        }
    }

    /// Checks that the journal holds every confirmed record, in order, and of the others at most the unknown ones.
    func check(_ journal: JetStreamJournal) async throws {
        var entries: [JournalEntry] = []
        while true {
            let last = entries.last?.sequence ?? .start
            let more = try await whenAvailable { () async throws(JournalError) in
                try await journal.read(after: last, upTo: 100_000)
            }
            if more.isEmpty { break }
            entries += more
        }
        #expect(entries.map(\.sequence.value) == Array(1...UInt64(entries.count)))
        #expect(entries.allSatisfy { $0.record == JournalSample.record(follows: $0.sequence.value - 1) })
        let found = Set(entries.map(\.sequence.value))
        #expect(confirmed.isSubset(of: found), "everything that was acknowledged is there")
        #expect(found.isSubset(of: confirmed.union(unknown)))
        #expect(others.allSatisfy { $0.code == .unavailable }, "\(others)")
    }

    private mutating func take(_ result: Result<JournalReceipt, JournalError>, at sequence: UInt64) {
        switch result {
        case .success: confirmed.insert(sequence)
        case .failure(let error) where error.code == .unknown: unknown.insert(sequence)
        case .failure(let error): others.append(error)
        }
    }

    private static func outcome(
        of follows: UInt64, _ journal: JetStreamJournal
    ) async -> Result<JournalReceipt, JournalError> {
        do throws(JournalError) {
            return .success(try await journal.append(JournalSample.record(follows: follows)))
        } catch {
            return .failure(error)
        }
    }
}
