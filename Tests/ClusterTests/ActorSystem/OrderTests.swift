import Cluster
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(2)))
struct OrderTests {
    private func settings() -> ClusterSettings {
        var settings = ClusterSettings()
        settings.outstandingBound = 200_000
        settings.mailboxBound = 200_000
        settings.outboxBound = 200_000
        return settings
    }

    @Test func callsOfOneSenderBeginInTheOrderInWhichTheyWereSent() async throws {
        let count = 100_000
        try await TestCluster.runWithDesks(settings: settings()) { cluster in
            let target = "a"
            await withDiscardingTaskGroup { group in
                for number in 0..<count {
                    group.addImmediateTask {
                        try? await cluster[0].callNote(number, of: target)
                    }
                }
            }
            let notes = try await cluster[1].activated(Desk.self, named: target).notes()
            #expect(notes.count == count)
            #expect(zip(notes, notes.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    @Test func callsThatWaitForAnActivationKeepTheirOrder() async throws {
        let activation = Gate()
        let events = Events()
        try await TestCluster.runWithDesks(events: events, activation: activation) { cluster in
            await withDiscardingTaskGroup { group in
                for number in 0..<100 {
                    group.addImmediateTask { try? await cluster[0].callNote(number, of: "a") }
                }
                await events.expect("activate a")
                for number in 100..<200 {
                    group.addImmediateTask { try? await cluster[0].callNote(number, of: "a") }
                }
                activation.open()
            }
            let notes = try await cluster[0].actor(Desk.self, named: "a").notes()
            #expect(notes == Array(0..<200))
        }
    }

    @Test(arguments: 0..<10) func orderHoldsWhateverJobTheExecutorPicks(seed: UInt64) async throws {
        let executor = ShufflingExecutor(seed: seed)
        try await TestCluster.runWithDesks(settings: settings(), executor: executor) { cluster in
            await withDiscardingTaskGroup { group in
                for number in 0..<1_000 {
                    group.addImmediateTask { try? await cluster[number % 2].callNote(number, of: "a") }
                }
            }
            let notes = try await cluster[0].actor(Desk.self, named: "a").notes()
            #expect(notes.filter { $0 % 2 == 0 } == Array(stride(from: 0, to: 1_000, by: 2)))
            #expect(notes.filter { $0 % 2 == 1 } == Array(stride(from: 1, to: 1_000, by: 2)))
        }
    }

    @Test func everythingRunsOnTheGivenExecutor() async throws {
        let executor = CountingExecutor()
        try await TestCluster.runWithDesks(executor: executor) { cluster in
            let desk = try cluster[0].actor(Desk.self, named: "a")
            _ = try await desk.add(1, 2)
            #expect(executor.jobs.load(ordering: .relaxed) > 0)
        }
    }
}
