/// The times of a queue's configuration in microseconds.
struct QueueLimits: Sendable {
    let maximumWait: Int64?
    let maximumWaitUnstaffed: Int64?
    let offerTimeout: Int64?
    let wrapUpLimit: Int64?
    let serviceLevelThreshold: Int64
    /// The age that a point of priority is worth; nil where priority goes before age.
    let pointWorth: Int64?

    init(_ configuration: QueueConfiguration) {
        maximumWait = configuration.maximumWait?.wholeMicroseconds
        maximumWaitUnstaffed = configuration.maximumWaitUnstaffed?.wholeMicroseconds
        offerTimeout = configuration.offerTimeout?.wholeMicroseconds
        wrapUpLimit = configuration.wrapUpLimit?.wholeMicroseconds
        serviceLevelThreshold = configuration.serviceLevelThreshold.wholeMicroseconds
        pointWorth = configuration.pointWorth?.wholeMicroseconds
    }
}
