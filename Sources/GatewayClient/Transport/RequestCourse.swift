import AsyncHTTPClient
import Foundation
import GatewayAPI
import NIOCore
import NIOPosix

/// What is known of one request over all its attempts.
struct RequestCourse {
    let name: String
    let key: IdempotencyKey?
    /// How many attempts have failed.
    private var attempt: Int
    /// Whether an attempt may have been carried out without an answer.
    private var isInDoubt = false

    init(name: String, key: IdempotencyKey?, attempt: Int = 0) {
        self.name = name
        self.key = key
        self.attempt = attempt
    }

    /// The gateway answered with an error.
    mutating func refused(_ answer: RawAnswer) -> GatewayError {
        attempt += 1
        let problem = answer.problem
        if answer.leavesDoubt { isInDoubt = true }
        let message = "\(name) was answered \(answer.status)\(problem.map { " (\($0.code))" } ?? "")."
        guard answer.mayPass else { return GatewayError(.refused, message, problem: problem, key: key) }
        return GatewayError(isInDoubt ? .unknown : .unavailable, message, problem: problem, key: key)
    }

    /// No answer came.
    mutating func failed(_ error: any Error) -> GatewayError {
        attempt += 1
        if error is CancellationError || (error as? HTTPClientError) == .cancelled {
            return GatewayError(.cancelled, "\(name) was cancelled.", key: key, cause: error)
        }
        if Self.wasSent(error) { isInDoubt = true }
        guard isInDoubt else {
            return GatewayError(.unreachable, "\(name): no connection could be made.", key: key, cause: error)
        }
        let advice = "It may have been carried out; repeat it with the same key to find out."
        return GatewayError(.unknown, "\(name) got no answer. \(advice)", key: key, cause: error)
    }

    /// Waits before the next attempt.
    ///
    /// - Throws: `failure` when there is no next attempt; `cancelled`.
    func pause(after failure: GatewayError, asked: Duration?, policy: RetryPolicy) async throws(GatewayError) {
        var random = SystemRandomNumberGenerator()
        guard failure.code != .cancelled, let pause = policy.pause(after: attempt, asked: asked, random: &random) else {
            throw failure
        }
        do {
            try await Task.sleep(for: pause)
        } catch {
            throw GatewayError(.cancelled, "\(name) was cancelled while it waited to be repeated.", key: key)
        }
    }

    /// Whether the request may have reached the gateway before `error`.
    private static func wasSent(_ error: any Error) -> Bool {
        if error is NIOConnectionError { return false }
        if let error = error as? IOError {
            return ![ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode)
        }
        guard let error = error as? HTTPClientError else { return true }
        let before: [HTTPClientError] = [
            .connectTimeout, .getConnectionFromPoolTimeout, .invalidURL, .emptyHost, .tlsHandshakeTimeout,
            .alreadyShutdown,
        ]
        return !before.contains(error)
    }
}
