/// A reservation that ended in the agent's partition, before it was accepted.
public struct GiveBack: Hashable, Sendable {
    /// Given out by the contact's partition.
    public var reservation: ReservationID
    /// Who was offered the contact.
    public var agent: AgentID
    /// Why they did not take it; never ``OfferOutcome/accepted``.
    public var outcome: OfferOutcome
}
