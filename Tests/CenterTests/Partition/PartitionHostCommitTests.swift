import Cluster
import ContactCenter
import Testing
import Wire

@testable import Center

@Suite(.timeLimit(.minutes(1))) struct PartitionHostCommitTests {
    @Test func nothingLeavesBeforeItIsDurable() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            fixture.journal.hold()
            let open = fixture.open()
            async let opened = host.submit(open)
            await eventually { fixture.journal.heldCount == 1 }
            async let refused = host.submit(fixture.command(.abandon(ContactID(partition: 0, count: 99))))
            async let repeated = host.submit(open)
            async let waiting = host.read { floor, _ in floor.figures.waiting }
            await eventually { await host.status().waitingOutputs == 4 }
            #expect(await host.status().position == JournalSequence(2))
            fixture.journal.letGo()
            guard case .done(.opened) = try await opened else { throw CenterError(.invalid, "not opened") }
            let answers = (try await repeated, try await opened)
            #expect(answers.0 == answers.1)
            guard case .refused(let refusal) = try await refused else { throw CenterError(.invalid, "not refused") }
            #expect(refusal.code == .notFound)
            #expect(try await waiting == 1)
        }
    }

    @Test func commandsGatherWhileAnAppendIsUnderWay() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let before = fixture.store.entries.count
            fixture.journal.hold()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await fixture.opened() }
                await eventually { fixture.journal.heldCount == 1 }
                for _ in 0..<50 { group.addTask { _ = try await fixture.opened() } }
                await eventually { await host.status().waitingOutputs == 51 }
                fixture.journal.letGo()
                try await group.waitForAll()
            }
            #expect(fixture.store.entries.count == before + 2)
        }
    }

    @Test func statusTellsHowLongCommitsTookAndHowMuchTheyHeld() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            let before = await host.status().commits
            fixture.journal.hold()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await fixture.opened() }
                await eventually { fixture.journal.heldCount == 1 }
                for _ in 0..<3 { group.addTask { _ = try await fixture.opened() } }
                await eventually { await host.status().waitingOutputs == 4 }
                fixture.clock.advance(by: .milliseconds(20))
                fixture.journal.letGo()
                try await group.waitForAll()
            }
            let commits = await host.status().commits
            #expect(commits.seconds.count == before.seconds.count + 2)
            #expect(abs(commits.seconds.sum - before.seconds.sum - 0.02) < 0.000_001)
            let bucket = try #require(commits.seconds.bounds.firstIndex(of: 0.025))
            #expect(commits.seconds.counts[bucket] == before.seconds.counts[bucket] + 1)
            #expect(commits.commands.sum == before.commands.sum + 4)
            #expect(commits.commands.count == before.commands.count + 2)
            #expect(try CommitFigures(wireBytes: commits.wireBytes()) == commits)
        }
    }

    @Test func aDeadlineLeavesTheCommandDone() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            fixture.journal.hold()
            let open = fixture.open()
            async let result = host.submit(open, within: .seconds(1))
            await eventually { fixture.journal.heldCount == 1 }
            fixture.clock.advance(by: .seconds(2))
            do {
                _ = try await result
                Issue.record("there was an answer")
            } catch let error as CenterError {
                #expect(error.code == .timeout)
            }
            fixture.journal.letGo()
            guard case .done(.opened) = try await host.submit(open) else { throw CenterError(.invalid, "not opened") }
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 1)
        }
    }

    @Test func cancellationAnswersTheCallerAtOnce() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            fixture.journal.hold()
            let open = fixture.open()
            let code = await withTaskGroup(of: CenterError.Code?.self) { group in
                group.addTask {
                    do throws(CenterError) {
                        _ = try await host.submit(open)
                        return nil
                    } catch { return error.code }
                }
                await eventually { fixture.journal.heldCount == 1 }
                group.cancelAll()
                return await group.next() ?? nil
            }
            #expect(code == .cancelled)
            fixture.journal.letGo()
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 1)
        }
    }

    @Test func refusesWhatItHasNoRoomFor() async throws {
        let fixture = Fixture { $0.waitingOutputs = 3 }
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            fixture.journal.hold()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 { group.addTask { _ = try await fixture.opened() } }
                await eventually { await host.status().waitingOutputs == 3 }
                let error = await #expect(throws: CenterError.self) { try await host.submit(fixture.open()) }
                #expect(error?.code == .overloaded)
                #expect(error?.retryAfter != nil)
                fixture.journal.letGo()
                try await group.waitForAll()
            }
            #expect(try await host.read { floor, _ in floor.figures.waiting } == 3)
        }
    }

    @Test func anOfferTimesOutByTheClockAlone() async throws {
        let fixture = Fixture()
        try await fixture.withHost { host async throws in
            try await fixture.prepare()
            try await fixture.staff(Fixture.anna, stream: 5)
            let contact = try await fixture.opened()
            #expect(try await host.read { floor, _ in floor.contact(contact)?.state } == .offered)
            await eventually { fixture.clock.sleeperCount > 0 }
            fixture.clock.advance(by: .seconds(21))
            try await eventually {
                fixture.clock.advance(by: .milliseconds(10))
                return try await host.read { floor, _ in floor.contact(contact)?.state } == .queued
            }
            #expect(try await host.read { floor, _ in floor.agent(Fixture.anna)?.unanswered } == 1)
        }
    }
}
