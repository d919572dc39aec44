/// Body of `POST /v1/contacts/{id}/callback`, and part of that of `POST /v1/contacts`: the customer is called back.
public struct CallbackRequest: Codable, Hashable, Sendable {
    /// Whom to call; nil for the contact's customer. At most 256 bytes.
    public var number: String?
    /// The beginning of the slot that is booked, one that `GET /v1/queues/{id}/callback-slots` shows; nil to be called
    /// when its turn comes. Only for a contact that comes in.
    public var slot: DateTime?
    /// IANA name of the customer's time zone, such as `America/New_York`; nil when unknown.
    public var timeZone: String?

    public init(number: String? = nil, slot: DateTime? = nil, timeZone: String? = nil) {
        self.number = number
        self.slot = slot
        self.timeZone = timeZone
    }
}

/// Body of `POST /v1/contacts/{id}/callback-outcome`: how a call to the customer turned out.
public struct CallbackReport: Codable, Hashable, Sendable {
    /// How it turned out; `unknown` is refused, for that is what a call becomes that nobody reports on.
    public var outcome: ContactCallback.Outcome

    public init(outcome: ContactCallback.Outcome) {
        self.outcome = outcome
    }
}
