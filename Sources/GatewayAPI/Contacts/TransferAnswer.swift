/// Answer to `POST /v1/contacts/{id}/transfer`.
public struct TransferAnswer: Codable, Hashable, Sendable {
    /// The consultation that was begun, a contact of its own in the same session; nil for a blind transfer.
    public var consultation: String?

    public init(consultation: String? = nil) {
        self.consultation = consultation
    }
}
