/// How a contact stands that an agent of another partition has, had, or was to be offered: the word of the contact's
/// partition.
public struct Settle: Hashable, Sendable {
    /// Given out by the contact's partition.
    public var reservation: ReservationID
    /// Counts up from 1 with each change; a lower one than is known says nothing.
    public var version: Int
    /// How it stands.
    public var standing: Standing

    public init(reservation: ReservationID, version: Int, standing: Standing) {
        self.reservation = reservation
        self.version = version
        self.standing = standing
    }

    /// What has become of a reservation.
    public enum Standing: Hashable, Sendable {
        /// The agent has the contact.
        indirect case holding(ContactView)
        /// The agent does not have it, or not any more.
        case over(Over)
    }

    /// A reservation that is over.
    public struct Over: Hashable, Sendable {
        /// ``OfferOutcome/accepted`` when the agent had the contact.
        public var outcome: OfferOutcome
        /// How the contact ended; nil when it did not, and went elsewhere.
        public var end: EndReason?

        public init(outcome: OfferOutcome, end: EndReason? = nil) {
            self.outcome = outcome
            self.end = end
        }
    }
}
