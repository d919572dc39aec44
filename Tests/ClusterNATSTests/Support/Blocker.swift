import Foundation

/// Holds up a thread of libnats until it is opened.
final class Blocker: Sendable {
    private let condition = NSCondition()
    nonisolated(unsafe) private var isOpen = false

    func open() {
        condition.withLock {
            isOpen = true
            condition.broadcast()
        }
    }

    func pass() {
        condition.withLock {
            while !isOpen { condition.wait() }
        }
    }
}
