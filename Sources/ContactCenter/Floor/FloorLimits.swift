/// The settings' times in microseconds.
struct FloorLimits: Sendable {
    let offerTimeout: Int64
    let wrapUpLimit: Int64?
    let streamGrace: Int64
    let commandWindow: Int64
    let endedRetention: Int64

    init(_ settings: CenterSettings) {
        offerTimeout = settings.offerTimeout.wholeMicroseconds
        wrapUpLimit = settings.wrapUpLimit?.wholeMicroseconds
        streamGrace = settings.streamGrace.wholeMicroseconds
        commandWindow = settings.commandWindow.wholeMicroseconds
        endedRetention = settings.endedRetention.wholeMicroseconds
    }
}
