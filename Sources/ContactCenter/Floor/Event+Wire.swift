public import Wire

extension Event: WireValue {
    /// The layout that is written; older ones are still read.
    private static let layout: UInt8 = 1

    /// The first byte of each change, never given to another.
    private enum Kind: UInt8, WireCode {
        case configured, opened, attributesUpdated, turnedAway, widened, offered, offerEnded, held, resumed, requeued
        case handedOver, wrapUpBegan, ended, forgotten, availabilitySet, nextAvailabilitySet, capacitySet
        case streamAttached, streamDetached, completed
        case asked, reservationEnded, reservationConfirmed, reserveDeclined, guestOffered, guestAccepted, guestReturned
        case guestConnected, guestChanged, guestGone, guestForgotten
        case diverted
        case sitesReviewed, sitesWeighed
        case preferred, preferenceEnded, customerKept, customerForgotten, customersLearned
    }

    public func write(to writer: inout WireWriter) {
        writer.write(byte: Self.layout)
        writer.write(at)
        switch change {
        case .configured(let value): writer.write(Kind.configured, value)
        case .opened(let value): writer.write(Kind.opened, value)
        case .attributesUpdated(let value): writer.write(Kind.attributesUpdated, value)
        case .turnedAway(let queue): writer.write(Kind.turnedAway, queue)
        case .widened(let contact, let ring):
            writer.write(Kind.widened, contact)
            writer.write(ring)
        case .offered(let value): writer.write(Kind.offered, value)
        case .offerEnded(let value): writer.write(Kind.offerEnded, value)
        case .held(let contact): writer.write(Kind.held, contact)
        case .resumed(let contact): writer.write(Kind.resumed, contact)
        case .requeued(let value): writer.write(Kind.requeued, value)
        case .handedOver(let value): writer.write(Kind.handedOver, value)
        case .wrapUpBegan(let contact): writer.write(Kind.wrapUpBegan, contact)
        case .ended(let contact, let reason, let disposition):
            writer.write(Kind.ended, contact)
            writer.write(reason)
            writer.write(disposition)
        case .forgotten(let contacts): writer.write(Kind.forgotten, contacts)
        case .availabilitySet(let agent, let state):
            writer.write(Kind.availabilitySet, agent)
            writer.write(state)
        case .nextAvailabilitySet(let agent, let state):
            writer.write(Kind.nextAvailabilitySet, agent)
            writer.write(state)
        case .capacitySet(let value): writer.write(Kind.capacitySet, value)
        case .streamAttached(let agent, let incarnation):
            writer.write(Kind.streamAttached, agent)
            writer.write(fixed: incarnation)
        case .streamDetached(let agent): writer.write(Kind.streamDetached, agent)
        case .completed(let value): writer.write(Kind.completed, value)
        case .asked(let value): writer.write(Kind.asked, value)
        case .reservationEnded(let id): writer.write(Kind.reservationEnded, id)
        case .reservationConfirmed(let id, let version):
            writer.write(Kind.reservationConfirmed, id)
            writer.write(version)
        case .reserveDeclined(let id): writer.write(Kind.reserveDeclined, id)
        case .guestOffered(let value): writer.write(Kind.guestOffered, value)
        case .guestAccepted(let id): writer.write(Kind.guestAccepted, id)
        case .guestReturned(let id, let outcome):
            writer.write(Kind.guestReturned, id)
            writer.write(outcome)
        case .guestConnected(let value): writer.write(Kind.guestConnected, value)
        case .guestChanged(let value): writer.write(Kind.guestChanged, value)
        case .guestGone(let value): writer.write(Kind.guestGone, value)
        case .guestForgotten(let id): writer.write(Kind.guestForgotten, id)
        case .diverted(let value): writer.write(Kind.diverted, value)
        case .sitesReviewed: writer.write(Kind.sitesReviewed)
        case .sitesWeighed(let value): writer.write(Kind.sitesWeighed, value)
        case .preferred(let contact, let steps):
            writer.write(Kind.preferred, contact)
            writer.write(steps)
        case .preferenceEnded(let contact): writer.write(Kind.preferenceEnded, contact)
        case .customerKept(let customer): writer.write(Kind.customerKept, customer)
        case .customerForgotten(let customer): writer.write(Kind.customerForgotten, customer)
        case .customersLearned(let news): writer.write(Kind.customersLearned, news)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(Self.layout, of: "event")
        at = try reader.read()
        switch try reader.read(Kind.self) {
        case .configured: change = .configured(try reader.read())
        case .opened: change = .opened(try reader.read())
        case .attributesUpdated: change = .attributesUpdated(try reader.read())
        case .turnedAway: change = .turnedAway(try reader.read())
        case .widened: change = .widened(try reader.read(), ring: try reader.readInt())
        case .offered: change = .offered(try reader.read())
        case .offerEnded: change = .offerEnded(try reader.read())
        case .held: change = .held(try reader.read())
        case .resumed: change = .resumed(try reader.read())
        case .requeued: change = .requeued(try reader.read())
        case .handedOver: change = .handedOver(try reader.read())
        case .wrapUpBegan: change = .wrapUpBegan(try reader.read())
        case .ended: change = .ended(try reader.read(), try reader.read(), try reader.readOptional())
        case .forgotten: change = .forgotten(try reader.readArray(bound: 65_536))
        case .availabilitySet: change = .availabilitySet(try reader.read(), try reader.read())
        case .nextAvailabilitySet: change = .nextAvailabilitySet(try reader.read(), try reader.readOptional())
        case .capacitySet: change = .capacitySet(try reader.read())
        case .streamAttached: change = .streamAttached(try reader.read(), incarnation: try reader.readFixed())
        case .streamDetached: change = .streamDetached(try reader.read())
        case .completed: change = .completed(try reader.read())
        case .asked: change = .asked(try reader.read())
        case .reservationEnded: change = .reservationEnded(try reader.read())
        case .reservationConfirmed: change = .reservationConfirmed(try reader.read(), version: try reader.readInt())
        case .reserveDeclined: change = .reserveDeclined(try reader.read())
        case .guestOffered: change = .guestOffered(try reader.read())
        case .guestAccepted: change = .guestAccepted(try reader.read())
        case .guestReturned: change = .guestReturned(try reader.read(), try reader.read())
        case .guestConnected: change = .guestConnected(try reader.read())
        case .guestChanged: change = .guestChanged(try reader.read())
        case .guestGone: change = .guestGone(try reader.read())
        case .guestForgotten: change = .guestForgotten(try reader.read())
        case .diverted: change = .diverted(try reader.read())
        case .sitesReviewed: change = .sitesReviewed
        case .sitesWeighed: change = .sitesWeighed(try reader.read())
        case .preferred: change = .preferred(try reader.read(), try reader.readArray(bound: Preference.countBound))
        case .preferenceEnded: change = .preferenceEnded(try reader.read())
        case .customerKept: change = .customerKept(try reader.read())
        case .customerForgotten: change = .customerForgotten(try reader.read())
        case .customersLearned: change = .customersLearned(try reader.read())
        }
    }
}

extension WireWriter {
    fileprivate mutating func write(_ kind: some WireCode, _ value: some WireValue) {
        write(kind)
        write(value)
    }
}
