extension Event.Change {
    /// What kind of change it is, in messages.
    public var name: String {
        switch self {
        case .configured: "configured"
        case .opened: "opened"
        case .attributesUpdated: "attributes-updated"
        case .turnedAway: "turned-away"
        case .widened: "widened"
        case .offered: "offered"
        case .offerEnded: "offer-ended"
        case .held: "held"
        case .resumed: "resumed"
        case .requeued: "requeued"
        case .handedOver: "handed-over"
        case .wrapUpBegan: "wrap-up-began"
        case .ended: "ended"
        case .forgotten: "forgotten"
        case .availabilitySet: "availability-set"
        case .nextAvailabilitySet: "next-availability-set"
        case .capacitySet: "capacity-set"
        case .streamAttached: "stream-attached"
        case .streamDetached: "stream-detached"
        case .asked: "asked"
        case .reservationEnded: "reservation-ended"
        case .reservationConfirmed: "reservation-confirmed"
        case .reserveDeclined: "reserve-declined"
        case .guestOffered: "guest-offered"
        case .guestAccepted: "guest-accepted"
        case .guestReturned: "guest-returned"
        case .guestConnected: "guest-connected"
        case .guestChanged: "guest-changed"
        case .guestGone: "guest-gone"
        case .guestForgotten: "guest-forgotten"
        case .diverted: "diverted"
        case .completed: "completed"
        }
    }
}
