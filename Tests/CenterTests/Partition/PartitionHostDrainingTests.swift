import Cluster
import ContactCenter
import ServiceLifecycle
import Testing

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct PartitionHostDrainingTests {
    /// Runs the host as a service while `body` runs, which is to tell the group to end.
    private func withService(
        of fixture: Fixture, _ body: @Sendable (PartitionHost, ServiceGroup) async throws -> Void
    ) async throws {
        let services = ServiceGroup(services: [fixture.host], logger: Fixture.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            defer { group.cancelAll() }
            try await fixture.host.waitUntilServing()
            try await fixture.prepare()
            try await body(fixture.host, services)
            try await group.waitForAll()
        }
    }

    @Test func whatWasTakenOnIsCommittedAndAnsweredAndWhatIsNewIsRefused() async throws {
        let fixture = Fixture()
        try await withService(of: fixture) { host, services async throws in
            fixture.journal.hold()
            async let underWay = fixture.opened()
            await eventually { fixture.journal.heldCount == 1 }
            async let gathered = fixture.opened()
            await eventually { await host.status().waitingOutputs == 2 }
            await services.triggerGracefulShutdown()
            await eventually { await host.status().phase == .draining }
            let error = await #expect(throws: CenterError.self) { try await host.submit(fixture.open()) }
            #expect(error?.code == .draining)
            #expect(error?.code.leavesOutcomeUnknown == false)
            #expect(error?.retryAfter != nil)
            await #expect(throws: CenterError.self) { try await host.read { floor, _ in floor.figures.waiting } }
            fixture.journal.letGo()
            #expect(try await Set([underWay, gathered]).count == 2)
        }
        let successor = Fixture(store: fixture.store, clock: fixture.clock, incarnation: 2)
        try await successor.withHost { host async throws in
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 2)
        }
    }

    @Test func aJournalThatTakesNothingHoldsTheEndUpNoLongerThanTheLimit() async throws {
        let fixture = Fixture { $0.drainLimit = .seconds(3) }
        try await withService(of: fixture) { host, services async throws in
            fixture.journal.hold()
            async let lost = fixture.opened()
            await eventually { fixture.journal.heldCount == 1 }
            await services.triggerGracefulShutdown()
            await eventually { await host.status().phase == .draining }
            await eventually {
                fixture.clock.advance(by: .seconds(1))
                return await host.status().phase == .stopped
            }
            do {
                _ = try await lost
                Issue.record("an answer left before it was durable")
            } catch let error as CenterError {
                #expect(error.code.leavesOutcomeUnknown)
            }
            fixture.journal.letGo()
        }
    }

    @Test func nothingFallsDueWhileAHostDrains() async throws {
        let fixture = Fixture()
        try await withService(of: fixture) { host, services async throws in
            try await fixture.staff(Fixture.anna, stream: 5)
            let contact = try await fixture.opened()
            #expect(try await host.read { floor, _ in floor.contact(contact)?.offer } != nil)
            fixture.journal.hold()
            async let other = fixture.opened()
            await eventually { fixture.journal.heldCount == 1 }
            await services.triggerGracefulShutdown()
            await eventually { await host.status().phase == .draining }
            fixture.clock.advance(by: .seconds(5))
            #expect(await host.status().waitingRecords == 1)
            fixture.journal.letGo()
            _ = try await other
        }
    }

    @Test func aNodeAnswersTheCallsOfOthersBeforeItEnds() async throws {
        let fixture = Fixture()
        let network = MemoryNetwork()
        let owner = CenterNode(
            system: ClusterActorSystem(node: "fra-1", incarnation: 1, transport: network.makeTransport()),
            host: fixture.host)
        let edge = ClusterActorSystem(
            node: "fra-2", incarnation: 2, transport: network.makeTransport(), locator: .always("fra-1"))
        CenterFailures.register(with: edge)
        let far = CenterDirectory(
            system: edge, partition: Fixture.partition, streams: NoticeStreams(clock: edge.clock))
        let services = ServiceGroup(services: [owner], logger: Fixture.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await edge.run() }
            defer { group.cancelAll() }
            async let ended: Void = services.run()
            try await owner.waitUntilServing()
            try await fixture.prepare()
            fixture.journal.hold()
            async let near = owner.directory.perform(fixture.open())
            async let distant = far.perform(fixture.open())
            await eventually { await fixture.host.status().waitingOutputs == 2 }
            await services.triggerGracefulShutdown()
            await eventually { await fixture.host.status().phase == .draining }
            let error = await #expect(throws: CenterError.self) { try await far.perform(fixture.open()) }
            #expect(error?.code == .draining)
            fixture.journal.letGo()
            for answer in try await [near, distant] {
                guard case .done(.opened) = answer else { throw CenterError(.invalid, "a contact was not opened") }
            }
            try await ended
        }
    }
}
