import CNATS
import Cluster

extension ClusterError {
    /// The error of a call of libnats.
    ///
    /// - Parameters:
    ///   - status: What the call returned; not `NATS_OK`.
    ///   - failed: What was not done, as a clause: `nothing was published under a.b`.
    ///   - places: The servers' addresses.
    init(_ status: natsStatus, _ failed: String, at places: String) {
        let reason = String(cString: natsStatus_GetText(status))
        switch status {
        case NATS_CONNECTION_CLOSED, NATS_DRAINING:
            self.init(.stopped, "\(failed): the connection to \(places) is closed; open a new one")
        case NATS_MAX_PAYLOAD:
            self.init(.malformed, "\(failed): it is longer than \(places) takes; send less or raise max_payload")
        case NATS_INVALID_SUBJECT, NATS_INVALID_ARG:
            self.init(.malformed, "\(failed): \(places) would not understand it (\(reason))")
        case NATS_CONNECTION_AUTH_FAILED, NATS_NOT_PERMITTED:
            self.init(.unreachable, "\(failed): \(places) refuses this user (\(reason)); check the credentials")
        case NATS_SSL_ERROR, NATS_SECURE_CONNECTION_WANTED, NATS_SECURE_CONNECTION_REQUIRED:
            self.init(
                .unreachable, "\(failed): no encrypted connection to \(places) (\(reason)); check the certificates")
        case NATS_INSUFFICIENT_BUFFER:
            self.init(.unreachable, "\(failed): \(places) cannot be reached and too much waits for it; try again")
        default:
            self.init(
                .unreachable, "\(failed): \(places) cannot be reached (\(reason)); check that a nats-server runs there")
        }
    }

    /// Throws unless a call of libnats has succeeded.
    static func check(_ status: natsStatus, _ failed: @autoclosure () -> String, at places: String) throws(ClusterError)
    {
        guard status != NATS_OK else { return }
        throw ClusterError(status, failed(), at: places)
    }
}
