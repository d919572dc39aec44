import Cluster
import ContactCenter
import Testing

@testable import Center

/// Reads of a host whose journal others can write too.
@Suite(.timeLimit(.minutes(1))) struct PartitionHostCurrencyTests {
    private static let shared: [Overtaking] = [.seenInEnd, .seenInAppends]

    @Test(arguments: shared) func aReadIsAnsweredOnceNobodyIsSeenToHaveTakenOver(_ how: Overtaking) async throws {
        let fixture = Fixture(store: MemoryJournalStore(overtaking: how))
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            _ = try await fixture.opened()
            let looks = fixture.journal.lookCount + fixture.journal.appendCount
            #expect(try await host.read { floor, _ in floor.figures.live } == 1)
            #expect(fixture.journal.lookCount + fixture.journal.appendCount == looks + 1)
        }
    }

    @Test(arguments: shared) func theReadOfOneWhoWasOvertakenNeverLeaves(_ how: Overtaking) async throws {
        let fixture = Fixture(store: MemoryJournalStore(overtaking: how))
        let ending = Ending()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await fixture.host.run() } catch { ending.set(error as? CenterError) }
            }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            try await fixture.journal.letAnotherTakeOver(incarnation: 9)
            let error = await #expect(throws: CenterError.self) {
                try await fixture.host.read { floor, _ in floor.figures.live }
            }
            #expect(error?.code == .movedAway)
            try await group.waitForAll()
        }
        #expect(ending.error?.code == .movedAway)
    }

    @Test(arguments: shared) func aRefusalOfOneWhoWasOvertakenNeverLeaves(_ how: Overtaking) async throws {
        let fixture = Fixture(store: MemoryJournalStore(overtaking: how))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await fixture.host.run() }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            let open = fixture.open()
            _ = try await fixture.host.submit(open)
            try await fixture.journal.letAnotherTakeOver(incarnation: 9)
            let error = await #expect(throws: CenterError.self) { try await fixture.host.submit(open) }
            #expect(error?.code == .movedAway)
            try await group.waitForAll()
        }
    }

    @Test func readsThatGatherShareALook() async throws {
        let fixture = Fixture(store: MemoryJournalStore(overtaking: .seenInEnd))
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let looks = fixture.journal.lookCount
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<100 {
                    group.addTask { try await host.read { floor, _ in floor.figures.live } }
                }
                for try await count in group { #expect(count == 0) }
            }
            #expect(fixture.journal.lookCount - looks < 100)
        }
    }
}
