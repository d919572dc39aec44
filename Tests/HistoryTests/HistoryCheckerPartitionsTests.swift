import ContactCenter
import History
import Testing

/// Contacts of one partition, here 0, and agents of another: bob is at home in partition 1.
@Suite struct HistoryCheckerPartitionsTests {
    private var history = HistoryBuilder(homes: ["bob": 1])

    @Test mutating func anOfferAtHomeWhileAnAgentElsewhereHasNotHeardThatTheContactWasTakenBack() {
        history.open(1)
        history.offer(1, 1, to: "bob")
        history.offer(2, 1, to: "ann")
        history.ended(1, .rescinded)
        history.accept(2)
        history.finish(1)
        #expect(history.rules() == [])
    }

    @Test mutating func twoAgentsOfDifferentPartitionsWhoHaveOneContactAreFound() {
        history.open(1)
        history.offer(1, 1, to: "bob")
        history.offer(2, 1, to: "ann")
        history.accept(1)
        history.accept(2)
        history.finish(1)
        #expect(history.rules().contains(.connectedTwice))
    }

    @Test mutating func whoComesFirstIsNotJudgedWhereAnAgentElsewhereGetsTheOffer() {
        history.open(1)
        history.open(2)
        history.offer(1, 2, to: "bob")
        history.offer(2, 1, to: "ann")
        for offer: UInt64 in 1...2 { history.accept(offer) }
        for contact: UInt64 in 1...2 { history.finish(contact) }
        #expect(history.rules() == [])
    }

    @Test mutating func aContactThatWasOfferedElsewhereWaitsNoMore() {
        for contact: UInt64 in 1...3 { history.open(contact) }
        history.offer(1, 1, to: "bob")
        history.offer(2, 2, to: "ann")
        history.offer(3, 3, to: "cat")
        for offer: UInt64 in 1...3 { history.accept(offer) }
        for contact: UInt64 in 1...3 { history.finish(contact) }
        #expect(history.rules() == [])
    }

    @Test mutating func anAgentWithContactsOfTwoPartitionsBeyondTheirCapacityIsFound() {
        history.add(.offer(Self.foreign))
        history.open(1)
        history.offer(1, 1, to: "bob")
        #expect(history.rules().contains(.overCapacity))
    }

    /// An offer of partition 1.
    private static let foreign = OfferSeen(
        id: ReservationID(partition: 1, count: 2), contact: ContactID(partition: 1, count: 1), agent: "bob",
        queue: "any", channel: .voice, priority: 0, enqueuedAt: HistoryBuilder.second(2),
        offeredAt: HistoryBuilder.second(200), deadline: HistoryBuilder.second(300), ring: 0, position: nil)
}
