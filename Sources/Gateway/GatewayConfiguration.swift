/// Where the gateway listens, and its bounds.
public struct GatewayConfiguration: Sendable {
    /// Address of the interface to listen on, such as `127.0.0.1` or `0.0.0.0`.
    public var host = "127.0.0.1"
    /// 0 for any port that is free.
    public var port = 8080
    /// Name of the node, as `/v1/status` shows it.
    public var node = "node"
    /// The program's version, as `/v1/status` shows it.
    public var version = "unknown"
    /// Business seconds in a second of the machine, as `/v1/status` shows them.
    public var clockRate = 1.0
    /// What bearers may ask of it.
    public var limits = GatewayLimits()

    public init() {}
}
