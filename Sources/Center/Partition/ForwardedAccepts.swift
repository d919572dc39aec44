import ContactCenter

/// The accepts that another partition decides on, each with the callers who wait for its word.
struct ForwardedAccepts {
    private var accepts: [ReservationID: [ForwardedAccept]] = [:]
    /// How many callers wait. Complexity: O(1).
    private(set) var count = 0

    /// Those who wait, in the order of their offers. Complexity: O(n log n).
    var waiters: [OutputWaiter] { accepts.sorted { $0.key < $1.key }.flatMap { $0.value.map(\.waiter) } }

    /// Takes in a caller who accepted an offer.
    mutating func append(_ accept: ForwardedAccept, of offer: ReservationID) {
        accepts[offer, default: []].append(accept)
        count += 1
    }

    /// Takes out everybody who accepted an offer.
    mutating func removeAll(of offer: ReservationID) -> [ForwardedAccept] {
        let removed = accepts.removeValue(forKey: offer) ?? []
        count -= removed.count
        return removed
    }

    /// Lets go of a caller who does not wait any more; without effect when that was taken out.
    mutating func remove(_ accept: ForwardedAccept, of offer: ReservationID) {
        for other in removeAll(of: offer) where other !== accept { append(other, of: offer) }
    }
}
