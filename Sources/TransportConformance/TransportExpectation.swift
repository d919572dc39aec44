import Cluster

/// One thing that every transport must do.
public struct TransportExpectation: Sendable, CustomStringConvertible {
    /// What the transport does, as a sentence.
    public let description: String
    /// Shows it on a fixture of its own.
    ///
    /// - Throws: ``ConformanceFailure`` when the transport does otherwise, and the transport's own errors.
    public let verify: @Sendable (TransportFixture) async throws -> Void

    init(_ description: String, verify: @escaping @Sendable (TransportFixture) async throws -> Void) {
        self.description = description
        self.verify = verify
    }

    /// Everything that every transport must do.
    public static let all: [TransportExpectation] = passages + lives
}

/// Fails unless `body` throws with one of `codes`.
func expectError(
    _ codes: ClusterError.Code..., of what: String, _ body: () async throws -> Void
) async throws {
    do {
        try await body()
    } catch let error as ClusterError {
        return try ConformanceFailure.unless(
            codes.contains(error.code), "Error of \(what): found \(error.code), expected \(codes)")
    }
    throw ConformanceFailure(message: "\(what) succeeded; expected an error of \(codes).")
}
