import Dispatch

/// Runs what blocks its thread on a queue of its own, never on the pool.
func blocking<Value: Sendable>(
    _ body: @escaping @Sendable () throws(RemoteError) -> Value
) async throws(RemoteError) -> Value {
    let result = await withCheckedContinuation { continuation in
        DispatchQueue(label: "loadtest.raw").async {
            do throws(RemoteError) {
                continuation.resume(returning: Result<Value, RemoteError>.success(try body()))
            } catch {
                continuation.resume(returning: .failure(error))
            }
        }
    }
    return try result.get()
}
