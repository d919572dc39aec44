import Center
import Synchronization

/// How a host's run ended.
final class Ending: Sendable {
    private let value = Mutex<CenterError?>(nil)
    var error: CenterError? { value.withLock { $0 } }
    func set(_ error: CenterError?) { value.withLock { $0 = error } }
}
