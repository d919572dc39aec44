/// Bounds of what one bearer, or all together, may ask of a node.
public struct GatewayLimits: Sendable {
    /// The longest JSON body, in bytes.
    public var bodyBytes = 65_536
    /// The longest configuration, in bytes.
    public var configurationBytes = 1_048_576
    /// The longest backup of a partition, in bytes.
    public var backupBytes = 1 << 30
    /// The longest head of a request, all header fields together, in bytes.
    public var headBytes = 16_384
    /// Requests a second that one token may make, in the long run.
    public var requestsPerSecond = 20_000.0
    /// Requests that one token may make at once.
    public var requestBurst = 40_000.0
    /// Event streams that one token may have open.
    public var streamsPerToken = 4_096
    /// Event streams that may be open altogether.
    public var streams = 16_384
    /// Connections that may be open altogether.
    public var connections = 32_768
    /// How long a connection may be idle between requests.
    public var idleTimeout: Duration = .seconds(60)
    /// How often a silent event stream gets a heartbeat.
    public var heartbeat: Duration = .seconds(15)
    /// Batches of events that may wait for one slow reader; beyond it the stream ends, to be resumed.
    public var waitingBatches = 256

    public init() {}
}
