import Center
import Cluster
import ContactCenter
import Testing

@Suite(.timeLimit(.minutes(1))) struct PartitionHostEndingTests {
    private func code(_ body: () async throws -> Void) async -> CenterError.Code? {
        do { try await body() } catch { return (error as? CenterError)?.code }
        return nil
    }

    @Test func aHostThatHandsOverAnswersWhatItTookOnAndRefusesTheRest() async throws {
        let store = MemoryJournalStore()
        let fixture = Fixture(store: store)
        try await withThrowingTaskGroup(of: CenterError.Code?.self) { group in
            group.addTask { await code { try await fixture.host.run() } }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            let contact = try await fixture.opened()
            fixture.host.handOver()
            await eventually { await fixture.host.status().phase != .serving }
            let refusal = await code { _ = try await fixture.opened() }
            #expect(refusal == .draining || refusal == .unavailable)
            #expect(try await group.next() == .some(nil))
            // The store is let go of, and the next owner has everything.
            let next = Fixture(store: store, incarnation: 2)
            let found = try await next.withHost { host in try await host.read { floor, _ in floor.contact(contact) } }
            #expect(found?.id == contact)
        }
    }

    @Test func aHostThatStepsDownEndsAtOnce() async throws {
        let fixture = Fixture()
        try await withThrowingTaskGroup(of: CenterError.Code?.self) { group in
            group.addTask { await code { try await fixture.host.run() } }
            try await fixture.host.waitUntilServing()
            await fixture.host.stepDown()
            #expect(try await group.next() == .movedAway)
        }
    }

    @Test func aHostThatGaveItsPartitionUpSaysWhyThoughItIsCancelledBeforeItHasEnded() async throws {
        let fixture = Fixture()
        let ending = Ending()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                do { try await fixture.host.run() } catch { ending.set(error as? CenterError) }
            }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            // An append that does not come back holds the end up.
            fixture.journal.hold()
            async let answer = code { _ = try await fixture.opened() }
            await eventually { fixture.journal.heldCount == 1 }
            await fixture.host.stepDown()
            #expect(await answer == .movedAway)
            group.cancelAll()
            fixture.journal.letGo()
            try await group.waitForAll()
        }
        #expect(ending.error?.code == .movedAway)
    }

    @Test func aFormerOwnerDoesNotAnswerFromItsOldFloor() async throws {
        let store = MemoryJournalStore(overtaking: .seenInAppends)
        let former = Fixture(store: store)
        let next = Fixture(store: store, incarnation: 2)
        try await withThrowingTaskGroup(of: CenterError.Code?.self) { group in
            group.addTask { await code { try await former.host.run() } }
            try await former.host.waitUntilServing()
            try await former.prepare()
            group.addTask { await code { try await next.host.run() } }
            try await next.host.waitUntilServing()
            #expect(await code { _ = try await former.host.read { floor, _ in floor.figures } } == .movedAway)
            #expect(try await next.host.read { floor, _ in floor.configurationVersion } == 1)
            #expect(try await group.next() == .movedAway)
            group.cancelAll()
        }
    }
}
