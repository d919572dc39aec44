public import ContactCenter

/// The end of an offer as its agent was told.
public struct OfferEndSeen: Hashable, Sendable {
    /// The offer's id.
    public var id: ReservationID
    /// How it ended.
    public var outcome: OfferOutcome
    /// Where the notice stands; nil when the end was not learned from a notice.
    public var position: NoticePosition?

    public init(id: ReservationID, outcome: OfferOutcome, position: NoticePosition? = nil) {
        self.id = id
        self.outcome = outcome
        self.position = position
    }
}
