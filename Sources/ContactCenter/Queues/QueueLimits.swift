/// The times of a queue's configuration in microseconds.
struct QueueLimits: Sendable {
    let maximumWait: Int64?
    let maximumWaitUnstaffed: Int64?
    let offerTimeout: Int64?
    let wrapUpLimit: Int64?
    let serviceLevelThreshold: Int64
    /// How long after the beginning of the wait each ring begins.
    let rings: [Int64]

    init(_ configuration: QueueConfiguration) {
        maximumWait = configuration.maximumWait?.wholeMicroseconds
        maximumWaitUnstaffed = configuration.maximumWaitUnstaffed?.wholeMicroseconds
        offerTimeout = configuration.offerTimeout?.wholeMicroseconds
        wrapUpLimit = configuration.wrapUpLimit?.wholeMicroseconds
        serviceLevelThreshold = configuration.serviceLevelThreshold.wholeMicroseconds
        rings = configuration.rings.map { $0.after.wholeMicroseconds }
    }
}
