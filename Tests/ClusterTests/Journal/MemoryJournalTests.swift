import Cluster
import JournalConformance
import Testing

@Suite struct MemoryJournalTests {
    @Test(arguments: JournalExpectation.exclusive) func conforms(_ expectation: JournalExpectation) async throws {
        try await verify(expectation, over: MemoryJournalStore())
    }

    @Test(arguments: JournalExpectation.shared) func conformsShared(_ expectation: JournalExpectation) async throws {
        try await verify(expectation, over: MemoryJournalStore(overtaking: .seenInEnd))
    }

    private func verify(_ expectation: JournalExpectation, over store: MemoryJournalStore) async throws {
        try await expectation.verify(
            JournalFixture(
                makeJournal: { MemoryJournal(store: store) },
                damageSnapshot: { store.damage($0) }))
    }

    @Test func `A seized store is the next opener's alone`() async throws {
        let store = MemoryJournalStore()
        let old = MemoryJournal(store: store)
        _ = try await old.open()
        _ = try await old.append(JournalSample.record(follows: 0))
        store.seize()
        let new = MemoryJournal(store: store)
        #expect(try await new.open().last == JournalSequence(1))
        let error = await #expect(throws: JournalError.self) {
            try await old.append(JournalSample.record(follows: 1))
        }
        #expect(error?.code == .unavailable)
        await old.close()
        _ = try await new.append(JournalSample.record(follows: 1))
        #expect(store.entries.count == 2)
    }

    @Test func `Receipts report the room that was set`() async throws {
        let store = MemoryJournalStore()
        let journal = MemoryJournal(store: store)
        _ = try await journal.open()
        store.setRoom(.low)
        #expect(try await journal.append(JournalSample.record(follows: 0)).room == .low)
    }

    @Test func `A store that lost records is found out by a read`() async throws {
        let store = MemoryJournalStore()
        let journal = MemoryJournal(store: store)
        _ = try await journal.open()
        for follows: UInt64 in 0..<3 { _ = try await journal.append(JournalSample.record(follows: follows)) }
        store.loseLast(2)
        let error = await #expect(throws: JournalError.self) {
            try await journal.read(after: JournalSequence(3), upTo: 100)
        }
        #expect(error?.code == .corrupt)
    }

    @Test func `A shared store is open to several, and takes only what follows its end`() async throws {
        let store = MemoryJournalStore(overtaking: .seenInEnd)
        let former = MemoryJournal(store: store)
        let next = MemoryJournal(store: store)
        _ = try await former.open()
        _ = try await next.open()
        _ = try await next.append(JournalSample.record(follows: 0))
        let error = await #expect(throws: JournalError.self) {
            try await former.append(JournalSample.record(follows: 0))
        }
        #expect(error?.code == .conflict)
        await former.close()
        _ = try await next.append(JournalSample.record(follows: 1))
    }
}
