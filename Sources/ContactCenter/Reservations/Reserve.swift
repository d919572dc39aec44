/// A contact that waits in one partition and is to be offered to an agent of another.
public struct Reserve: Hashable, Sendable {
    /// Given out by the contact's partition.
    public var reservation: ReservationID
    /// The contact, as it waits.
    public var contact: ContactView
    /// Who is to get it if still free; nil for whoever is best.
    public var agent: AgentID?
    /// Who may not be offered it now.
    public var passedOver: [AgentID]

    /// The most agents who are passed over.
    static let passedOverBound = 16
}
