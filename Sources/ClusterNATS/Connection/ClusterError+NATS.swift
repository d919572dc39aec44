import CNATS
import Cluster

extension ClusterError {
    /// The error of a call of libnats, made on the thread of that call and before any other.
    ///
    /// - Parameters:
    ///   - status: What the call returned; not `NATS_OK`.
    ///   - failed: What was not done, as a clause: `nothing was published under a.b`.
    ///   - places: The servers' addresses.
    init(_ status: natsStatus, _ failed: String, at places: String) {
        let reason = Self.reason(status)
        switch status {
        case NATS_CONNECTION_CLOSED, NATS_DRAINING:
            self.init(.stopped, "\(failed): the connection to \(places) is closed; open a new one")
        case NATS_MAX_PAYLOAD:
            self.init(.malformed, "\(failed): it is longer than \(places) takes; send less or raise max_payload")
        case NATS_INVALID_SUBJECT, NATS_INVALID_ARG:
            self.init(.malformed, "\(failed): \(places) would not understand it (\(reason))")
        case NATS_CONNECTION_AUTH_FAILED, NATS_NOT_PERMITTED:
            self.init(
                .unreachable,
                "\(failed): \(places) refuses this user (\(reason)); check the credentials: that the servers' accounts "
                    + "have this user's public key, and that the seed or the .creds file is the one that belongs to it")
        case NATS_SSL_ERROR, NATS_SECURE_CONNECTION_WANTED, NATS_SECURE_CONNECTION_REQUIRED:
            self.init(
                .unreachable,
                "\(failed): no encrypted connection to \(places) (\(reason)); check the certificates: that the servers' "
                    + "are still valid, are made for these addresses, and come from the authorities that this node "
                    + "was given")
        case NATS_INSUFFICIENT_BUFFER:
            self.init(.unreachable, "\(failed): \(places) cannot be reached and too much waits for it; try again")
        default:
            self.init(
                .unreachable, "\(failed): \(places) cannot be reached (\(reason)); check that a nats-server runs there")
        }
    }

    /// What libnats says of its last call on this thread, and the status' own words when it says nothing of it.
    private static func reason(_ status: natsStatus) -> String {
        var last = NATS_OK
        let detail = nats_GetLastError(&last).map { String(cString: $0) } ?? ""
        guard last == status, !detail.isEmpty else { return String(cString: natsStatus_GetText(status)) }
        // It begins with the place in libnats' source, `(conn.c:1905): `.
        return detail.firstRange(of: "): ").map { String(detail[$0.upperBound...]) } ?? detail
    }

    /// Throws unless a call of libnats has succeeded.
    static func check(_ status: natsStatus, _ failed: @autoclosure () -> String, at places: String) throws(ClusterError)
    {
        guard status != NATS_OK else { return }
        throw ClusterError(status, failed(), at: places)
    }
}
