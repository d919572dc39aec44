import Foundation
import GatewayAPI

extension DateTime {
    /// The instant that the machine's wall clock shows now, by which nodes start and tokens expire.
    static var machineNow: DateTime { DateTime(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}
