import Cluster
import ContactCenter
import Testing
import Wire

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct PartitionHostFailureTests {
    @Test(arguments: [JournalError.Code.unknown, .conflict], [true, false])
    func anUnknownOutcomeIsFoundOut(_ code: JournalError.Code, wasWritten: Bool) async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let before = fixture.store.entries.count
            fixture.journal.script(wasWritten ? .after(code) : .before(code))
            _ = try await fixture.opened()
            _ = try await fixture.opened()
            #expect(fixture.store.entries.count == before + 2)
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 2)
        }
    }

    @Test func aFullDiskRefusesNewWorkAndRecoversByItself() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let before = fixture.store.entries.count
            fixture.journal.script(.before(.full), .before(.full))
            async let contact = fixture.opened()
            await eventually { await host.status().phase == .stalled }
            #expect(await host.status().configurationVersion == 1)
            let error = await #expect(throws: CenterError.self) { try await host.submit(fixture.open()) }
            #expect(error?.code == .journalFull)
            await eventually {
                fixture.clock.advance(by: .milliseconds(100))
                return await host.status().phase == .serving
            }
            _ = try await contact
            _ = try await fixture.opened()
            #expect(fixture.store.entries.count == before + 2)
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 2)
        }
    }

    @Test func aJournalThatTakesNothingForLongRefusesNewWorkAndRecoversByItself() async throws {
        let fixture = Fixture(store: MemoryJournalStore(overtaking: .seenInAppends))
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            fixture.journal.script(.before(.unavailable), .before(.unavailable))
            async let contact = fixture.opened()
            await eventually { await host.status().phase == .stalled }
            async let patient = fixture.opened()
            await eventually { await host.status().waitingOutputs == 2 }
            fixture.clock.advance(by: .seconds(10))
            let error = await #expect(throws: CenterError.self) { try await host.submit(fixture.open()) }
            #expect(error?.code == .stalled)
            #expect(error?.message.contains("fra.0 is unavailable") == true)
            #expect(error?.message.contains("scripted") == true)
            await #expect(throws: CenterError.self) { try await host.read { floor, _ in floor.figures.live } }
            await eventually {
                fixture.clock.advance(by: .seconds(1))
                return await host.status().phase == .serving
            }
            _ = try await (contact, patient)
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 2)
        }
    }

    @Test func whileRoomIsLowOnlyNewContactsAreRefused() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let contact = try await fixture.opened()
            fixture.store.setRoom(.low)
            #expect(try await host.submit(fixture.command(.signIn(Fixture.anna))) == .done(.nothing))
            let error = await #expect(throws: CenterError.self) { try await host.submit(fixture.open()) }
            #expect(error?.code == .journalFull)
            #expect(try await host.submit(fixture.command(.abandon(contact))) == .done(.nothing))
            fixture.store.setRoom(.plenty)
            fixture.clock.advance(by: .seconds(2))
            await #expect(throws: CenterError.self) { try await host.submit(fixture.open()) }
            await eventually { await host.status().room == .plenty }
            _ = try await fixture.opened()
        }
    }

    @Test func aHostThatWasFencedOffReleasesNothing() async throws {
        let fixture = Fixture()
        let successor = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await withThrowingTaskGroup(of: Void.self) { group in
            let ending = Ending()
            group.addTask {
                do { try await fixture.host.run() } catch { ending.set(error as? CenterError) }
            }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            fixture.journal.hold()
            async let lost = fixture.opened()
            await eventually { fixture.journal.heldCount == 1 }
            try await fixture.journal.letAnotherTakeOver(incarnation: 9)
            fixture.journal.letGo()
            do {
                _ = try await lost
                Issue.record("an answer left a host that was fenced off")
            } catch let error as CenterError {
                #expect(error.code == .movedAway)
            }
            await eventually { ending.error != nil }
            #expect(ending.error?.code == .movedAway)
            let error = await #expect(throws: CenterError.self) { try await fixture.host.submit(fixture.open()) }
            #expect(error?.code == .movedAway)
            try await group.waitForAll()
        }
        try await successor.withHost { host async throws in
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 0)
            #expect(await host.status().epoch == 3)
        }
    }

    @Test func lostRecordsStopThePartition() async throws {
        let fixture = Fixture()
        try await withThrowingTaskGroup(of: Void.self) { group in
            let ending = Ending()
            group.addTask {
                do { try await fixture.host.run() } catch { ending.set(error as? CenterError) }
            }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            fixture.store.loseLast(1)
            await #expect(throws: CenterError.self) { try await fixture.opened() }
            await eventually { ending.error != nil }
            #expect(ending.error?.code == .dataLoss)
            try await group.waitForAll()
        }
    }

    @Test func nothingFallsDueWhileAppendsFail() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna, stream: 5)
            let contact = try await fixture.opened()
            let offer = try #require(try await host.read { floor, _ in floor.contact(contact)?.offer })
            fixture.journal.script(.before(.full), .before(.full), .before(.full), .before(.full))
            async let other = fixture.opened()
            await eventually { await host.status().phase == .stalled }
            fixture.clock.advance(by: .seconds(25))
            await eventually {
                fixture.clock.advance(by: .milliseconds(100))
                return await host.status().phase == .serving
            }
            _ = try await other
            #expect(try await host.submit(fixture.command(.accept(offer))) == .done(.nothing))
            #expect(try await host.read { floor, _ in floor.contact(contact)?.state } == .connected)
        }
    }
}
