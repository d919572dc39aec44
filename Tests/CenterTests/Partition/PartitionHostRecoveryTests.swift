import Cluster
import ContactCenter
import Testing
import Wire

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct PartitionHostRecoveryTests {
    /// Does a bit of everything.
    private func work(_ fixture: Fixture) async throws -> ContactID {
        try await fixture.prepare()
        try await fixture.staff(Fixture.anna, stream: 5)
        let first = try await fixture.opened()
        _ = try await fixture.opened()
        let host = fixture.host
        let offer = try #require(try await host.read { floor, _ in floor.contact(first)?.offer })
        #expect(try await host.submit(fixture.command(.accept(offer))) == .done(.nothing))
        #expect(try await host.submit(fixture.command(.complete(first))) == .done(.nothing))
        return try await fixture.opened()
    }

    @Test func aNewHostHasEverythingThatWasAnswered() async throws {
        let fixture = Fixture()
        let bytes = try await fixture.withHost { _ in
            _ = try await work(fixture)
            #expect(
                try await fixture.host.submit(fixture.command(.detachStream(Fixture.anna, incarnation: 5)))
                    == .done(.nothing))
            return try await fixture.floorBytes()
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            #expect(try await next.floorBytes() == bytes)
            #expect(try await host.read { floor, _ in floor.checkInvariants() } == [])
            let status = await host.status()
            #expect(status.epoch == 2)
            #expect(status.recovery.snapshot == nil)
            #expect(status.recovery.commands > 5)
        }
    }

    @Test func whatWasNotDurableIsGoneAndWasNeverAnswered() async throws {
        let fixture = Fixture()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await fixture.host.run() }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            fixture.journal.hold()
            async let lost = fixture.opened()
            await eventually { fixture.journal.heldCount == 1 }
            fixture.store.seize()
            group.cancelAll()
            fixture.journal.letGo()
            try await group.waitForAll()
            do {
                _ = try await lost
                Issue.record("an answer left without its record")
            } catch let error as CenterError {
                #expect(error.code.leavesOutcomeUnknown)
            }
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            #expect(try await host.read { floor, _ in floor.figures.live } == 0)
        }
    }

    @Test func aRepeatedCommandGetsTheSameAnswerAfterARestart() async throws {
        let fixture = Fixture()
        let open = fixture.open()
        let refused = fixture.command(.abandon(ContactID(partition: 0, count: 99)))
        let answers = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            return [try await host.submit(open), try await host.submit(refused)]
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            #expect(try await host.submit(open) == answers[0])
            #expect(try await host.submit(refused) == answers[1])
            #expect(try await host.read { floor, _ in floor.figures.live } == 1)
        }
    }

    @Test func aSnapshotReplacesWhatIsBeforeTheOneBeforeIt() async throws {
        let fixture = Fixture { $0.snapshotRecords = 5 }
        let bytes = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            for count in 1...3 {
                let before = await host.status().snapshot
                for _ in 0..<5 { _ = try await fixture.opened() }
                await eventually { await host.status().snapshot != before }
                #expect(try await host.read { floor, _ in floor.figures.waiting } >= 5 * count)
            }
            _ = try await fixture.opened()
            await eventually { fixture.store.entries.first?.sequence != JournalSequence(1) }
            return try await fixture.floorBytes()
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            #expect(try await next.floorBytes() == bytes)
            let recovery = await host.status().recovery
            #expect(recovery.snapshot != nil)
            #expect(recovery.records < 20)
        }
    }

    @Test func aDamagedSnapshotIsPassedOverForTheOneBefore() async throws {
        let fixture = Fixture()
        let (bytes, references) = try await fixture.withHost { host async throws in
            try await fixture.prepare()
            for _ in 0..<2 {
                let before = await host.status().snapshot
                _ = try await fixture.opened()
                await host.requestSnapshot()
                await eventually { await host.status().snapshot != before }
            }
            _ = try await fixture.opened()
            return (try await fixture.floorBytes(), try await fixture.journal.snapshots())
        }
        #expect(references.count == 2)
        fixture.store.damage(try #require(references.first))
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            #expect(try await next.floorBytes() == bytes)
            let recovery = await host.status().recovery
            #expect(recovery.snapshot == references.last?.sequence)
            #expect(recovery.passedOver.count == 1)
        }
    }

    @Test func aSnapshotThatCannotBeReadNowIsNoLossOfData() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            for _ in 0..<2 {
                let before = await host.status().snapshot
                _ = try await fixture.opened()
                await host.requestSnapshot()
                await eventually { await host.status().snapshot != before }
            }
            await eventually { fixture.store.entries.first?.sequence != JournalSequence(1) }
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        next.journal.hideSnapshots()
        let error = await #expect(throws: CenterError.self) { try await next.host.run() }
        #expect(error?.code == .unavailable)
        let last = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 3)
        try await last.withHost { host async throws in #expect(await host.status().recovery.snapshot != nil) }
    }

    @Test func aSnapshotThatNoRecordNamesNeverCounts() async throws {
        let fixture = Fixture()
        let bytes = try await fixture.withHost { _ in
            try await fixture.prepare()
            _ = try await fixture.opened()
            let end = try #require(fixture.store.entries.last)
            try await fixture.journal.store(Snapshot(of: [1, 2, 3], at: end.sequence))
            return try await fixture.floorBytes()
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            #expect(try await next.floorBytes() == bytes)
            #expect(await host.status().recovery.snapshot == nil)
        }
    }

    @Test func whatIsOwedIsSaidAgain() async throws {
        let fixture = Fixture()
        let contact = try await fixture.withHost { _ in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna, stream: 5)
            return try await fixture.opened()
        }
        let next = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await next.withHost { host async throws in
            let epoch = await host.status().position
            let stream = try await host.attach(Fixture.anna, incarnation: 6, after: .start).get()
            var items = try await host.nextNotices(of: stream) ?? []
            items = items.filter { $0.position.sequence <= epoch }
            guard
                case .notice(.offered(let offer))? = items.last(where: {
                    if case .notice(.offered) = $0.content { true } else { false }
                })?.content
            else { throw CenterError(.invalid, "the offer was not said again") }
            #expect(offer.contact == contact)
        }
    }
}
