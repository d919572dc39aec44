import Center
import Cluster
import ContactCenter
import NATSServerProcess
import Testing

@testable import ClusterNATS

@Suite(.serialized, .timeLimit(.minutes(2))) struct HostOverJetStreamTests {
    /// Opens contacts one after another; `act` is carried out beside, once a third of them is answered.
    private func open(
        _ count: Int, on partition: HostedPartition, act: @escaping @Sendable () async throws -> Void = {}
    ) async throws -> Set<ContactID> {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var opened: Set<ContactID> = []
            for number in 0..<count {
                if number == count / 3 { group.addTask { try await act() } }
                if let contact = try await partition.open() { opened.insert(contact) }
            }
            try await group.waitForAll()
            return opened
        }
    }

    /// Takes the partition over from a host that goes on writing; whoever loses a race for a place tries again.
    private func takeOver(_ place: JetStreamPlace, _ body: (HostedPartition) async throws -> Void) async throws {
        for incarnation: Incarnation in 2... {
            let owner = HostedPartition(try await place.makeJournal(), incarnation: incarnation)
            do { return try await owner.run { try await body(owner) } } catch let error as CenterError {
                guard error.code == .movedAway else { throw error }
            }
        }
    }

    @Test func `Nothing that was answered is lost when the server is killed under a host`() async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url)
            let partition = HostedPartition(try await place.makeJournal(), incarnation: 1)
            let opened = try await partition.run {
                _ = try await partition.configure()
                let opened = try await open(300, on: partition) {
                    await server.kill()
                    try await server.start()
                }
                #expect(opened.count == 300)
                #expect(try await partition.contacts(of: opened) == opened)
                return opened
            }
            #expect(partition.error == nil)
            let next = HostedPartition(try await place.makeJournal(), incarnation: 2)
            try await next.run { () async throws in
                #expect(try await next.contacts(of: opened) == opened)
                #expect(try await next.host.read { floor, _ in floor.figures.live } == opened.count)
                #expect(await next.host.status().epoch == 2)
            }
        }
    }

    @Test func `A host that was overtaken steps down, and its successor has all that it answered`() async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url)
            let stale = HostedPartition(try await place.makeJournal(), incarnation: 1)
            let owner = HostedPartition(try await place.makeJournal(), incarnation: 2)
            try await stale.run { () async throws in
                _ = try await stale.configure()
                let opened = try await open(50, on: stale)
                try await owner.run { () async throws in
                    #expect(await owner.host.status().epoch == 2)
                    let error = await #expect(throws: CenterError.self) {
                        try await stale.host.read { floor, _ in floor.figures.live }
                    }
                    #expect(error?.code == .movedAway)
                    #expect(try await owner.contacts(of: opened) == opened)
                    let more = try await open(10, on: owner)
                    let live = try await owner.host.read { floor, _ in floor.figures.live }
                    #expect(live == opened.count + more.count)
                }
            }
            #expect(stale.error?.code == .movedAway)
            #expect(owner.error == nil)
        }
    }

    @Test func `A host that was overtaken in the middle of its work loses nothing that it answered`() async throws {
        try await NATSServer.with { server in
            let place = JetStreamPlace(url: server.url)
            let stale = HostedPartition(try await place.makeJournal(), incarnation: 1)
            try await stale.run { () async throws in
                _ = try await stale.configure()
                try await withThrowingTaskGroup(of: Set<ContactID>.self) { group in
                    group.addTask { try await stale.openUntilMoved() }
                    try await takeOver(place) { owner in
                        for try await opened in group {
                            #expect(try await owner.contacts(of: opened) == opened)
                        }
                    }
                }
            }
            #expect(stale.error?.code == .movedAway)
        }
    }
}
