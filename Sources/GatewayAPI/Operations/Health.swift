/// Answer to `GET /healthz` and `GET /readyz`.
public struct Health: Codable, Hashable, Sendable {
    /// `ok`; problem details are sent otherwise.
    public var status: String

    public init(status: String = "ok") {
        self.status = status
    }
}
