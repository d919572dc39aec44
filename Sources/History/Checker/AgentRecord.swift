import ContactCenter

/// What a checker knows of one agent.
struct AgentRecord {
    let id: AgentID
    /// What the agent holds for certain.
    var inHand: [Held] = []
    /// Offers received and neither answered nor ended.
    var openOffers: [Held] = []
    /// Other limits than the profile's, the widest there ever were.
    var widest: [Channel: Int] = [:]
    /// Line at which the agent's own stream last showed them not available, nothing having been sent since to change
    /// it.
    var unavailableLine: Int?
    var availability: AvailabilityState?
    var availabilityLine = 0
    /// Commands about availability that may yet have their effect.
    var pendingAvailability = 0
    /// How often the stream went away.
    var streamLosses = 0

    /// Something that takes capacity.
    struct Held {
        let contact: Int
        let reservation: ReservationID
        let channel: Channel
        let line: Int
        /// Until when, on the recorder's clock, it is certain; nil for as long as nothing is sent to end it.
        var until: Int64?
    }
}
