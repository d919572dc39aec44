import Cluster
import ContactCenter
import Testing

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct CenterDirectoryTests {
    /// Runs a node that owns a partition, and another that reaches it over a network.
    private func withTwoNodes(
        _ body: @Sendable (Fixture, _ near: CenterDirectory, _ far: CenterDirectory) async throws -> Void
    ) async throws {
        let fixture = Fixture()
        let network = MemoryNetwork()
        let owner = CenterNode(
            system: ClusterActorSystem(node: "fra-1", incarnation: 1, transport: network.makeTransport()),
            host: fixture.host)
        let edge = ClusterActorSystem(
            node: "fra-2", incarnation: 2, transport: network.makeTransport(), locator: .always("fra-1"))
        CenterFailures.register(with: edge)
        let streams = NoticeStreams(clock: edge.clock)
        let far = CenterDirectory(system: edge, partition: Fixture.partition, streams: streams)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await owner.run() }
            group.addTask { try await edge.run() }
            group.addTask { try await streams.run() }
            defer { group.cancelAll() }
            try await owner.waitUntilServing()
            try await fixture.prepare()
            try await body(fixture, owner.directory, far)
        }
    }

    @Test func commandsReachTheirActorsFromAnyNode() async throws {
        try await withTwoNodes { fixture, near, far async throws in
            for directory in [near, far] {
                let opened = try await directory.perform(fixture.open(customer: "+49 69 1"))
                guard case .done(.opened(let contact, _)) = opened else {
                    throw CenterError(.invalid, "the contact was not opened")
                }
                #expect(try await directory.contact(contact)?.customer == "+49 69 1")
                #expect(try await directory.perform(fixture.command(.abandon(contact))) == .done(.nothing))
                #expect(try await directory.contact(contact)?.endReason == .abandoned)
                #expect(try await directory.agents().map(\.id) == [Fixture.anna, Fixture.ben])
                #expect(try await directory.queue(Fixture.queue)?.figures.abandoned ?? 0 > 0)
                #expect(try await directory.configuration().version == 1)
                #expect(try await directory.status().phase == .serving)
                #expect(try await directory.explain(contact) != nil)
            }
        }
    }

    @Test func anAgentMayTouchOnlyWhatIsTheirs() async throws {
        try await withTwoNodes { fixture, _, far async throws in
            try await fixture.staff(Fixture.anna, stream: 5)
            let contact = try await fixture.opened()
            let offer = try #require(try await far.contact(contact)?.offer)
            guard
                case .refused(let refusal) = try await far.perform(
                    fixture.command(.accept(offer)), onBehalfOf: Fixture.ben)
            else { throw CenterError(.invalid, "an offer of somebody else was accepted") }
            #expect(refusal.code == .notFound)
            let accept = fixture.command(.accept(offer))
            #expect(try await far.perform(accept, onBehalfOf: Fixture.anna) == .done(.nothing))
            let complete = fixture.command(.complete(contact))
            #expect(try await far.perform(complete, onBehalfOf: Fixture.anna) == .done(.nothing))
            #expect(try await far.perform(complete, onBehalfOf: Fixture.anna) == .done(.nothing))
        }
    }

    @Test func errorsKeepTheirTypeAcrossNodes() async throws {
        try await withTwoNodes { fixture, near, far async throws in
            fixture.store.setRoom(.low)
            #expect(try await near.perform(fixture.command(.signIn(Fixture.anna))) == .done(.nothing))
            let error = await #expect(throws: CenterError.self) { try await far.perform(fixture.open()) }
            #expect(error?.code == .journalFull)
            let refusal = try await far.withAgentNotices(of: "nobody") { _ in }
            guard case .failure(let reason) = refusal else { throw CenterError(.invalid, "there was a stream") }
            #expect(reason.code == .notFound)
        }
    }

    @Test(arguments: [true, false]) func anAgentsStreamReachesEveryNode(isFar: Bool) async throws {
        try await withTwoNodes { fixture, near, far async throws in
            try await fixture.staff(Fixture.anna)
            let directory = isFar ? far : near
            let outcome = try await directory.withAgentNotices(of: Fixture.anna) { stream -> ContactID? in
                let contact = try await fixture.opened()
                for try await batch in stream {
                    for item in batch {
                        if case .notice(.offered(let offer)) = item.content, offer.contact == contact { return contact }
                    }
                }
                return nil
            }
            guard case .success(.some) = outcome else { throw CenterError(.invalid, "no offer came") }
            try await eventually { try await near.agent(Fixture.anna)?.agent.isReachable == false }
        }
    }

    @Test func aSupervisorSeesEverything() async throws {
        try await withTwoNodes { fixture, _, far async throws in
            let seen = try await far.withSupervisorNotices { stream -> Bool in
                let contact = try await fixture.opened()
                for try await batch in stream {
                    for item in batch {
                        if case .notice(.contactChanged(let view)) = item.content, view.id == contact { return true }
                    }
                }
                return false
            }
            #expect(seen)
        }
    }
}
