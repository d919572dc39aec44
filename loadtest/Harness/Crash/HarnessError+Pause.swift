extension HarnessError {
    /// Waits.
    ///
    /// - Throws: ``HarnessError/Code/node`` when the rounds are broken off meanwhile.
    static func pause(_ duration: Duration) async throws(HarnessError) {
        do { try await Task.sleep(for: duration) } catch {
            throw HarnessError(.node, "The rounds were broken off.", cause: error)
        }
    }
}
