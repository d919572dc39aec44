/// What comes in: a Poisson stream of contacts whose handling times are exponentially distributed.
public struct Demand: Hashable, Sendable {
    /// Contacts a second; 0 or more.
    public var arrivalRate: Double
    /// Mean time that a contact keeps an agent busy, in seconds; above 0.
    public var handlingSeconds: Double

    public init(arrivalRate: Double, handlingSeconds: Double) {
        precondition(arrivalRate >= 0 && arrivalRate.isFinite, "\(arrivalRate) contacts a second")
        precondition(handlingSeconds > 0 && handlingSeconds.isFinite, "a handling time of \(handlingSeconds) s")
        self.arrivalRate = arrivalRate
        self.handlingSeconds = handlingSeconds
    }

    /// Arrivals in the mean of a handling time, in erlangs.
    public var load: Double { arrivalRate * handlingSeconds }
}
