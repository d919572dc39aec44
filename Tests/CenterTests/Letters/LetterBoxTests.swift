import Testing

@testable import Center
@testable import ContactCenter

@Suite struct LetterBoxTests {
    private let patient = LetterBox.Lane(to: 1, isPatient: true)

    /// An agent's accept for partition 1.
    private func commit(_ count: UInt64) -> Letter {
        let id = ReservationID(partition: 1, count: count)
        return Letter(to: 1, .commit(id), .commit(id, agent: "ben"))
    }

    private func claim(_ number: UInt64) -> Letter {
        let claim = Claim(agent: "ben", floor: 0, channels: [.voice])
        return Letter(to: 1, .claim("ben", number: number), .claim(claim))
    }

    private func next(_ box: LetterBox, _ lane: LetterBox.Lane) async throws -> Letter? {
        guard case .deliver(let item) = try await box.next(in: lane) else { return nil }
        return item.letter
    }

    @Test func lettersComeOutInTheirOrderAndOneThatWaitsIsNotTakenInTwice() async throws {
        let box = LetterBox(bound: 10)
        box.post([commit(1), commit(2), commit(1)], at: .zero)
        box.post([commit(2), commit(3)], at: .zero)
        for count: UInt64 in 1...3 { #expect(try await next(box, patient) == commit(count)) }
    }

    @Test func aLetterThatIsOwedAgainWhileItIsUnderWayComesOutOnceMore() async throws {
        let box = LetterBox(bound: 10)
        box.post([commit(1)], at: .zero)
        #expect(try await next(box, patient) == commit(1))
        box.post([commit(1)], at: .seconds(1))
        box.post([commit(2)], at: .seconds(1))
        #expect(try await next(box, patient) == commit(2))
        box.finished(commit(1))
        #expect(try await next(box, patient) == commit(1))
    }

    @Test func whatFindsNoRoomIsToBeAskedForOnceTheOthersAreOut() async throws {
        let box = LetterBox(bound: 2)
        box.post([commit(1), commit(2), commit(3)], at: .zero)
        #expect(try await next(box, patient) == commit(1))
        #expect(try await next(box, patient) == commit(2))
        #expect(try await next(box, patient) == nil)
        box.post([commit(3)], at: .zero)
        #expect(try await next(box, patient) == commit(3))
    }

    @Test func lettersOfLittlePatienceDoNotWaitBehindThoseThatMayWaitForEver() async throws {
        let box = LetterBox(bound: 2)
        box.post([commit(1), commit(2), claim(1)], at: .zero)
        #expect(try await next(box, LetterBox.Lane(to: 1, isPatient: false)) == claim(1))
        #expect(try await next(box, patient) == commit(1))
    }
}
