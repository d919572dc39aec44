/// How long wrap-up may take, as far as it is known.
enum WrapUpLimit: Hashable {
    case unknown
    /// For ever.
    case none
    /// At most so many microseconds; zero leaves it out.
    case limited(Int64)

    /// Where a contact may be once its conversation is over.
    var statesAfterComplete: StateSet {
        switch self {
        case .none: .wrapUp
        case .limited(0): .ended
        case .unknown, .limited: [.wrapUp, .ended]
        }
    }
}
