import Foundation

/// The end of a process, waited for on a thread of its own.
///
/// Unchecked: the process is used by the waiting thread alone from then on.
struct NATSServerEnding: @unchecked Sendable {
    private let process: Process

    init(_ process: Process) {
        self.process = process
    }

    /// Returns once the process is gone.
    func wait() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                process.waitUntilExit()
                continuation.resume()
            }
        }
    }
}
