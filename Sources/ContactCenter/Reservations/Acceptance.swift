/// What became of an accept that was forwarded to the contact's partition.
public struct Acceptance: Hashable, Sendable {
    /// The offer that was accepted.
    public let offer: ReservationID
    /// Where it stands.
    public let state: State

    public init(offer: ReservationID, state: State) {
        self.offer = offer
        self.state = state
    }

    /// Where a forwarded accept stands.
    public enum State: Hashable, Sendable {
        /// The contact's partition has not answered yet.
        case forwarded
        /// The agent has the contact.
        case connected
        /// The agent did not get it, or does not have it any more.
        case over
    }
}
