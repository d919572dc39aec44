import ContactCenter
import GatewayAPI

extension Call {
    /// Instants that may be asked about: the years 1970 to 2200.
    private static let instants = DateTime(microseconds: 0)..<DateTime(microseconds: 7_289_654_400_000_000)

    /// An instant in the query; nil where it is left out.
    func time(_ name: String) throws(ProblemError) -> Timestamp? {
        guard let text = query[name] else { return nil }
        guard let time = DateTime(text), Self.instants.contains(time) else {
            throw ProblemError(
                .invalid, "\(name) must be a time of the years 1970 to 2200, like 2026-11-22T03:28:58Z.")
        }
        return Timestamp(microseconds: time.microseconds)
    }
}
